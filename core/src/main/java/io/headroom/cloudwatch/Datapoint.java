package io.headroom.cloudwatch;

/**
 * The value of a statistic over one bucket of time.
 *
 * @param timestampNanos the start of the bucket, in nanoseconds since the start of the run
 * @param value the value
 */
public record Datapoint(long timestampNanos, double value) {}
