package io.headroom.ec2;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * The smallest of a few keys, one for each place: a tournament whose nodes hold the key and the
 * place that won below, so that a match reads only addresses known from the start.
 *
 * <p>Keys are longs that are not negative, all 63 bits of them, so the bits of a double that is not
 * negative will do as well. The smaller place wins a tie. Setting a key costs log2(places) matches
 * without a branch that depends on the keys; reading the winner costs O(1). Not thread-safe.
 */
final class Tournament {
  /** The key of a place that does not take part. */
  static final long IDLE = Long.MAX_VALUE;

  private int places;

  /** Keys of the winners: node 1 is the final; the places are the nodes from {@code places} on. */
  private long[] keys;

  /** Places of the winners, by node. */
  private int[] winners;

  /**
   * Creates a tournament whose places are all idle.
   *
   * @param places how many, a power of two
   */
  Tournament(int places) {
    this.places = places;
    keys = new long[2 * places];
    winners = new int[2 * places];
    clear();
  }

  int places() {
    return places;
  }

  /** Returns the place with the smallest key. */
  int winner() {
    return winners[1];
  }

  /** Returns the smallest key, {@link #IDLE} if all places are idle. */
  long smallest() {
    return keys[1];
  }

  /** Sets the key of a place and returns the smallest of all. */
  long set(int place, long key) {
    long[] best = keys;
    int[] nodes = winners;
    int node = place + places;
    long winnerKey = key;
    int winner = place;
    best[node] = key;
    while (node > 1) {
      int rival = nodes[node ^ 1];
      long lead = best[node ^ 1] - winnerKey;
      // All ones if the rival's key is smaller, or equal and the rival's number is smaller.
      long mask = (lead - ((rival - winner) >>> 31)) >> 63;
      winnerKey += lead & mask;
      winner += (rival - winner) & (int) mask;
      node >>>= 1;
      best[node] = winnerKey;
      nodes[node] = winner;
    }
    return winnerKey;
  }

  /** Doubles the number of places. */
  void grow() {
    long[] old = Arrays.copyOfRange(keys, places, 2 * places);
    places *= 2;
    keys = new long[2 * places];
    winners = new int[2 * places];
    Arrays.fill(keys, IDLE);
    System.arraycopy(old, 0, keys, places, old.length);
    playAll();
  }

  /** Changes every key that is not idle; the order of the keys must stay. */
  void move(LongUnaryOperator change) {
    for (int leaf = places; leaf < 2 * places; leaf++) {
      keys[leaf] = keys[leaf] == IDLE ? IDLE : change.applyAsLong(keys[leaf]);
    }
    playAll();
  }

  void clear() {
    Arrays.fill(keys, IDLE);
    playAll();
  }

  private void playAll() {
    for (int place = 0; place < places; place++) {
      winners[places + place] = place;
    }
    for (int node = places - 1; node > 0; node--) {
      int better = keys[2 * node + 1] < keys[2 * node] ? 2 * node + 1 : 2 * node;
      keys[node] = keys[better];
      winners[node] = winners[better];
    }
  }
}
