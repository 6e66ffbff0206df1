package io.headroom.cloudwatch;

import java.util.Arrays;
import java.util.List;

/**
 * Samples with their weights, sorted by value: what percentiles are taken from.
 *
 * <p>Immutable. Publishers that keep histograms make one per period and may record it under several
 * metrics, which then share it.
 */
public final class SampleDistribution {
  /** How close to a whole number a rank must be to be taken for it: the error of a product. */
  private static final double ROUNDING = 1e-9;

  private final double[] values;

  /** How many samples are at or below the value at the same place. */
  private final long[] upTo;

  private final StatisticSet statistics;

  private SampleDistribution(double[] values, long[] upTo, StatisticSet statistics) {
    this.values = values;
    this.upTo = upTo;
    this.statistics = statistics;
  }

  /** Returns the distribution of these samples, at least one, in any order. */
  public static SampleDistribution of(double... samples) {
    double[] sorted = samples.clone();
    Arrays.sort(sorted);
    long[] ones = new long[sorted.length];
    Arrays.fill(ones, 1);
    return ofSorted(sorted, ones);
  }

  /** Returns the distribution of so many samples of one value. */
  public static SampleDistribution constant(double value, long count) {
    return ofSorted(new double[] {value}, new long[] {count});
  }

  /**
   * Returns the distribution of weighted values.
   *
   * @param values the values, in rising order
   * @param counts how many samples have the value at that place, positive
   * @throws IllegalArgumentException if the arrays are empty or differ in length, a value is out of
   *     order or not finite, or a count is not positive
   */
  public static SampleDistribution ofSorted(double[] values, long[] counts) {
    checkSorted(values, counts);
    double sum = 0;
    long total = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * counts[i];
      total += counts[i];
    }
    var set = new StatisticSet(total, sum, values[0], values[values.length - 1]);
    return compact(values, counts, set);
  }

  /**
   * Returns the distribution of weighted values that stand for samples with these exact statistics,
   * for a publisher whose histogram rounds values but whose sums do not.
   *
   * @throws IllegalArgumentException as {@link #ofSorted(double[], long[])}, or if the counts do
   *     not add up to the sample count
   */
  public static SampleDistribution ofSorted(
      double[] values, long[] counts, StatisticSet statistics) {
    checkSorted(values, counts);
    if (Arrays.stream(counts).sum() != statistics.sampleCount()) {
      throw new IllegalArgumentException(
          "counts must add up to the sample count " + statistics.sampleCount());
    }
    return compact(values, counts, statistics);
  }

  /** Returns the distribution of the samples of all parts, at least one. */
  public static SampleDistribution merge(List<SampleDistribution> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    // Halving keeps the cost at the sum of the sizes times the logarithm of their number.
    int half = parts.size() / 2;
    return merge(parts.subList(0, half)).merge(merge(parts.subList(half, parts.size())));
  }

  /** Returns the distribution of the samples of both. Costs O(size of both). */
  public SampleDistribution merge(SampleDistribution other) {
    int length = values.length + other.values.length;
    double[] mergedValues = new double[length];
    long[] mergedCounts = new long[length];
    int left = 0;
    for (int i = 0; i < length; i++) {
      int right = i - left;
      boolean takeLeft =
          right == other.values.length
              || (left < values.length && values[left] <= other.values[right]);
      mergedValues[i] = takeLeft ? values[left] : other.values[right];
      mergedCounts[i] = takeLeft ? count(left++) : other.count(right);
    }
    return compact(mergedValues, mergedCounts, statistics.merge(other.statistics));
  }

  /** Returns the number of distinct values. */
  public int size() {
    return values.length;
  }

  /** Returns the distinct value at a place, from 0 for the smallest. */
  public double value(int index) {
    return values[index];
  }

  /** Returns how many samples have the distinct value at a place. */
  public long count(int index) {
    return index == 0 ? upTo[0] : upTo[index] - upTo[index - 1];
  }

  /** Returns count, sum, minimum and maximum of the samples. */
  public StatisticSet statistics() {
    return statistics;
  }

  /**
   * Returns the percentile by nearest rank: the smallest value with at least so many percent of the
   * samples at or below it. Costs O(log size).
   *
   * @param percent from 0, the smallest value, to 100, the largest
   */
  public double percentile(double percent) {
    double rank = rank(percent * statistics.sampleCount() / 100);
    int low = 0;
    int high = values.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (upTo[middle] >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return values[low];
  }

  private static double rank(double position) {
    double whole = Math.rint(position);
    boolean isWhole = Math.abs(position - whole) <= ROUNDING * Math.max(1, whole);
    return isWhole ? whole : Math.ceil(position);
  }

  private static void checkSorted(double[] values, long[] counts) {
    if (values.length == 0 || values.length != counts.length) {
      throw new IllegalArgumentException(
          "values and counts must be of one length, at least 1, were %d and %d"
              .formatted(values.length, counts.length));
    }
    for (int i = 0; i < values.length; i++) {
      Samples.check("values", values[i]);
      if (counts[i] <= 0 || (i > 0 && values[i] < values[i - 1])) {
        throw new IllegalArgumentException(
            "values must rise and counts be positive, were %s and %d at %d"
                .formatted(values[i], counts[i], i));
      }
    }
  }

  /** Copies the arrays with equal neighbours joined. */
  private static SampleDistribution compact(double[] values, long[] counts, StatisticSet set) {
    double[] distinct = new double[values.length];
    long[] upTo = new long[values.length];
    int size = 0;
    long total = 0;
    for (int i = 0; i < values.length; i++) {
      if (size == 0 || distinct[size - 1] != values[i]) {
        distinct[size++] = values[i];
      }
      total += counts[i];
      upTo[size - 1] = total;
    }
    return size == values.length
        ? new SampleDistribution(distinct, upTo, set)
        : new SampleDistribution(Arrays.copyOf(distinct, size), Arrays.copyOf(upTo, size), set);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SampleDistribution that
        && Arrays.equals(values, that.values)
        && Arrays.equals(upTo, that.upTo)
        && statistics.equals(that.statistics);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + Arrays.hashCode(upTo);
  }

  @Override
  public String toString() {
    return "SampleDistribution[%d distinct values, %s]".formatted(values.length, statistics);
  }
}
