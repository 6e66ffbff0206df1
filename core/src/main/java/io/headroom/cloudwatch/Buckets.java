package io.headroom.cloudwatch;

import java.util.Arrays;
import java.util.Optional;

/**
 * Equal spans of time laid end to end, and the four numbers of the samples that fell into each.
 *
 * <p>A worker that a reader fills again and again; not thread-safe.
 */
final class Buckets {
  private final long periodNanos;
  private final int size;
  private final double[] numbers;
  private long fromNanos;
  private long endNanos;

  Buckets(long periodNanos, int size) {
    this.periodNanos = periodNanos;
    this.size = size;
    numbers = new double[size * Quad.SIZE];
  }

  /** Empties the buckets and moves them: the first starts at one time, the last ends at another. */
  Buckets move(long newFromNanos, long newEndNanos) {
    fromNanos = newFromNanos;
    endNanos = newEndNanos;
    Arrays.fill(numbers, 0);
    return this;
  }

  int size() {
    return size;
  }

  long fromNanos() {
    return fromNanos;
  }

  long endNanos() {
    return endNanos;
  }

  long startNanos(int bucket) {
    return fromNanos + bucket * periodNanos;
  }

  /** Adds the quad at a place of another array to the bucket that holds the time. */
  void add(long timeNanos, double[] quads, int at) {
    int bucket = (int) ((timeNanos - fromNanos) / periodNanos);
    Quad.merge(numbers, bucket * Quad.SIZE, quads, at);
  }

  /** Returns the four numbers of a bucket, if it holds a sample. */
  Optional<StatisticSet> set(int bucket) {
    int at = bucket * Quad.SIZE;
    return numbers[at] == 0
        ? Optional.empty()
        : Optional.of(
            new StatisticSet(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]));
  }

  /** Returns how many samples a bucket holds. */
  double sampleCount(int bucket) {
    return numbers[bucket * Quad.SIZE];
  }

  /** Returns a statistic of a bucket by its four numbers, NaN if there is none. */
  double value(int bucket, Statistic statistic) {
    int at = bucket * Quad.SIZE;
    return statistic.value(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]);
  }
}
