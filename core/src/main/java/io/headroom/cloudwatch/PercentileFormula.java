package io.headroom.cloudwatch;

/** The percentile with a rank in percent. */
final class PercentileFormula extends SampleFormula {
  private final double percent;

  PercentileFormula(double percent) {
    this.percent = percent;
  }

  @Override
  double compute(SampleDistribution samples, PercentileEstimator percentile) {
    return percentile.of(samples, percent);
  }

  /**
   * Returns the number of samples below which the percentile is not trusted: 10/(1-p) from the
   * median up, 10/p below it, none for p0 and p100.
   */
  double enough() {
    if (percent == 0 || percent == 100) {
      return 0;
    }
    return 1000 / (percent >= 50 ? 100 - percent : percent);
  }
}
