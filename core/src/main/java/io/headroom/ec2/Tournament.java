package io.headroom.ec2;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * The smallest of a few keys, one for each place: a tournament whose inner nodes hold the number of
 * the place that won below.
 *
 * <p>Keys are longs that are not negative, all 63 bits of them, so the bits of a double that is not
 * negative will do as well. The smaller place wins a tie. Setting a key costs log2(places) matches
 * without a branch that depends on the keys; reading the winner costs O(1). Not thread-safe.
 */
final class Tournament {
  /** The key of a place that does not take part. */
  static final long IDLE = Long.MAX_VALUE;

  private int places;
  private long[] keys;

  /** Node 1 is the final; the places are the nodes from {@code places} on. */
  private int[] winners;

  /**
   * Creates a tournament whose places are all idle.
   *
   * @param places how many, a power of two
   */
  Tournament(int places) {
    this.places = places;
    keys = new long[places];
    Arrays.fill(keys, IDLE);
    winners = bracket(places);
    playAll();
  }

  private static int[] bracket(int places) {
    int[] nodes = new int[2 * places];
    for (int place = 0; place < places; place++) {
      nodes[places + place] = place;
    }
    return nodes;
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
    return keys[winners[1]];
  }

  /** Sets the key of a place and returns the smallest of all. */
  long set(int place, long key) {
    long[] all = keys;
    int[] nodes = winners;
    all[place] = key;
    int winner = place;
    long best = key;
    for (int node = place + places; node > 1; node >>>= 1) {
      int rival = nodes[node ^ 1];
      long lead = all[rival] - best;
      // All ones if the rival's key is smaller, or equal and the rival's number is smaller.
      long mask = (lead - ((rival - winner) >>> 31)) >> 63;
      best += lead & mask;
      winner += (rival - winner) & (int) mask;
      nodes[node >>> 1] = winner;
    }
    return best;
  }

  /** Doubles the number of places. */
  void grow() {
    keys = Arrays.copyOf(keys, 2 * places);
    Arrays.fill(keys, places, 2 * places, IDLE);
    places *= 2;
    winners = bracket(places);
    playAll();
  }

  /** Changes every key that is not idle; the order of the keys must stay. */
  void move(LongUnaryOperator change) {
    for (int place = 0; place < places; place++) {
      keys[place] = keys[place] == IDLE ? IDLE : change.applyAsLong(keys[place]);
    }
    playAll();
  }

  void clear() {
    Arrays.fill(keys, IDLE);
    playAll();
  }

  private void playAll() {
    for (int node = places - 1; node > 0; node--) {
      int left = winners[2 * node];
      int right = winners[2 * node + 1];
      winners[node] = keys[right] < keys[left] ? right : left;
    }
  }
}
