package io.headroom.benchmarks.race;

import java.util.List;
import java.util.Locale;

/**
 * The median of some figures with the smallest and the largest.
 *
 * @param median the middle one, the mean of the two in the middle if their number is even
 * @param min the smallest
 * @param max the largest
 */
public record Spread(double median, double min, double max) {

  /**
   * Returns the spread of some figures.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Spread of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("figures must not be empty");
    }
    double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double low = sorted[(sorted.length - 1) / 2];
    double high = sorted[sorted.length / 2];
    return new Spread((low + high) / 2, sorted[0], sorted[sorted.length - 1]);
  }

  /** Returns the three with three significant digits, {@code 14.2 [13.9–15.3]}; a dash for NaN. */
  public String text() {
    return Double.isNaN(median)
        ? "–"
        : "%s [%s–%s]".formatted(digits(median), digits(min), digits(max));
  }

  /** Returns a number with three significant digits and separators of thousands. */
  public static String digits(double number) {
    if (!(Math.abs(number) > 0) || Double.isInfinite(number)) {
      return Double.isFinite(number) ? "0" : "–";
    }
    int magnitude = (int) Math.floor(Math.log10(Math.abs(number)));
    int decimals = Math.max(0, 2 - magnitude);
    return String.format(Locale.ROOT, "%,." + decimals + "f", number);
  }
}
