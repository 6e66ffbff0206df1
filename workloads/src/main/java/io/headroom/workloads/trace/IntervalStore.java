package io.headroom.workloads.trace;

import io.headroom.sim.SimTime;
import java.util.Arrays;

/**
 * Consecutive intervals of a trace with their counts, of which only those are kept that the run or
 * the filling of its gaps can still need. Times are those of the trace.
 */
final class IntervalStore {
  private final TraceWindow window;
  private final long originNanos;
  private final long limitNanos;
  private long[] starts = new long[1_024];
  private double[] counts = new double[1_024];
  private int size;
  private long endNanos;

  IntervalStore(TraceWindow window, long firstRowNanos) {
    this.window = window;
    originNanos = window.originNanos(firstRowNanos);
    limitNanos = window.endNanos(originNanos);
  }

  /** Whether the run is over at this time, so that nothing behind it matters. */
  boolean isPast(long timeNanos) {
    return timeNanos >= limitNanos;
  }

  /** Adds the interval that follows the last one. */
  void add(long startNanos, long untilNanos, double count) {
    boolean needed = untilNanos > originNanos - SimTime.DAY && !isPast(startNanos);
    if (!needed || untilNanos <= startNanos) {
      return;
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    starts[size] = startNanos;
    counts[size++] = count;
    endNanos = untilNanos;
  }

  /** Whether all of the span lies in intervals that are kept. */
  boolean covers(long fromNanos, long untilNanos) {
    return size > 0 && fromNanos >= starts[0] && untilNanos <= endNanos;
  }

  /** The number of requests in a span, taking each interval's as evenly spread. */
  double sum(long fromNanos, long untilNanos) {
    int found = Arrays.binarySearch(starts, 0, size, fromNanos);
    double sum = 0;
    for (int i = found >= 0 ? found : -found - 2; i < size && starts[i] < untilNanos; i++) {
      long from = Math.max(fromNanos, starts[i]);
      long until = Math.min(untilNanos, end(i));
      sum += counts[i] * share(i, until - from);
    }
    return sum;
  }

  /** The share of an interval, exactly 1 for all of it. */
  private double share(int index, long nanos) {
    return nanos / (double) (end(index) - starts[index]);
  }

  private long end(int index) {
    return index + 1 < size ? starts[index + 1] : endNanos;
  }

  /** Whether any interval lies behind the start of the run. */
  boolean reachesRun() {
    return size > 0 && endNanos > originNanos;
  }

  /**
   * Returns the intervals in simulated time. An interval that the start of the run cuts keeps its
   * share of the requests.
   *
   * @param factor what each count is multiplied by
   */
  Counts toCounts(double factor) {
    int first = 0;
    while (first < size && end(first) <= originNanos) {
      first++;
    }
    long[] newStarts = new long[size - first];
    double[] newCounts = new double[size - first];
    for (int i = first; i < size; i++) {
      long from = Math.max(originNanos, starts[i]);
      newStarts[i - first] = simulated(from);
      newCounts[i - first] = factor * counts[i] * share(i, end(i) - from);
    }
    return new Counts(newStarts, newCounts, simulated(endNanos));
  }

  private long simulated(long timeNanos) {
    long nanos = timeNanos - originNanos;
    return window.speedUp() == 1 ? nanos : (long) (nanos / window.speedUp());
  }
}
