package io.headroom.cloudwatch;

/**
 * Sample count, sum, minimum and maximum as four neighbours in an array, so that a series of a
 * million data points is one array. A quad of no samples has the count zero.
 */
final class Quad {
  static final int SIZE = 4;

  private Quad() {}

  /** Merges one quad into another. */
  static void merge(double[] target, int to, double[] source, int from) {
    merge(target, to, source[from], source[from + 1], source[from + 2], source[from + 3]);
  }

  /** Merges a set into a quad. */
  static void merge(double[] target, int to, StatisticSet set) {
    merge(target, to, set.sampleCount(), set.sum(), set.minimum(), set.maximum());
  }

  /** Merges one sample into a quad. */
  static void merge(double[] target, int to, double value) {
    merge(target, to, 1, value, value, value);
  }

  private static void merge(
      double[] target, int to, double count, double sum, double minimum, double maximum) {
    boolean isFirst = target[to] == 0;
    target[to] += count;
    target[to + 1] += sum;
    target[to + 2] = isFirst ? minimum : Math.min(target[to + 2], minimum);
    target[to + 3] = isFirst ? maximum : Math.max(target[to + 3], maximum);
  }
}
