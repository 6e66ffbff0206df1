package io.headroom.elb;

import java.util.Arrays;

/**
 * When the number of requests under way falls, for a few targets whose requests all have an end
 * that is known.
 *
 * <p>The row of a number holds for each place when the requests under way there fall to it: the row
 * of none the last end of all, the next row the last end but one, and so on. So nothing is done
 * when a request ends, as a choice compares with the clock; and one more request moves the earlier
 * ends of its place up by a row. Not thread-safe.
 */
final class Falls {
  /** The most requests under way at a place. */
  static final int ROWS = 8;

  /** With more places a choice would walk too far. */
  static final int MOST_PLACES = 64;

  /** So many rows are moved without a look at the clock: nobody can predict which have passed. */
  private static final int MOVED = 3;

  private final int places;

  /** The row of n begins at n * places. */
  private final long[] times;

  /** For each row a time before which no place of it falls, unless one has fallen already. */
  private final long[] earliest = new long[ROWS];

  /** Creates the falls of so many places, without a request. */
  Falls(int places) {
    this.places = places;
    times = new long[ROWS * places];
  }

  /** Returns the next place from one on, going round, of those with the fewest requests. */
  int next(int from, long nowNanos) {
    for (int row = 0; row < ROWS; row++) {
      if (earliest[row] <= nowNanos) {
        int place = fallen(row, from, nowNanos);
        if (place >= 0) {
          return place;
        }
        earliest[row] = earliest(row);
      }
    }
    // No place has more requests than there are rows, so all have that many.
    return from;
  }

  private int fallen(int row, int from, long nowNanos) {
    int start = row * places;
    int place = from;
    do {
      if (times[start + place] <= nowNanos) {
        return place;
      }
      place = place + 1 == places ? 0 : place + 1;
    } while (place != from);
    return -1;
  }

  private long earliest(int row) {
    long earliest = Long.MAX_VALUE;
    for (int i = row * places; i < (row + 1) * places; i++) {
      earliest = Math.min(earliest, times[i]);
    }
    return earliest;
  }

  /**
   * Adds a request.
   *
   * @return the end for which there is no row, after now only if there are too many requests
   */
  long add(int place, long nowNanos, long endNanos) {
    long[] all = times;
    long moving = endNanos;
    int at = place;
    for (int row = 0; row < MOVED; row++) {
      // The larger stays, without a branch; JDK 17 would make one of Math.max.
      long lead = moving - all[at];
      long larger = all[at] + (lead & ~(lead >> 63));
      moving += all[at] - larger;
      all[at] = larger;
      at += places;
    }
    while (moving > nowNanos && at < all.length) {
      long larger = Math.max(all[at], moving);
      moving += all[at] - larger;
      all[at] = larger;
      at += places;
    }
    return moving;
  }

  /** Returns whether a request is under way at a place. */
  boolean isUnderWay(int place, long nowNanos) {
    return times[place] > nowNanos;
  }

  /** Learns of the ends of requests under way. */
  @FunctionalInterface
  interface Ends {
    /** Takes an end at a place. */
    void take(int place, long endNanos);
  }

  /** Hands over the requests that end after an instant, and forgets all. */
  void drain(long nowNanos, Ends ends) {
    for (int i = 0; i < times.length; i++) {
      if (times[i] > nowNanos) {
        ends.take(i % places, times[i]);
      }
    }
    Arrays.fill(times, 0);
    Arrays.fill(earliest, 0);
  }
}
