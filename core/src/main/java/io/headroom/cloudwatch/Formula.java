package io.headroom.cloudwatch;

/** How a statistic is computed; NaN where it does not exist. */
interface Formula {
  /** Returns the value for a set of at least one sample that is known by its four numbers. */
  double of(double sampleCount, double sum, double minimum, double maximum);

  /** Returns the value for samples that are known one by one. */
  double of(SampleDistribution samples, PercentileEstimator percentile);
}
