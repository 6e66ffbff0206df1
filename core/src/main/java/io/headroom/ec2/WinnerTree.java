package io.headroom.ec2;

import java.util.Arrays;

/**
 * The earliest of many due times, one for each slot: a tournament whose leaves are the slots.
 *
 * <p>A change of one slot costs log2(slots) comparisons without an unpredictable branch, reading
 * the winner costs O(1). Each key packs the time since a base with the slot, so that the smaller
 * slot wins a tie; the base moves on as time does. Times too far ahead to be packed are held at the
 * largest key and looked at again when the base moves. Not thread-safe.
 */
public final class WinnerTree {
  /** The due time of a slot that is not due at all. */
  public static final long IDLE = Long.MAX_VALUE;

  private int slotBits = 4;
  private long limit = limit(4);
  private long farKey = limit << slotBits;
  private long baseNanos;
  private long[] dueNanos = filled(16);
  private long[] keys = filled(32);

  /** Creates a tree whose slots are all idle. */
  public WinnerTree() {}

  private static long[] filled(int length) {
    long[] array = new long[length];
    Arrays.fill(array, IDLE);
    return array;
  }

  /** Returns the earliest due time in nanoseconds, {@link Long#MAX_VALUE} if all slots are idle. */
  public long nextNanos() {
    long key = keys[1];
    return key < farKey ? baseNanos + (key >>> slotBits) : farNanos();
  }

  /** All slots are idle, or the earliest is beyond what fits into a key. */
  private long farNanos() {
    if (keys[1] == IDLE) {
      return IDLE;
    }
    rebase();
    return nextNanos();
  }

  /** Returns the slot that is due first; meaningless if all are idle. */
  public int nextSlot() {
    return (int) keys[1] & ((1 << slotBits) - 1);
  }

  /** Returns when a slot is due, {@link #IDLE} if it is not. */
  public long dueNanos(int slot) {
    return slot < dueNanos.length ? dueNanos[slot] : IDLE;
  }

  /**
   * Sets when a slot is due.
   *
   * @param slot the slot, not negative; the tree grows as needed
   * @param timeNanos the due time, {@link Long#MAX_VALUE} for idle
   */
  public void set(int slot, long timeNanos) {
    if (slot >= dueNanos.length) {
      grow(slot);
    }
    dueNanos[slot] = timeNanos;
    if (timeNanos < baseNanos) {
      baseNanos = timeNanos;
      rebuild();
      return;
    }
    play(slot + dueNanos.length, key(slot, timeNanos));
  }

  /** Carries the smaller key of each match up to the root. */
  private void play(int leaf, long key) {
    long[] matches = keys;
    long winner = key;
    matches[leaf] = winner;
    for (int node = leaf; node > 1; node >>>= 1) {
      winner = minimum(winner, matches[node ^ 1]);
      matches[node >>> 1] = winner;
    }
  }

  /** Keys are not negative, so the difference cannot overflow; JDK 17 would branch in Math.min. */
  private static long minimum(long a, long b) {
    long difference = a - b;
    return b + (difference & (difference >> 63));
  }

  /** The largest time that fits beside the slot, less one so that a key never equals IDLE. */
  private static long limit(int slotBits) {
    return (IDLE >>> slotBits) - 1;
  }

  private long key(int slot, long timeNanos) {
    long sinceBase = timeNanos - baseNanos;
    if (sinceBase < limit) {
      return sinceBase << slotBits | slot;
    }
    return timeNanos == IDLE ? IDLE : limit << slotBits | slot;
  }

  /** Moves the base to the earliest due time; needed once in hours or days of simulated time. */
  private void rebase() {
    long earliest = IDLE;
    for (long timeNanos : dueNanos) {
      earliest = Math.min(earliest, timeNanos);
    }
    baseNanos = earliest;
    rebuild();
  }

  private void grow(int slot) {
    int length = dueNanos.length;
    while (slot >= length) {
      length *= 2;
      slotBits++;
    }
    limit = limit(slotBits);
    farKey = limit << slotBits;
    long[] longer = filled(length);
    System.arraycopy(dueNanos, 0, longer, 0, dueNanos.length);
    dueNanos = longer;
    keys = filled(2 * length);
    rebuild();
  }

  private void rebuild() {
    int leaves = dueNanos.length;
    for (int slot = 0; slot < leaves; slot++) {
      keys[leaves + slot] = key(slot, dueNanos[slot]);
    }
    for (int node = leaves - 1; node > 0; node--) {
      keys[node] = minimum(keys[2 * node], keys[2 * node + 1]);
    }
  }
}
