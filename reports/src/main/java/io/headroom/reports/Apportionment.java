package io.headroom.reports;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounds parts of a whole to whole units so that they still add up: each gets its share rounded
 * down, and those with the largest remainders get one more.
 */
final class Apportionment {
  private Apportionment() {}

  /**
   * Returns how many units each part gets; all 0 if the parts are.
   *
   * @param parts none negative
   * @param units how many there are to give
   */
  static int[] of(List<Double> parts, int units) {
    double whole = parts.stream().mapToDouble(Double::doubleValue).sum();
    int[] given = new int[parts.size()];
    if (whole <= 0) {
      return given;
    }
    double[] remainders = new double[given.length];
    int left = units;
    for (int i = 0; i < given.length; i++) {
      double share = parts.get(i) / whole * units;
      given[i] = (int) share;
      remainders[i] = share - given[i];
      left -= given[i];
    }
    IntStream.range(0, given.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -remainders[i]))
        .limit(left)
        .forEach(i -> given[i]++);
    return given;
  }
}
