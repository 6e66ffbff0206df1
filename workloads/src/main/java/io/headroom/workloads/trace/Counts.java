package io.headroom.workloads.trace;

import io.headroom.sim.SimTime;
import io.headroom.workloads.LinearPieces;
import java.time.Duration;
import java.util.Arrays;

/**
 * Request counts on consecutive intervals of simulated time; as a rate function, constant on each
 * interval and 0 outside. Immutable; 16 bytes for an interval, and a binary search to look up a
 * time.
 */
public final class Counts implements LinearPieces {
  private final long[] startNanos;
  private final double[] counts;
  private final long endNanos;

  /**
   * Creates the counts without copying the arrays.
   *
   * @param startNanos the starts of the intervals, ascending
   * @param counts the numbers of requests, at least 0; fractions are allowed
   * @param endNanos the end of the last interval
   */
  Counts(long[] startNanos, double[] counts, long endNanos) {
    this.startNanos = startNanos;
    this.counts = counts;
    this.endNanos = endNanos;
  }

  /** Returns the counts of equal intervals, the first of which starts at time zero. */
  public static Counts every(Duration interval, double... counts) {
    long width = interval.toNanos();
    long[] starts = new long[counts.length];
    Arrays.setAll(starts, i -> i * width);
    return new Counts(starts, counts.clone(), counts.length * width);
  }

  /** Returns the number of intervals. */
  public int size() {
    return counts.length;
  }

  /** Returns the start of an interval, in nanoseconds since the start of the run. */
  public long startNanos(int index) {
    return startNanos[index];
  }

  /** Returns the end of an interval, exclusive, which is the start of the next one. */
  public long endNanos(int index) {
    return index + 1 < startNanos.length ? startNanos[index + 1] : endNanos;
  }

  /** Returns the end of the last interval, exclusive; 0 without intervals. */
  public long endNanos() {
    return endNanos;
  }

  /** Returns the number of requests in an interval. */
  public double count(int index) {
    return counts[index];
  }

  /** Returns the number of requests in all intervals. */
  public double total() {
    return Arrays.stream(counts).sum();
  }

  /** Returns the mean rate of an interval, in requests per second. */
  public double rate(int index) {
    return counts[index] / SimTime.seconds(endNanos(index) - startNanos[index]);
  }

  /** Returns the index of the interval that holds the time; -1 outside of all. */
  int indexAt(long timeNanos) {
    if (timeNanos >= endNanos) {
      return -1;
    }
    int found = Arrays.binarySearch(startNanos, timeNanos);
    return found >= 0 ? found : -found - 2;
  }

  @Override
  public double at(long timeNanos) {
    int index = indexAt(timeNanos);
    return index < 0 ? 0 : rate(index);
  }

  @Override
  public double before(long timeNanos) {
    return at(timeNanos - 1);
  }

  @Override
  public long nextBreakpoint(long timeNanos) {
    if (startNanos.length == 0 || timeNanos >= endNanos) {
      return Long.MAX_VALUE;
    }
    return timeNanos < startNanos[0] ? startNanos[0] : endNanos(indexAt(timeNanos));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts that
        && endNanos == that.endNanos
        && Arrays.equals(startNanos, that.startNanos)
        && Arrays.equals(counts, that.counts);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(startNanos) + Arrays.hashCode(counts);
  }

  @Override
  public String toString() {
    return "Counts[%d intervals up to %s, %s requests]"
        .formatted(size(), SimTime.format(endNanos), total());
  }
}
