package io.headroom.ec2;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

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

  /** The free times of so few workers stand in order before the entries. */
  private static final int FEW = 8;

  private static final int FIRST_ENTRIES = 16;

  /** A table of so many stays as it is, since load goes up and down. */
  private static final int SHORT_ENTRIES = 256;

  private static final int MOST_ENTRIES = 1 << 14;

  /** A tournament over many workers costs more than one over the requests in service. */
  private static final int MOST_WORKERS = 16;

  private final int group;
  private final int limit;
  private final int workers;

  /** The free times of more workers, null for few. */
  private final @Nullable FreeTimes many;

  /**
   * Where few workers stand, when each will be free; then the entries. One array, as thousands of
   * machines are more than the caches hold, and each array would be one more wait.
   */
  private long[] table;

  /** The end of the entries in the table. */
  private int end = FEW;

  /** When the first worker is free; here too, as each request waits for it. */
  private long firstFreeNanos;

  /** The demands added, in nanoseconds of a worker. */
  private long workNanos;

  /** Requests that end up to and with this instant are counted. */
  private long countedNanos;

  private long bytesIn;
  private long bytesOut;

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

  /**
   * Creates a plan without requests.
   *
   * @param group the number of the machine's group
   * @param workers how many requests are in service at once
   * @param limit how many may be planned at once, a power of two
   */
  PlannedRequests(int group, int workers, int limit) {
    this.group = group;
    this.limit = limit;
    this.workers = workers;
    many = workers > FEW ? new FreeTimes(workers) : null;
    table = newTable(Math.min(limit, FIRST_ENTRIES));
  }

  private static long[] newTable(int entries) {
    return new long[FEW + (entries << COLUMN_BITS)];
  }

  /** Returns for how many entries there is room, used or not. */
  private int room() {
    return (table.length - FEW) >>> COLUMN_BITS;
  }

  /**
   * Returns how many requests may be planned on a machine, 0 if none: with many workers, or room
   * for few requests, plans would cost more than they save.
   */
  static int limit(int workers, int queueLimit) {
    int room = Integer.highestOneBit((int) Math.min(MOST_ENTRIES, (long) workers + queueLimit));
    return workers <= MOST_WORKERS && room >= FIRST_ENTRIES / 2 ? room : 0;
  }

  /** Returns the number of the machine's group. */
  public int group() {
    return group;
  }

  /** Returns when a request would begin that arrives now: then, or when a worker is free. */
  public long nextStartNanos(long nowNanos) {
    // The larger of the two without a branch that nobody can predict.
    long wait = firstFreeNanos - nowNanos;
    return nowNanos + (wait & ~(wait >> 63));
  }

  /** Returns whether there is room for one more, after dropping what has ended. */
  public boolean hasRoom(long nowNanos) {
    return end < table.length || makeRoom(nowNanos);
  }

  private boolean makeRoom(long nowNanos) {
    int kept = FEW;
    long[] all = table;
    for (int entry = FEW; entry < all.length; entry += 1 << COLUMN_BITS) {
      long endNanos = all[entry + END];
      all[kept + ARRIVAL] = all[entry + ARRIVAL];
      all[kept + START] = all[entry + START];
      all[kept + END] = endNanos;
      all[kept + LABEL] = all[entry + LABEL];
      // Nobody can predict which have ended, so this is no branch: on by one entry if not.
      kept += (int) ((nowNanos - endNanos) >>> 63) << COLUMN_BITS;
    }
    end = kept;
    return adapt(size(), room());
  }

  /** Makes the table longer or, after a rush, shorter; false if it must not be longer. */
  private boolean adapt(int used, int room) {
    if (used > room / 4 * 3) {
      if (room == limit) {
        return false;
      }
      table = Arrays.copyOf(table, FEW + ((2 * room) << COLUMN_BITS));
    } else if (used <= room / 64 && room > SHORT_ENTRIES) {
      table = Arrays.copyOf(table, FEW + ((room / 2) << COLUMN_BITS));
    }
    return true;
  }

  /**
   * Plans a request that arrives now; there must be room.
   *
   * @param startNanos {@link #nextStartNanos}
   * @param label what {@link Counter} is told of it
   */
  public void add(long nowNanos, long startNanos, long endNanos, long label) {
    occupy(endNanos);
    workNanos += endNanos - startNanos;
    append(nowNanos, startNanos, endNanos, label);
  }

  /** Takes over a request that is in service. */
  void takeOver(long arrivalNanos, long endNanos, long label) {
    occupy(endNanos);
    append(arrivalNanos, arrivalNanos, endNanos, label);
  }

  /** Keeps the worker that is free first busy until an instant. */
  private void occupy(long untilNanos) {
    if (many == null) {
      FreeTimes.occupy(table, workers, untilNanos);
      firstFreeNanos = table[0];
    } else {
      many.occupy(untilNanos);
      firstFreeNanos = many.first();
    }
  }

  private void append(long arrivalNanos, long startNanos, long endNanos, long label) {
    long[] all = table;
    int entry = end;
    end = entry + (1 << COLUMN_BITS);
    all[entry + ARRIVAL] = arrivalNanos;
    all[entry + START] = startNanos;
    all[entry + END] = endNanos;
    all[entry + LABEL] = label;
  }

  /**
   * Begins with no request at all, all that have ended before now being counted.
   *
   * @param needed for how many requests there has to be room at once
   */
  void begin(long nowNanos, int needed) {
    if (room() <= needed) {
      table = newTable(2 * Integer.highestOneBit(needed));
    }
    Arrays.fill(table, 0, FEW, 0);
    if (many != null) {
      many.clear();
    }
    end = FEW;
    firstFreeNanos = 0;
    workNanos = 0;
    bytesIn = 0;
    bytesOut = 0;
    countedNanos = nowNanos - 1;
  }

  /** Counts the bytes of a request and of its response. */
  public void transfer(long requestBytes, long responseBytes) {
    bytesIn += requestBytes;
    bytesOut += responseBytes;
  }

  /** Returns the bytes received since the plan began. */
  long bytesIn() {
    return bytesIn;
  }

  /** Returns the bytes sent since the plan began. */
  long bytesOut() {
    return bytesOut;
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
    for (int i = 0; i < size(); i++) {
      long endNanos = endNanos(i);
      if (endNanos > fromNanos && endNanos <= toNanos) {
        counter.count(label(i), endNanos - arrivalNanos(i), sign);
      }
    }
  }

  /** Returns how many requests are in service or wait, as of the instant they are counted to. */
  int inFlight() {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      count += endNanos(i) > countedNanos ? 1 : 0;
    }
    return count;
  }

  /** Hands over the label of each of those. */
  public void forEachUnderWay(LongConsumer labels) {
    for (int i = 0; i < size(); i++) {
      if (endNanos(i) > countedNanos) {
        labels.accept(label(i));
      }
    }
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
    long left =
        many == null ? FreeTimes.busyAfter(table, workers, nowNanos) : many.busyAfter(nowNanos);
    return workNanos - left;
  }

  /** Returns how many entries there are, some of which may have ended, in order of their starts. */
  int size() {
    return (end - FEW) >>> COLUMN_BITS;
  }

  long arrivalNanos(int index) {
    return table[FEW + (index << COLUMN_BITS) + ARRIVAL];
  }

  long demandNanos(int index) {
    return endNanos(index) - startNanos(index);
  }

  long startNanos(int index) {
    return table[FEW + (index << COLUMN_BITS) + START];
  }

  long endNanos(int index) {
    return table[FEW + (index << COLUMN_BITS) + END];
  }

  long label(int index) {
    return table[FEW + (index << COLUMN_BITS) + LABEL];
  }
}
