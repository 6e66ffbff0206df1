package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * One time series that metric math gave.
 *
 * @param id the id of the entry; an expression that gives an array has several results
 * @param label what a legend says
 * @param datapoints the data points, oldest first; a bucket without a value has none
 */
public record MathResult(String id, String label, List<Datapoint> datapoints) {
  /** Copies the data points. */
  public MathResult {
    datapoints = ImmutableList.copyOf(datapoints);
  }
}
