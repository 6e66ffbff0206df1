package io.headroom.cloudwatch.math;

import io.headroom.cloudwatch.math.value.BothMissing;
import io.headroom.cloudwatch.math.value.Grid;
import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathSeries;

/** Where a program gets its data: the metrics of one request over one row of buckets. */
public interface MathInputs {
  /** Returns the buckets. */
  Grid grid();

  /** Returns the data of a metric of the program; asked at most once for each evaluation. */
  MathSeries metric(String id);

  /** Returns what an operator makes of a bucket in which both series have no value. */
  default BothMissing bothMissing() {
    return BothMissing.NO_POINT;
  }

  /**
   * Returns the band of expected values of a metric or an expression of the program: the upper
   * edge, then the lower one.
   *
   * @param id a metric or an expression
   * @param width how many standard deviations the band reaches to each side
   */
  MathArray band(String id, double width);
}
