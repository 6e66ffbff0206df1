package io.headroom.cloudwatch.anomaly;

/**
 * The values that a metric can have at all; a band stays within.
 *
 * @param least the least value
 * @param most the greatest value
 */
public record AnomalyLimits(double least, double most) {
  /** Any value. */
  public static final AnomalyLimits NONE =
      new AnomalyLimits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

  /** From zero on, as for counts, bytes and times. */
  public static final AnomalyLimits NOT_NEGATIVE = new AnomalyLimits(0, Double.POSITIVE_INFINITY);

  /** From 0 to 100. */
  public static final AnomalyLimits PERCENT = new AnomalyLimits(0, 100);

  /** Returns the value, or the limit that it exceeds. */
  double clamp(double value) {
    return Math.max(least, Math.min(most, value));
  }
}
