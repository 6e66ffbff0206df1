package io.headroom.reports;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
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
  static List<Integer> of(List<Double> parts, int units) {
    double whole = parts.stream().mapToDouble(Double::doubleValue).sum();
    if (whole <= 0) {
      return parts.stream().map(part -> 0).toList();
    }
    double[] shares = parts.stream().mapToDouble(part -> part / whole * units).toArray();
    int[] given = DoubleStream.of(shares).mapToInt(share -> (int) share).toArray();
    IntStream.range(0, given.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> given[i] - shares[i]))
        .limit(units - IntStream.of(given).sum())
        .forEach(i -> given[i]++);
    return IntStream.of(given).boxed().toList();
  }
}
