package io.headroom.elb;

import java.util.Arrays;

/**
 * The ends of requests that a router has still to learn of, earliest first.
 *
 * <p>A tournament over places: a key holds the time since a base in its high bits and the place in
 * its low ones. Adding and taking cost log2(places) matches without a branch that depends on the
 * keys. Not thread-safe.
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

  /** For each place the target whose request ends. */
  private int[] targets = new int[1 << 4];

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
    return first >>> placeBits <= nowNanos - baseNanos && first != IDLE;
  }

  /**
   * Adds an end.
   *
   * @param seenNanos a time before which there is no end, neither this nor one that is added later
   */
  void add(long seenNanos, long endNanos, int target) {
    if (endNanos - baseNanos > limitNanos) {
      rebase(seenNanos);
    }
    int place = freeCount > 0 ? free[--freeCount] : newPlace();
    targets[place] = target;
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

  /** Takes out the earliest end; returns its target. */
  int take() {
    int place = (int) first & ((1 << placeBits) - 1);
    first = play(place, IDLE);
    free[freeCount++] = place;
    return targets[place];
  }

  /** Takes out all ends at a target, by looking at each of all. */
  void forget(int target) {
    for (int place = 0; place < used; place++) {
      if (targets[place] == target && keys[leaf(place)] != IDLE) {
        first = play(place, IDLE);
        free[freeCount++] = place;
      }
    }
  }

  /** Learns of ends. */
  @FunctionalInterface
  interface Ends {
    /** Takes an end at a target. */
    void take(int target, long endNanos);
  }

  /** Hands over all ends, in no order, and forgets them. */
  void drain(Ends ends) {
    for (int place = 0; place < used; place++) {
      long key = keys[leaf(place)];
      if (key != IDLE) {
        ends.take(targets[place], baseNanos + (key >>> placeBits));
      }
    }
    Arrays.fill(keys, IDLE);
    first = IDLE;
    used = 0;
    freeCount = 0;
  }

  /** Returns how many ends there are. */
  int size() {
    return used - freeCount;
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
    targets = Arrays.copyOf(targets, places);
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

  /** Moves the base on; needed once in hours or days of simulated time. */
  private void rebase(long seenNanos) {
    long moved = Math.min(first >>> placeBits, seenNanos - baseNanos);
    baseNanos += moved;
    for (int place = 0; place < used; place++) {
      if (keys[leaf(place)] != IDLE) {
        first = play(place, keys[leaf(place)] - (moved << placeBits));
      }
    }
  }
}
