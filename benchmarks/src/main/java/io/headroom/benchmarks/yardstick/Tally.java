package io.headroom.benchmarks.yardstick;

import org.HdrHistogram.Histogram;

/**
 * What an engine found out: how many requests it served and how long they took, in seconds.
 *
 * @param requests the requests that left
 * @param mean the mean response time; exact where the engine adds nanoseconds
 * @param p99 the 99th percentile of the response time
 */
public record Tally(long requests, double mean, double p99) {

  /** Returns the tally of response times in microseconds whose exact sum is known. */
  static Tally of(Histogram micros, long sumNanos) {
    long requests = micros.getTotalCount();
    return new Tally(
        requests, (double) sumNanos / requests / 1e9, micros.getValueAtPercentile(99) / 1e6);
  }
}
