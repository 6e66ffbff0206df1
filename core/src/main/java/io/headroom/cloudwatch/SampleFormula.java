package io.headroom.cloudwatch;

/**
 * A formula that needs the samples one by one.
 *
 * <p>It also exists for a statistic set whose samples are all equal, and never where a value is
 * negative.
 */
abstract class SampleFormula implements Formula {
  @Override
  public final double of(double sampleCount, double sum, double minimum, double maximum) {
    boolean allEqual = minimum == maximum && sum == minimum * sampleCount;
    if (!allEqual || sampleCount != Math.rint(sampleCount) || minimum < 0) {
      return Double.NaN;
    }
    return compute(
        SampleDistribution.constant(minimum, (long) sampleCount), PercentileEstimator.NEAREST_RANK);
  }

  @Override
  public final double of(SampleDistribution samples, PercentileEstimator percentile) {
    return samples.statistics().minimum() < 0 ? Double.NaN : compute(samples, percentile);
  }

  /** Returns the value for samples of which none is negative. */
  abstract double compute(SampleDistribution samples, PercentileEstimator percentile);
}
