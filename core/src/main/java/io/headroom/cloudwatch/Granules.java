package io.headroom.cloudwatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The data points of one series at one granularity, sorted by time, in {@linkplain Chunk chunks} of
 * neighbours.
 *
 * <p>The newest chunk is at hand: there samples arrive and alarms read. Adding to it costs O(1); a
 * late sample costs a search, and reading starts at the first point asked for. Nothing is copied
 * when the series grows, and chunks that have expired are used again, so a series that has reached
 * its length makes no object.
 */
final class Granules {
  /** Sweeps come once a day, and the shortest time that points are kept is an eighth of that. */
  private static final int SPARES = 8;

  private static final long NONE = Long.MIN_VALUE;

  private final long granuleNanos;
  private final long shiftNanos;
  private long last = NONE;
  private long rewrites;
  private @Nullable Chunk newest;
  private final List<Chunk> chunks = new ArrayList<>(1);
  private final List<Chunk> spares = new ArrayList<>(0);

  /** Creates an empty row of granules that count by a clock that starts at an instant. */
  Granules(long granuleNanos, Instant start) {
    this.granuleNanos = granuleNanos;
    shiftNanos = ClockMarks.shiftNanos(granuleNanos, start);
  }

  boolean isEmpty() {
    return last == NONE;
  }

  /** Returns the start of the newest granule; there must be one. */
  long lastNanos() {
    return startOf(last);
  }

  long preload() {
    return newest == null ? 0 : newest.preload() + rewrites;
  }

  /** Returns how often anything but the newest granule may have changed. */
  long rewrites() {
    return rewrites;
  }

  /** Returns the number of the granule that holds a time. */
  long granule(long timeNanos) {
    return Math.floorDiv(timeNanos + shiftNanos, granuleNanos);
  }

  /** Returns the start of a granule. */
  long startOf(long granule) {
    return granule * granuleNanos - shiftNanos;
  }

  /** Returns the end of the granule that holds a time. */
  long endOf(long timeNanos) {
    return startOf(granule(timeNanos) + 1);
  }

  /** Returns the chunk to which a point of a granule has to be added. */
  Chunk open(long granule) {
    if (granule < last) {
      rewrites++;
    }
    last = Math.max(last, granule);
    long number = granule >> Chunk.SHIFT;
    return newest != null && newest.number() == number ? newest : chunk(number);
  }

  /** Shows each point that starts from one time to another, both included, to a visitor. */
  void visit(long fromNanos, long lastNanos, Visitor visitor) {
    long first = granule(fromNanos + granuleNanos - 1);
    long last = granule(lastNanos);
    if (newest != null && newest.number() <= first >> Chunk.SHIFT) {
      visit(newest, first, last, visitor);
      return;
    }
    int end = from((last >> Chunk.SHIFT) + 1);
    for (int i = from(first >> Chunk.SHIFT); i < end; i++) {
      visit(chunks.get(i), first, last, visitor);
    }
  }

  private void visit(Chunk chunk, long first, long last, Visitor visitor) {
    long firstNanos = startOf(chunk.number() << Chunk.SHIFT);
    for (long left = chunk.places(first, last); left != 0; left &= left - 1) {
      int place = Long.numberOfTrailingZeros(left);
      visitor.point(firstNanos + place * granuleNanos, chunk, place);
    }
  }

  /** Returns whether a point ended at or before a time. */
  boolean hasBefore(long timeNanos) {
    return !chunks.isEmpty() && chunks.get(0).first() < granule(timeNanos);
  }

  /** Moves the points that ended at or before the horizon into a longer granularity, if any. */
  void expire(long horizonNanos, @Nullable Granules longer) {
    rewrites++;
    long last = granule(horizonNanos) - 1;
    int emptied = 0;
    for (Chunk chunk : chunks) {
      if (longer != null) {
        visit(chunk, Long.MIN_VALUE, last, longer::add);
      }
      chunk.remove(chunk.places(Long.MIN_VALUE, last));
      if (!chunk.isEmpty()) {
        break;
      }
      emptied++;
    }
    drop(emptied);
  }

  private void add(long startNanos, Chunk from, int fromPlace) {
    long granule = granule(startNanos);
    open(granule).add(Chunk.place(granule), from, fromPlace);
  }

  /** Drops the oldest chunks, and keeps as many of them for later as one day may need. */
  private void drop(int emptied) {
    List<Chunk> dropped = chunks.subList(0, emptied);
    int live = chunks.size() - emptied;
    int kept = Math.min(emptied, Math.max(0, SPARES * live - spares.size()));
    spares.addAll(dropped.subList(0, kept));
    dropped.clear();
    if (live == 0) {
      spares.clear();
      newest = null;
      last = NONE;
    }
  }

  /** Returns the chunk with a number, made if new. */
  private Chunk chunk(long number) {
    int index = from(number);
    if (index < chunks.size() && chunks.get(index).number() == number) {
      return chunks.get(index);
    }
    Chunk made = spares.isEmpty() ? new Chunk() : spares.remove(spares.size() - 1);
    chunks.add(index, made.begin(number, newest != null && newest.hasQuads()));
    newest = chunks.get(chunks.size() - 1);
    return made;
  }

  /** Returns the index of the first chunk with this number or a greater one. */
  private int from(long number) {
    int low = 0;
    int high = chunks.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (chunks.get(middle).number() < number) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Sees the points of a series one by one. */
  @FunctionalInterface
  interface Visitor {
    /** Takes the point that starts at a time and lies at a place of a chunk. */
    void point(long startNanos, Chunk chunk, int place);
  }
}
