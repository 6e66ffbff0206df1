package io.headroom;

/**
 * The latency that clients saw, of completed requests, in seconds; all 0 without any.
 *
 * <p>Percentiles are read from a histogram with three significant digits.
 *
 * @param mean the mean
 * @param p50 the median
 * @param p90 the 90th percentile
 * @param p95 the 95th percentile
 * @param p99 the 99th percentile
 * @param p999 the 99.9th percentile
 * @param max the largest
 */
public record LatencySummary(
    double mean, double p50, double p90, double p95, double p99, double p999, double max) {}
