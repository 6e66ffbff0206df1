package io.headroom;

import java.util.Arrays;

/**
 * A growing column of numbers. Equal numbers in a row are kept once, with the place of the last of
 * them, so that a month in which nothing changes takes no more room than a minute.
 */
final class Column {
  private double[] values = new double[8];
  private int[] ends = new int[8];
  private int runs;

  void add(double value) {
    if (runs > 0 && isSame(values[runs - 1], value)) {
      ends[runs - 1]++;
      return;
    }
    if (runs == values.length) {
      values = Arrays.copyOf(values, 2 * runs);
      ends = Arrays.copyOf(ends, 2 * runs);
    }
    values[runs] = value;
    ends[runs] = size() + 1;
    runs++;
  }

  /** Adds the newest number so many times more. */
  void repeat(int times) {
    ends[runs - 1] += times;
  }

  /** Compares bits, as a value that is missing equals another one and a zero has a sign. */
  private static boolean isSame(double a, double b) {
    return Double.doubleToRawLongBits(a) == Double.doubleToRawLongBits(b);
  }

  int size() {
    return runs == 0 ? 0 : ends[runs - 1];
  }

  /** Returns the number in a place, in O(log runs). */
  double get(int index) {
    if (index < 0 || index >= size()) {
      throw new ArrayIndexOutOfBoundsException(
          "index must be in [0, %d), was %d".formatted(size(), index));
    }
    int found = Arrays.binarySearch(ends, 0, runs, index + 1);
    return values[found >= 0 ? found : -found - 1];
  }

  double[] toArray() {
    double[] array = new double[size()];
    int from = 0;
    for (int run = 0; run < runs; run++) {
      Arrays.fill(array, from, ends[run], values[run]);
      from = ends[run];
    }
    return array;
  }

  static Column of(double[] array) {
    Column column = new Column();
    for (double value : array) {
      column.add(value);
    }
    return column;
  }

  Column copy() {
    Column copy = new Column();
    copy.values = Arrays.copyOf(values, Math.max(1, runs));
    copy.ends = Arrays.copyOf(ends, Math.max(1, runs));
    copy.runs = runs;
    return copy;
  }
}
