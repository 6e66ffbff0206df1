package io.headroom.cloudwatch.math.value;

import java.util.List;

/** What a request offers to an expression: its buckets, its metrics and its other results. */
public interface MathScope {
  /** Returns the buckets of the request. */
  Grid grid();

  /** Returns the ids of the metrics in the order of the request; expressions have none here. */
  List<String> metricIds();

  /**
   * Returns the value of a metric or an expression of the request.
   *
   * @param id an id that the request has
   */
  MathValue value(String id);

  /** Returns what an operator makes of a bucket in which both series have no value. */
  BothMissing bothMissing();

  /**
   * Returns the band of expected values of a metric or an expression: the upper edge, then the
   * lower one.
   *
   * @param id an id that the request has
   * @param width how many standard deviations the band reaches to each side
   */
  MathArray band(String id, double width);
}
