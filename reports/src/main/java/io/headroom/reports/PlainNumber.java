package io.headroom.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Numbers for programs: decimal, without exponent, rounded to 12 significant digits, which is more
 * than a result knows and less than the noise of sums of doubles.
 */
final class PlainNumber {
  private static final MathContext DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
  private static final double LARGEST_WHOLE = 1e12;

  private PlainNumber() {}

  /** Returns the number; empty for NaN and for infinity. */
  static Optional<BigDecimal> of(double number) {
    return Double.isFinite(number)
        ? Optional.of(strip(new BigDecimal(number).round(DIGITS)))
        : Optional.empty();
  }

  /** Returns the number without zeros at the end. */
  static BigDecimal strip(BigDecimal number) {
    BigDecimal shortest = number.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /** Returns the number as text; empty for NaN and for infinity. */
  static String text(double number) {
    long whole = (long) number;
    // Most values of a series are counts, and a year has many.
    if (whole == number && Math.abs(number) < LARGEST_WHOLE) {
      return Long.toString(whole);
    }
    return of(number).map(BigDecimal::toPlainString).orElse("");
  }
}
