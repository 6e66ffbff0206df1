package io.headroom.cloudwatch;

/**
 * How a percentile follows from samples. AWS does not publish its estimator; the user guide calls
 * p99 the largest of the lowest 99 % of the values. "CloudWatch statistics definitions", Amazon
 * CloudWatch User Guide.
 */
public enum PercentileEstimator {
  /** The smallest sample with at least so many percent of the samples at or below it: default. */
  NEAREST_RANK {
    @Override
    double of(SampleDistribution samples, double percent) {
      return samples.percentile(percent);
    }
  },
  /** On the straight line between the two samples next to the rank 1 + percent/100 · (n - 1). */
  INTERPOLATED {
    @Override
    double of(SampleDistribution samples, double percent) {
      double position = percent / 100 * (samples.statistics().sampleCount() - 1);
      double whole = Math.floor(position);
      double lower = sample(samples, whole);
      double upper = sample(samples, whole + 1);
      return lower + (position - whole) * (upper - lower);
    }
  };

  abstract double of(SampleDistribution samples, double percent);

  /** Returns the sample at a place of the sorted samples, from 0; the largest beyond the end. */
  private static double sample(SampleDistribution samples, double place) {
    double upTo = 0;
    for (int i = 0; i < samples.size(); i++) {
      upTo += samples.count(i);
      if (place < upTo) {
        return samples.value(i);
      }
    }
    return samples.value(samples.size() - 1);
  }
}
