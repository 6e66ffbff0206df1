package io.headroom.ec2;

import java.util.Arrays;

/**
 * The requests on one machine whose ends are certain from their arrival, with those ends.
 *
 * <p>A machine that serves in order of arrival begins a request when it has arrived and a worker is
 * free, and ends it when its demand is done; what arrives later changes neither. So for as long as
 * nobody disturbs the machine or asks for each end in its turn, start and end are known at once,
 * and a request is one entry here: no row of {@link Requests}, no place, no deadline, no event.
 * Entries that have ended are dropped when room is needed. Not thread-safe.
 */
public final class PlannedRequests {
  /** The label of a request that no client waits for. */
  public static final long ABANDONED = -1;

  /** What the label of a health check has beside its number; nobody counts it. */
  public static final long CHECK = 1L << 62;

  private static final int ARRIVAL = 0;
  private static final int START = 1;
  private static final int END = 2;
  private static final int LABEL = 3;
  private static final int COLUMN_BITS = 2;
  private static final int FIRST_ENTRIES = 16;
  private static final int MOST_ENTRIES = 1 << 14;
  private static final int MOST_WORKERS = 256;

  private final int limit;
  private final FreeTimes freeTimes;

  private long[] entries;
  private int size;

  /** The demands added, in nanoseconds of a worker. */
  private long workNanos;

  /** Requests that end up to and with this instant are counted. */
  private long countedNanos;

  /** Learns that a request counts as ended, or no longer does. */
  @FunctionalInterface
  public interface Counter {
    /**
     * Counts a request.
     *
     * @param label what {@link #add} was told of it
     * @param tookNanos the time from its arrival to its end
     * @param sign 1 to count it, -1 to take that back
     */
    void count(long label, long tookNanos, int sign);
  }

  /** Tells what is to be known of the requests in service whose rows are given up. */
  public interface Labels {
    /**
     * Returns whether a request will end when it is due if nothing disturbs the machine.
     *
     * @param request the row
     * @param endNanos when it is due
     */
    boolean isCertain(int request, long endNanos);

    /** Returns the label for a request, which will be planned from now on. */
    long label(int request, long endNanos);
  }

  /** Learns of a request that has a row again. */
  @FunctionalInterface
  public interface Rows {
    /**
     * Takes the row of a request that is no longer planned.
     *
     * @param request the row
     * @param label what {@link #add} was told of it
     */
    void restored(int request, long label);
  }

  PlannedRequests(int workers, int limit) {
    this.limit = limit;
    freeTimes = new FreeTimes(workers);
    entries = new long[Math.min(limit, FIRST_ENTRIES) << COLUMN_BITS];
  }

  /**
   * Returns how many requests may be planned on a machine, 0 if none: with many workers, or room
   * for few requests, plans would cost more than they save.
   */
  static int limit(int workers, int queueLimit) {
    int room = Integer.highestOneBit((int) Math.min(MOST_ENTRIES, (long) workers + queueLimit));
    return workers <= MOST_WORKERS && room >= FIRST_ENTRIES / 2 ? room : 0;
  }

  /** Returns when a request would begin that arrives now: then, or when a worker is free. */
  public long nextStartNanos(long nowNanos) {
    // The larger of the two without a branch that nobody can predict.
    long wait = freeTimes.first() - nowNanos;
    return nowNanos + (wait & ~(wait >> 63));
  }

  /** Returns whether there is room for one more, after dropping what has ended. */
  public boolean hasRoom(long nowNanos) {
    return size << COLUMN_BITS < entries.length || makeRoom(nowNanos);
  }

  private boolean makeRoom(long nowNanos) {
    int kept = 0;
    long[] all = entries;
    for (int entry = 0; entry < all.length; entry += 1 << COLUMN_BITS) {
      long endNanos = all[entry + END];
      all[kept + ARRIVAL] = all[entry + ARRIVAL];
      all[kept + START] = all[entry + START];
      all[kept + END] = endNanos;
      all[kept + LABEL] = all[entry + LABEL];
      // Nobody can predict which have ended, so this is no branch: on by one entry if not.
      kept += (int) ((nowNanos - endNanos) >>> 63) << COLUMN_BITS;
    }
    size = kept >>> COLUMN_BITS;
    if (kept <= all.length / 2) {
      // After a rush an array that is far too long would only be a longer way through the memory.
      boolean isTooLong = kept <= all.length / 16 && all.length > 2 * FIRST_ENTRIES << COLUMN_BITS;
      entries = isTooLong ? Arrays.copyOf(all, all.length / 2) : all;
      return true;
    }
    if (entries.length >>> COLUMN_BITS == limit) {
      return false;
    }
    entries = Arrays.copyOf(entries, 2 * entries.length);
    return true;
  }

  /**
   * Plans a request that arrives now; there must be room.
   *
   * @param startNanos {@link #nextStartNanos}
   * @param label what {@link Counter} is told of it
   */
  public void add(long nowNanos, long startNanos, long endNanos, long label) {
    freeTimes.occupy(endNanos);
    workNanos += endNanos - startNanos;
    append(nowNanos, startNanos, endNanos, label);
  }

  /** Takes over a request that is in service. */
  void takeOver(long arrivalNanos, long endNanos, long label) {
    freeTimes.occupy(endNanos);
    append(arrivalNanos, arrivalNanos, endNanos, label);
  }

  private void append(long arrivalNanos, long startNanos, long endNanos, long label) {
    int entry = size++ << COLUMN_BITS;
    entries[entry + ARRIVAL] = arrivalNanos;
    entries[entry + START] = startNanos;
    entries[entry + END] = endNanos;
    entries[entry + LABEL] = label;
  }

  /**
   * Begins with no request at all, all that have ended before now being counted.
   *
   * @param room for how many requests there has to be room at once
   */
  void begin(long nowNanos, int room) {
    while (entries.length >>> COLUMN_BITS <= room) {
      entries = new long[2 * entries.length];
    }
    size = 0;
    workNanos = 0;
    countedNanos = nowNanos - 1;
    freeTimes.clear();
  }

  /** Returns up to and with which instant requests that end are counted. */
  public long countedNanos() {
    return countedNanos;
  }

  /**
   * Counts the requests that end up to and with an instant, and no others: later ones that were
   * counted ahead are taken back.
   */
  public void countUntil(long untilNanos, Counter counter) {
    int sign = untilNanos < countedNanos ? -1 : 1;
    long fromNanos = Math.min(untilNanos, countedNanos);
    long toNanos = Math.max(untilNanos, countedNanos);
    countedNanos = untilNanos;
    for (int entry = 0; entry < size << COLUMN_BITS; entry += 1 << COLUMN_BITS) {
      long endNanos = entries[entry + END];
      if (endNanos > fromNanos && endNanos <= toNanos) {
        counter.count(entries[entry + LABEL], endNanos - entries[entry + ARRIVAL], sign);
      }
    }
  }

  /** Returns how many requests are in service or wait, as of the instant they are counted to. */
  int inFlight() {
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += endNanos(i) > countedNanos ? 1 : 0;
    }
    return count;
  }

  /**
   * Returns the work of the requests added, done by now or not, in nanoseconds of a worker; of
   * those taken over, all work until their ends.
   */
  long workNanos() {
    return workNanos;
  }

  /**
   * Returns how much of that work is done by now, no request having arrived later: from then on
   * each worker is busy without a break until it is free.
   */
  long workedNanos(long nowNanos) {
    return workNanos - freeTimes.busyAfter(nowNanos);
  }

  /** Returns how many entries there are, some of which may have ended, in order of their starts. */
  int size() {
    return size;
  }

  long arrivalNanos(int index) {
    return entries[(index << COLUMN_BITS) + ARRIVAL];
  }

  long demandNanos(int index) {
    return endNanos(index) - startNanos(index);
  }

  long startNanos(int index) {
    return entries[(index << COLUMN_BITS) + START];
  }

  long endNanos(int index) {
    return entries[(index << COLUMN_BITS) + END];
  }

  long label(int index) {
    return entries[(index << COLUMN_BITS) + LABEL];
  }
}
