package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * One time series that metric math gave.
 *
 * @param id the id of the entry; an expression that gives an array has several results
 * @param label what a legend says
 * @param fromNanos the start of the first bucket, in nanoseconds since the start of the run
 * @param buckets how many buckets there are
 * @param datapoints the data points, oldest first; a bucket without a value has none
 */
public record MathResult(
    String id, String label, long fromNanos, int buckets, List<Datapoint> datapoints) {
  /** Copies the data points. */
  public MathResult {
    datapoints = ImmutableList.copyOf(datapoints);
  }
}
