package io.headroom.cloudwatch;

/**
 * The four numbers that CloudWatch keeps of a set of samples.
 *
 * <p>"StatisticSet", CloudWatch API Reference.
 *
 * @param sampleCount how many samples, positive
 * @param sum their sum
 * @param minimum the smallest
 * @param maximum the largest
 */
public record StatisticSet(double sampleCount, double sum, double minimum, double maximum) {
  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if there is no sample, a number is not finite or outside
   *     ±2^360, or the minimum exceeds the maximum
   */
  public StatisticSet {
    Samples.check("sampleCount", sampleCount);
    Samples.check("sum", sum);
    Samples.check("minimum", minimum);
    Samples.check("maximum", maximum);
    if (sampleCount <= 0) {
      throw new IllegalArgumentException("sampleCount must be positive, was " + sampleCount);
    }
    if (minimum > maximum) {
      throw new IllegalArgumentException(
          "minimum must not exceed maximum %s, was %s".formatted(maximum, minimum));
    }
  }

  /** Returns the set of one sample. */
  public static StatisticSet of(double value) {
    return new StatisticSet(1, value, value, value);
  }

  /** Returns the set of so many samples of value 1, as load balancers count requests. */
  public static StatisticSet ofCount(long samples) {
    return new StatisticSet(samples, samples, 1, 1);
  }

  /** Returns the set of the samples of both. */
  public StatisticSet merge(StatisticSet other) {
    return new StatisticSet(
        sampleCount + other.sampleCount,
        sum + other.sum,
        Math.min(minimum, other.minimum),
        Math.max(maximum, other.maximum));
  }

  /** Returns the mean of the samples. */
  public double average() {
    return sum / sampleCount;
  }
}
