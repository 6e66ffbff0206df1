package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The data points of one series at one granularity, sorted by time, in two parallel arrays.
 *
 * <p>Appending costs O(1) on average and allocates only when the arrays grow; a late sample costs a
 * binary search, and a move of the points after it if its granule is new. Reading starts at the
 * first point asked for: at once where the series has no gap behind it, else by binary search.
 */
final class Granules {
  private static final int FIRST_CAPACITY = 8;

  private final long granuleNanos;
  private final long shiftNanos;
  private long[] starts = {};
  private double[] quads = {};
  private int head;
  private int end;
  private long rewrites;

  /** Creates an empty row of granules that count by a clock that starts at an instant. */
  Granules(long granuleNanos, Instant start) {
    this.granuleNanos = granuleNanos;
    shiftNanos = ClockMarks.shiftNanos(granuleNanos, start);
  }

  boolean isEmpty() {
    return head == end;
  }

  int size() {
    return end - head;
  }

  /** Returns the start of the newest granule; there must be one. */
  long lastNanos() {
    return starts[end - 1];
  }

  /** Returns how often anything but the newest granule may have changed. */
  long rewrites() {
    return rewrites;
  }

  /** Returns the start of the granule that holds a time. */
  long granuleOf(long timeNanos) {
    return SimTime.floor(timeNanos + shiftNanos, granuleNanos) - shiftNanos;
  }

  /** Returns the array of quads; valid until the next slot is made. */
  double[] quads() {
    return quads;
  }

  /** Returns where in the quads the granule that starts at the time has its place, made if new. */
  int slot(long startNanos) {
    int index = end - 1;
    if (isEmpty() || starts[index] < startNanos) {
      index = insert(end, startNanos);
    } else if (starts[index] != startNanos) {
      rewrites++;
      index = firstFrom(startNanos);
      if (starts[index] != startNanos) {
        index = insert(index, startNanos);
      }
    }
    return index * Quad.SIZE;
  }

  /** Adds the points that lie in the buckets to them, up to and including the one at the limit. */
  void addTo(Buckets buckets, long limitNanos) {
    long last = Math.min(buckets.endNanos() - 1, limitNanos);
    for (int i = firstFrom(buckets.fromNanos()); i < end && starts[i] <= last; i++) {
      buckets.add(starts[i], quads, i * Quad.SIZE);
    }
  }

  /** Shows each point from one time to another, both included, to a visitor. */
  void visit(long fromNanos, long lastNanos, Visitor visitor) {
    for (int i = firstFrom(fromNanos); i < end && starts[i] <= lastNanos; i++) {
      visitor.point(starts[i], quads, i * Quad.SIZE);
    }
  }

  /** Returns whether a point ended at or before a time. */
  boolean hasBefore(long timeNanos) {
    return !isEmpty() && starts[head] + granuleNanos <= timeNanos;
  }

  /** Moves the points that ended at or before the horizon into a longer granularity, if any. */
  void expire(long horizonNanos, @Nullable Granules longer) {
    rewrites++;
    while (hasBefore(horizonNanos)) {
      if (longer != null) {
        int slot = longer.slot(longer.granuleOf(starts[head]));
        Quad.merge(longer.quads, slot, quads, head * Quad.SIZE);
      }
      head++;
    }
    if (starts.length > FIRST_CAPACITY && size() < starts.length / 4) {
      resize(size());
    }
  }

  /** Returns the index of the first point at or after a time, the end if there is none. */
  private int firstFrom(long timeNanos) {
    if (isEmpty() || starts[end - 1] < timeNanos) {
      return end;
    }
    // Granules are distinct, so no more than this many fit between the time and the newest one.
    long most = (starts[end - 1] - timeNanos) / granuleNanos + 1;
    int low = (int) Math.max(head, end - most);
    if (starts[low] >= timeNanos) {
      return low;
    }
    int found = Arrays.binarySearch(starts, low, end, timeNanos);
    return found >= 0 ? found : -found - 1;
  }

  private int insert(int index, long startNanos) {
    if (end < starts.length) {
      return open(index, startNanos);
    }
    int offset = index - head;
    resize(Math.max(FIRST_CAPACITY, 2 * size()));
    return open(offset, startNanos);
  }

  private int open(int index, long startNanos) {
    int at = index * Quad.SIZE;
    System.arraycopy(starts, index, starts, index + 1, end - index);
    System.arraycopy(quads, at, quads, at + Quad.SIZE, (end - index) * Quad.SIZE);
    Arrays.fill(quads, at, at + Quad.SIZE, 0);
    starts[index] = startNanos;
    end++;
    return index;
  }

  private void resize(int capacity) {
    int size = size();
    starts = Arrays.copyOf(Arrays.copyOfRange(starts, head, end), capacity);
    double[] used = Arrays.copyOfRange(quads, head * Quad.SIZE, end * Quad.SIZE);
    quads = Arrays.copyOf(used, capacity * Quad.SIZE);
    head = 0;
    end = size;
  }

  /** Sees the points of a series one by one. */
  @FunctionalInterface
  interface Visitor {
    /** Takes the point that starts at a time and whose numbers lie at a place of the quads. */
    void point(long startNanos, double[] quads, int at);
  }
}
