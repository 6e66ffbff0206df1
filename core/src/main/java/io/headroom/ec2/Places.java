package io.headroom.ec2;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/**
 * The requests in service on one machine, by place, and which of them ends next: a tournament whose
 * nodes hold the key, the place and the request that won below, so that a match reads only
 * addresses known from the start.
 *
 * <p>Keys are longs that are not negative, all 63 bits of them, so the bits of a double that is not
 * negative will do as well. The smaller place wins a tie. A change costs log2(places) matches
 * without a branch that depends on the keys; reading the winner costs O(1). The place given back
 * last is taken first. Not thread-safe.
 */
final class Places {
  /** The key of a place where no request is in service. */
  static final long IDLE = Long.MAX_VALUE;

  private static final int ROOT = 2;

  private int places;

  /** Index of the first leaf. */
  private int leaves;

  /**
   * Node i has its key at 2i and, at 2i + 1, its request above its place in the low half. Node 1 is
   * the final, the places are the nodes from {@code places} on. In a leaf without a request the
   * next free place stands for it.
   */
  private long[] nodes;

  /** The place to be taken next, equal to {@code places} if none is free. */
  private int firstFree;

  /**
   * Creates places that are all free.
   *
   * @param atLeast how many are needed, rounded up to a power of two
   */
  Places(int atLeast) {
    places = Math.max(1, Integer.highestOneBit(2 * atLeast - 1));
    leaves = 2 * places;
    nodes = new long[4 * places];
    clear();
  }

  /** Returns the smallest key, {@link #IDLE} if no request is in service. */
  long smallest() {
    return nodes[ROOT];
  }

  /** Returns the request with the smallest key; there must be one. */
  int request() {
    return (int) (nodes[ROOT + 1] >>> 32);
  }

  /** Puts a request into a free place; returns the smallest of all keys. */
  long take(int request, long key) {
    if (firstFree == places) {
      grow();
    }
    int place = firstFree;
    firstFree = (int) (nodes[leaves + 2 * place + 1] >>> 32);
    // Known at once: what comes next need not wait for the matches.
    long next = minimum(nodes[ROOT], key);
    set(place, request, key);
    return next;
  }

  /** Puts a request into the place of the one with the smallest key, which ends. */
  long replace(int request, long key) {
    return set((int) nodes[ROOT + 1], request, key);
  }

  /**
   * Frees the place of the request with the smallest key; returns the smallest key that is left.
   */
  long vacate() {
    int place = (int) nodes[ROOT + 1];
    long next = set(place, firstFree, IDLE);
    firstFree = place;
    return next;
  }

  /** Keys are not negative, so the difference cannot overflow; JDK 17 would branch in Math.min. */
  private static long minimum(long a, long b) {
    long difference = a - b;
    return b + (difference & (difference >> 63));
  }

  private long set(int place, int request, long newKey) {
    long[] all = nodes;
    int node = leaves + 2 * place;
    long key = newKey;
    long label = (long) request << 32 | place;
    all[node] = key;
    all[node + 1] = label;
    while (node > ROOT) {
      int rival = node ^ 2;
      long rivalLabel = all[rival + 1];
      long lead = all[rival] - key;
      // All ones if the rival's key is smaller, or equal and the rival's place is smaller.
      long mask = (lead - (((int) rivalLabel - (int) label) >>> 31)) >> 63;
      key += lead & mask;
      label ^= (rivalLabel ^ label) & mask;
      node = (node >>> 2) << 1;
      all[node] = key;
      all[node + 1] = label;
    }
    return key;
  }

  private void grow() {
    long[] old = Arrays.copyOfRange(nodes, leaves, 2 * leaves);
    int before = places;
    places *= 2;
    leaves *= 2;
    nodes = new long[4 * places];
    System.arraycopy(old, 0, nodes, leaves, old.length);
    chain(before);
    playAll();
  }

  /** Frees the places from one on, the first to be taken first. */
  private void chain(int from) {
    for (int place = from; place < places; place++) {
      nodes[leaves + 2 * place] = IDLE;
      nodes[leaves + 2 * place + 1] = (long) (place + 1) << 32 | place;
    }
    firstFree = from;
  }

  /** Changes the key of every request; the order of the keys must stay. */
  void move(LongUnaryOperator change) {
    for (int leaf = leaves; leaf < 2 * leaves; leaf += 2) {
      nodes[leaf] = nodes[leaf] == IDLE ? IDLE : change.applyAsLong(nodes[leaf]);
    }
    playAll();
  }

  /** Shows every request to the visitor, by place. */
  void forEach(InService.Visitor visitor) {
    for (int leaf = leaves; leaf < 2 * leaves; leaf += 2) {
      if (nodes[leaf] != IDLE) {
        visitor.visit((int) (nodes[leaf + 1] >>> 32), nodes[leaf]);
      }
    }
  }

  /** Frees all places. */
  void clear() {
    chain(0);
    playAll();
  }

  private void playAll() {
    for (int node = leaves - 2; node >= ROOT; node -= 2) {
      int child = 2 * node;
      int better = nodes[child + 2] < nodes[child] ? child + 2 : child;
      nodes[node] = nodes[better];
      nodes[node + 1] = nodes[better + 1];
    }
  }
}
