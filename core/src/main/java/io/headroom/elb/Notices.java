package io.headroom.elb;

import java.util.Arrays;

/**
 * The ends of planned requests that a router has still to learn of, earliest first.
 *
 * <p>A router that counts requests under way looks at its counts only when it chooses, so it learns
 * of all ends up to then at once. A tournament over places: a key holds the time since a base in
 * its high bits and the place in its low ones. Adding and taking cost log2(places) matches without
 * a branch that depends on the keys. Not thread-safe.
 */
final class Notices {
  private static final long IDLE = Long.MAX_VALUE;

  private int placeBits = 4;
  private long baseNanos;

  /** The largest time since the base that fits into a key. */
  private long limitNanos = limit(4);

  /** The node i has the children 2i and 2i + 1; the places are the last half. */
  private long[] keys = filled(2 << 4);

  /** The smallest key. It stands apart because it is known before a new one has played. */
  private long first = IDLE;

  /** For each place the slot of the machine in the high half, the number of the cell in the low. */
  private long[] about = new long[1 << 4];

  private int[] free = new int[1 << 4];
  private int freeCount;
  private int used;

  private static long[] filled(int length) {
    long[] array = new long[length];
    Arrays.fill(array, IDLE);
    return array;
  }

  private static long limit(int placeBits) {
    return (IDLE >>> placeBits) - 1;
  }

  /** Returns whether an end is due by now. */
  boolean isDue(long nowNanos) {
    return first >>> placeBits <= nowNanos - baseNanos;
  }

  /**
   * Adds an end.
   *
   * @param endNanos when, not before the last {@link #isDue}
   */
  void add(long endNanos, int slot, int cell) {
    if (endNanos - baseNanos > limitNanos) {
      rebase(endNanos);
    }
    int place = freeCount > 0 ? free[--freeCount] : newPlace();
    about[place] = (long) slot << 32 | cell;
    long key = (endNanos - baseNanos) << placeBits | place;
    first = minimum(first, key);
    play(place, key);
  }

  private int newPlace() {
    if (used == free.length) {
      grow();
    }
    return used++;
  }

  /**
   * Takes out the earliest end; returns its place, where it can be read until the next is added.
   */
  int take() {
    int place = (int) first & ((1 << placeBits) - 1);
    first = play(place, IDLE);
    free[freeCount++] = place;
    return place;
  }

  int slot(int place) {
    return (int) (about[place] >>> 32);
  }

  int cell(int place) {
    return (int) about[place];
  }

  /** Takes out all ends on a machine, by looking at each of all. */
  void forget(int slot) {
    for (int place = 0; place < used; place++) {
      if (slot(place) == slot && keys[leaf(place)] != IDLE) {
        first = play(place, IDLE);
        free[freeCount++] = place;
      }
    }
  }

  private int leaf(int place) {
    return (1 << placeBits) + place;
  }

  /** Carries the smaller key of each match up to the root; returns the smallest of all. */
  private long play(int place, long key) {
    long[] matches = keys;
    long winner = key;
    int node = leaf(place);
    matches[node] = winner;
    while (node > 1) {
      winner = minimum(winner, matches[node ^ 1]);
      node >>>= 1;
      matches[node] = winner;
    }
    return winner;
  }

  /** Keys are not negative, so the difference cannot overflow; JDK 17 would branch in Math.min. */
  private static long minimum(long a, long b) {
    long difference = a - b;
    return b + (difference & (difference >> 63));
  }

  private void grow() {
    int places = 2 * free.length;
    free = Arrays.copyOf(free, places);
    about = Arrays.copyOf(about, places);
    long[] before = Arrays.copyOfRange(keys, leaf(0), 2 * leaf(0));
    placeBits++;
    limitNanos = limit(placeBits);
    keys = filled(2 * places);
    first = IDLE;
    for (int place = 0; place < before.length; place++) {
      long sinceNanos = before[place] >>> (placeBits - 1);
      if (before[place] != IDLE) {
        first = play(place, sinceNanos << placeBits | place);
      }
    }
  }

  /** Moves the base to the earliest end; needed once in hours or days of simulated time. */
  private void rebase(long endNanos) {
    long moved = freeCount == used ? endNanos - baseNanos : first >>> placeBits;
    baseNanos += moved;
    for (int place = 0; place < used; place++) {
      if (keys[leaf(place)] != IDLE) {
        first = play(place, keys[leaf(place)] - (moved << placeBits));
      }
    }
  }
}
