package io.headroom.cloudwatch;

import java.time.Instant;

/** What an alarm saw at one evaluation. Nobody writes to the values after the read. */
final class AlarmWindow {
  private final AlarmSpec spec;
  private final Instant start;
  private final long timeNanos;
  private final long fromNanos;
  private final double[] values;

  /**
   * Creates the window of an evaluation.
   *
   * @param spec the alarm as it was configured
   * @param start the instant of simulated time zero
   * @param timeNanos when it looked
   * @param fromNanos the start of the oldest bucket
   * @param values the values of the buckets, oldest first, NaN where there is none
   */
  AlarmWindow(AlarmSpec spec, Instant start, long timeNanos, long fromNanos, double[] values) {
    this.spec = spec;
    this.start = start;
    this.timeNanos = timeNanos;
    this.fromNanos = fromNanos;
    this.values = values;
  }

  AlarmSpec spec() {
    return spec;
  }

  Instant start() {
    return start;
  }

  long timeNanos() {
    return timeNanos;
  }

  double[] values() {
    return values;
  }

  /** Returns the data point of a bucket that has a value. */
  Datapoint datapoint(int bucket) {
    return new Datapoint(fromNanos + bucket * spec.period().toNanos(), values[bucket]);
  }
}
