package io.headroom.cloudwatch;

/** The range of numbers that the service accepts. */
final class Samples {
  /** "PutMetricData", CloudWatch API Reference: values lie within ±2^360. */
  private static final double LIMIT = 0x1p360;

  private Samples() {}

  /**
   * Checks that a number can be published.
   *
   * @throws IllegalArgumentException if it is not finite or outside ±2^360
   */
  static void check(String field, double value) {
    // The negation also catches NaN.
    if (!(Math.abs(value) <= LIMIT)) {
      throw new IllegalArgumentException(
          "The value %s for parameter %s is invalid.".formatted(value, field));
    }
  }
}
