package io.headroom.reports;

import io.headroom.ec2.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;

/** Numbers for people: three digits that matter, a unit that fits, a dash for no value. */
final class Figures {
  private static final String NONE = "–";
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
  private static final BigDecimal CENT = new BigDecimal("0.01");
  private static final int SECONDS_SHOWN_ALONE = 120;
  private static final int HOURS_SHOWN_ALONE = 48;

  private Figures() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number of things; the plural is formed with an s. */
  static String count(long number, String thing) {
    return count(number) + " " + thing + (number == 1 ? "" : "s");
  }

  /** A share in [0, 1] as percent; never 100 % for less than all, never 0 % for something. */
  static String percent(double share) {
    double percent = 100 * share;
    if (!Double.isFinite(percent)) {
      return NONE;
    }
    if (percent >= 99.995 && share < 1) {
      return ">99.99 %";
    }
    return share > 0 && percent < 0.005 ? "<0.01 %" : fixed(percent, 2) + " %";
  }

  /** A share in [0, 1] as percent with three digits that matter, to compare with a limit. */
  static String exactPercent(double share) {
    return PlainNumber.of(100 * share)
            .map(percent -> PlainNumber.strip(percent.round(THREE_DIGITS)).toPlainString())
            .orElse(NONE)
        + " %";
  }

  static String seconds(double seconds) {
    if (!Double.isFinite(seconds)) {
      return NONE;
    }
    if (seconds != 0 && seconds < 0.001) {
      return threeDigits(seconds * 1e6) + " µs";
    }
    return seconds < 1 ? threeDigits(seconds * 1e3) + " ms" : threeDigits(seconds) + " s";
  }

  /** A length of time in its two largest units. */
  static String duration(Duration length) {
    if (length.toSeconds() < SECONDS_SHOWN_ALONE) {
      return threeDigits(length.toNanos() / 1e9) + " s";
    }
    if (length.toHours() < 1) {
      return pair(length.toMinutes(), "min", length.toSecondsPart(), "s");
    }
    if (length.toHours() < HOURS_SHOWN_ALONE) {
      return pair(length.toHours(), "h", length.toMinutesPart(), "min");
    }
    return pair(length.toDays(), "d", length.toHoursPart(), "h");
  }

  private static String pair(long large, String largeUnit, int small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }

  /** Dollars and cents; two digits that matter below a cent. */
  static String money(Money amount) {
    return money(amount.toUsd());
  }

  static String money(BigDecimal usd) {
    boolean small = usd.signum() != 0 && usd.abs().compareTo(CENT) < 0;
    return "$"
        + (small
            ? usd.round(TWO_DIGITS).stripTrailingZeros().toPlainString()
            : String.format(Locale.ROOT, "%,.2f", usd));
  }

  /** A number with a suffix for thousands, millions or billions. */
  static String large(double number) {
    if (!Double.isFinite(number)) {
      return NONE;
    }
    if (number < 1e3) {
      return threeDigits(number);
    }
    if (number < 1e6) {
      return threeDigits(number / 1e3) + " k";
    }
    return number < 1e9 ? threeDigits(number / 1e6) + " M" : threeDigits(number / 1e9) + " G";
  }

  /** A number with at most three digits that matter, but with all digits before the point. */
  static String threeDigits(double number) {
    if (!Double.isFinite(number)) {
      return NONE;
    }
    double size = Math.abs(number);
    String text = fixed(number, size < 10 ? 2 : size < 100 ? 1 : 0);
    return text.contains(".") ? text.replaceAll("\\.?0+$", "") : text;
  }

  private static String fixed(double number, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }
}
