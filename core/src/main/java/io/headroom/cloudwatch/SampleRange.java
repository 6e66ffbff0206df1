package io.headroom.cloudwatch;

/**
 * A range of samples, lower bound excluded and upper bound included, by value or by position.
 *
 * @param lower the lower bound: a value, or a position in percent of the sorted samples
 * @param upper the upper bound, likewise
 * @param byPosition whether the bounds are positions
 */
record SampleRange(double lower, double upper, boolean byPosition) {
  /** Returns the number of samples inside; one that a position cuts counts in part. */
  double count(SampleDistribution samples) {
    double count = 0;
    double before = 0;
    for (int i = 0; i < samples.size(); i++) {
      count += weight(samples, i, before);
      before += samples.count(i);
    }
    return count;
  }

  /** Returns the sum of the samples inside. */
  double sum(SampleDistribution samples) {
    double sum = 0;
    double before = 0;
    for (int i = 0; i < samples.size(); i++) {
      sum += samples.value(i) * weight(samples, i, before);
      before += samples.count(i);
    }
    return sum;
  }

  /** Returns the mean of all samples with those outside moved to the nearer edge. */
  double winsorizedMean(SampleDistribution samples) {
    double from = byPosition ? samples.percentile(lower) : lower;
    double to = byPosition ? samples.percentile(upper) : upper;
    double sum = 0;
    for (int i = 0; i < samples.size(); i++) {
      sum += samples.count(i) * Math.max(from, Math.min(to, samples.value(i)));
    }
    return sum / samples.statistics().sampleCount();
  }

  private double weight(SampleDistribution samples, int index, double before) {
    long count = samples.count(index);
    if (!byPosition) {
      double value = samples.value(index);
      return lower < value && value <= upper ? count : 0;
    }
    double total = samples.statistics().sampleCount();
    double from = Math.max(before, lower * total / 100);
    double to = Math.min(before + count, upper * total / 100);
    return Math.max(0, to - from);
  }
}
