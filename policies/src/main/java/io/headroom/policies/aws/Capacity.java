package io.headroom.policies.aws;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** The arithmetic of target tracking, in decimals, so that binary noise never adds an instance. */
final class Capacity {
  private static final BigDecimal NOISE = new BigDecimal("1e-9");
  private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private Capacity() {}

  /**
   * Returns the capacity that brings the metric to its target: capacity times metric over target,
   * rounded up (TT14, TT15, TT17).
   *
   * @param capacity the instances that the metric is the mean of
   * @param metric the metric
   * @param target the target, positive
   */
  static int needed(int capacity, double metric, double target) {
    BigDecimal exact =
        BigDecimal.valueOf(metric)
            .multiply(BigDecimal.valueOf(capacity))
            .divide(BigDecimal.valueOf(target), MathContext.DECIMAL128);
    return exact.subtract(NOISE).setScale(0, RoundingMode.CEILING).min(LARGEST).intValueExact();
  }

  /** Returns the least capacity that a scale-in may leave (TT16). */
  static int afterLargestScaleIn(int capacity, double largestShare) {
    BigDecimal removable = BigDecimal.valueOf(capacity).multiply(BigDecimal.valueOf(largestShare));
    return capacity - removable.setScale(0, RoundingMode.FLOOR).intValueExact();
  }

  /** Returns a share of a number as a decimal would have it: 0.7 times 50 is 35. */
  static double share(double number, double share) {
    return BigDecimal.valueOf(number).multiply(BigDecimal.valueOf(share)).doubleValue();
  }
}
