package io.headroom.benchmarks.yardstick;

import java.util.Arrays;

/**
 * The earliest of the ends of all workers: a winner tree over slots. A key holds the time in its
 * high bits and the slot in its low ones, so that a comparison needs no second array and the
 * smaller slot wins a tie. Setting one slot costs log2(slots) comparisons without a branch.
 */
final class Tournament {
  private static final long IDLE = Long.MAX_VALUE;

  private final int slotBits;
  private final int leaves;
  private final long[] keys;

  Tournament(int slots) {
    slotBits = Math.max(1, 32 - Integer.numberOfLeadingZeros(slots - 1));
    leaves = 1 << slotBits;
    keys = new long[2 * leaves];
    Arrays.fill(keys, IDLE);
  }

  /** Returns the earliest time, {@link #idleNanos} if all slots are idle. */
  long nextNanos() {
    return keys[1] >>> slotBits;
  }

  /** Returns a time that no slot is ever due. */
  long idleNanos() {
    return IDLE >>> slotBits;
  }

  int nextSlot() {
    return (int) keys[1] & (leaves - 1);
  }

  void set(int slot, long nanos) {
    play(slot, nanos << slotBits | slot);
  }

  void clear(int slot) {
    play(slot, IDLE);
  }

  private void play(int slot, long key) {
    long[] matches = keys;
    long winner = key;
    int node = leaves + slot;
    matches[node] = winner;
    while (node > 1) {
      winner = minimum(winner, matches[node ^ 1]);
      node >>>= 1;
      matches[node] = winner;
    }
  }

  /** Keys are not negative, so the difference cannot overflow; JDK 17 would branch in Math.min. */
  private static long minimum(long a, long b) {
    long difference = a - b;
    return b + (difference & (difference >> 63));
  }
}
