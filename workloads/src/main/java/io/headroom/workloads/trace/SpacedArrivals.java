package io.headroom.workloads.trace;

import io.headroom.sim.RandomStream;
import io.headroom.workload.Arrivals;

/**
 * The arrivals of counts with random spacings, scaled so that each interval holds exactly its own:
 * of N + 1 spacings that fill the interval the last one leads to its end.
 *
 * <p>The spacings of an interval are summed first and used afterwards. The first of them are kept
 * meanwhile; where there are more, a copy of the random stream sums the rest and the stream itself
 * draws them again, so that memory has a limit. A count with a fraction is rounded up with the
 * probability of the fraction.
 */
final class SpacedArrivals implements Arrivals {
  private static final int MOST_KEPT = 1 << 17;

  private final Counts counts;
  private final Spacing spacing;
  private final RandomStream random;
  private final long horizonNanos;
  private int interval;
  private long startNanos;
  private long lastOffset;
  private double scale;
  private double position;
  private long left;
  private double[] kept = {};
  private int keptCount;
  private int keptUsed;

  SpacedArrivals(Counts counts, Spacing spacing, RandomStream random, long horizonNanos) {
    this.counts = counts;
    this.spacing = spacing;
    this.random = random;
    this.horizonNanos = horizonNanos;
  }

  @Override
  public int next(long[] times) {
    int filled = 0;
    while (filled < times.length && (left > 0 || openInterval())) {
      filled = fill(times, filled);
    }
    return filled;
  }

  private boolean openInterval() {
    if (interval >= counts.size() || counts.startNanos(interval) >= horizonNanos) {
      return false;
    }
    startNanos = counts.startNanos(interval);
    long length = counts.endNanos(interval) - startNanos;
    lastOffset = length - 1;
    left = whole(counts.count(interval));
    scale = left == 0 ? 0 : length / total(left + 1);
    position = 0;
    interval++;
    return true;
  }

  private long whole(double count) {
    long floor = (long) count;
    return count > floor && random.nextDouble() < count - floor ? floor + 1 : floor;
  }

  private double total(long spacings) {
    keptCount = (int) Math.min(spacings, MOST_KEPT);
    keptUsed = 0;
    if (kept.length < keptCount) {
      kept = new double[Math.min(MOST_KEPT, 2 * keptCount)];
    }
    double total = 0;
    for (int i = 0; i < keptCount; i++) {
      kept[i] = spacing.next(random);
      total += kept[i];
    }
    RandomStream ahead = random.copy();
    for (long i = keptCount; i < spacings; i++) {
      total += spacing.next(ahead);
    }
    return total;
  }

  private double nextSpacing() {
    return keptUsed < keptCount ? kept[keptUsed++] : spacing.next(random);
  }

  private int fill(long[] times, int from) {
    int filled = from;
    double sum = position;
    int end = from + (int) Math.min(left, times.length - from);
    while (filled < end) {
      sum += nextSpacing();
      times[filled++] = startNanos + Math.min(lastOffset, (long) (sum * scale));
    }
    position = sum;
    left -= end - from;
    if (left == 0) {
      // The spacing that leads from the last arrival to the end of the interval.
      nextSpacing();
    }
    return withinHorizon(times, from, end);
  }

  /** Cuts off what lies at or after the horizon, and with it the rest of the trace. */
  private int withinHorizon(long[] times, int from, int end) {
    int filled = end;
    while (filled > from && times[filled - 1] >= horizonNanos) {
      filled--;
    }
    if (filled < end) {
      left = 0;
      interval = counts.size();
    }
    return filled;
  }
}
