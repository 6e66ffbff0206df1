package io.headroom.benchmarks.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * A logarithmic axis between two powers of ten.
 *
 * @param low the exponent of its start
 * @param high the exponent of its end, larger
 * @param from the place of its start in the picture
 * @param to the place of its end
 */
record LogAxis(int low, int high, double from, double to) {

  /** Returns an axis that holds all of some positive numbers. */
  static LogAxis of(List<Double> numbers, double from, double to) {
    double least = numbers.stream().mapToDouble(Double::doubleValue).min().orElse(1);
    double most = numbers.stream().mapToDouble(Double::doubleValue).max().orElse(10);
    if (!(least > 0)) {
      throw new IllegalArgumentException("a logarithmic axis needs positive numbers, was " + least);
    }
    int low = (int) Math.floor(Math.log10(least) + 1e-9);
    int high = (int) Math.ceil(Math.log10(most) - 1e-9);
    return new LogAxis(low, Math.max(high, low + 1), from, to);
  }

  double place(double number) {
    return from + (Math.log10(number) - low) / (high - low) * (to - from);
  }

  /** Returns the powers of ten on the axis, both ends included. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int exponent = low; exponent <= high; exponent++) {
      ticks.add(Math.pow(10, exponent));
    }
    return ticks;
  }

  /** Returns a power of ten in a few characters. */
  static String label(double power) {
    if (power >= 1e9) {
      return Math.round(power / 1e9) + "G";
    }
    if (power >= 1e6) {
      return Math.round(power / 1e6) + "M";
    }
    if (power >= 1e3) {
      return Math.round(power / 1e3) + "k";
    }
    return power >= 1 ? Long.toString(Math.round(power)) : Double.toString(power);
  }
}
