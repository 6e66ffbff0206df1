package io.headroom.cloudwatch;

import java.util.Arrays;
import java.util.Optional;

/**
 * Equal spans of time laid end to end, and the four numbers of the samples that fell into each.
 *
 * <p>A store has one, which each read lays out anew: so the array stays in the processor's cache
 * however many alarms there are. Not thread-safe.
 */
final class Buckets implements Granules.Visitor {
  private double[] numbers = {};
  private long periodNanos;
  private long fromNanos;
  private long endNanos;

  /**
   * Lays out empty buckets of a period from one time on, the last of which ends at another.
   *
   * @return this
   */
  Buckets lay(long newPeriodNanos, long newFromNanos, long newEndNanos) {
    periodNanos = newPeriodNanos;
    fromNanos = newFromNanos;
    endNanos = newEndNanos;
    int length = size() * Quad.SIZE;
    if (numbers.length < length) {
      numbers = new double[length];
    } else {
      Arrays.fill(numbers, 0, length, 0);
    }
    return this;
  }

  int size() {
    return (int) ((endNanos - fromNanos + periodNanos - 1) / periodNanos);
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

  /** Adds a data point to the bucket that holds its start. */
  @Override
  public void point(long startNanos, Chunk chunk, int place) {
    int bucket = (int) ((startNanos - fromNanos) / periodNanos);
    chunk.addTo(numbers, bucket * Quad.SIZE, place);
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
