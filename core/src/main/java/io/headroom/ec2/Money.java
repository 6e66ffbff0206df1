package io.headroom.ec2;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount of US dollars, kept in whole nano-dollars so that sums are exact.
 *
 * @param nanoUsd billionths of a dollar
 */
public record Money(long nanoUsd) implements Comparable<Money> {
  /** No money. */
  public static final Money ZERO = new Money(0);

  private static final int DIGITS = 9;

  /** Returns the amount for a decimal number of dollars, rounded half up to a nano-dollar. */
  public static Money usd(String dollars) {
    return of(new BigDecimal(dollars));
  }

  /** Returns the amount for a number of dollars, rounded half up to a nano-dollar. */
  public static Money of(BigDecimal dollars) {
    return new Money(
        dollars.setScale(DIGITS, RoundingMode.HALF_UP).unscaledValue().longValueExact());
  }

  /** Returns the dollars as an exact decimal number with nine digits after the point. */
  public BigDecimal toUsd() {
    return BigDecimal.valueOf(nanoUsd, DIGITS);
  }

  /** Returns the sum. */
  public Money plus(Money other) {
    return new Money(Math.addExact(nanoUsd, other.nanoUsd));
  }

  /**
   * Returns this price for a quantity of its unit, rounded half up to a nano-dollar.
   *
   * @param numerator the quantity's numerator, not negative
   * @param denominator the quantity's denominator, positive
   */
  public Money times(long numerator, long denominator) {
    BigDecimal product = BigDecimal.valueOf(nanoUsd).multiply(BigDecimal.valueOf(numerator));
    BigDecimal share = product.divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP);
    return new Money(share.longValueExact());
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(nanoUsd, other.nanoUsd);
  }

  @Override
  public String toString() {
    return "$" + toUsd().stripTrailingZeros().toPlainString();
  }
}
