package io.headroom.elb;

import java.util.Arrays;

/**
 * Sets of places on a ring, by number, one bit for each place; finds the next member from a place
 * on.
 *
 * <p>Up to 64 places are one word, and finding a member is a rotation and a count of zeros. Beyond
 * that a summary has one bit for each word that is not empty. All sets stand in one array. Not
 * thread-safe.
 */
final class BitRings {
  private final int words;

  /** Words of the places and of their summary: what a set takes. */
  private final int stride;

  private long[] bits;

  /** Creates empty sets of so many places. */
  BitRings(int places) {
    words = (places + 63) >>> 6;
    stride = words == 1 ? 1 : words + ((words + 63) >>> 6);
    bits = new long[8 * stride];
  }

  private void makeRoom(int ring) {
    if ((ring + 1) * stride > bits.length) {
      bits = Arrays.copyOf(bits, 2 * (ring + 1) * stride);
    }
  }

  /** Moves a place from one set to another. */
  void move(int from, int to, int place) {
    if (words == 1) {
      if (to >= bits.length) {
        makeRoom(to);
      }
      bits[from] &= ~(1L << place);
      bits[to] |= 1L << place;
    } else {
      remove(from, place);
      add(to, place);
    }
  }

  void add(int ring, int place) {
    makeRoom(ring);
    int start = ring * stride;
    int word = place >>> 6;
    bits[start + word] |= 1L << place;
    if (words > 1) {
      bits[start + words + (word >>> 6)] |= 1L << word;
    }
  }

  void remove(int ring, int place) {
    int start = ring * stride;
    int word = place >>> 6;
    long rest = bits[start + word] & ~(1L << place);
    bits[start + word] = rest;
    if (words > 1) {
      // One bit, set where the rest is empty, without a branch on it.
      long emptied = ((rest | -rest) >>> 63) ^ 1;
      bits[start + words + (word >>> 6)] &= ~(emptied << word);
    }
  }

  boolean isEmpty(int ring) {
    return isEmptyAsBit(ring) == 1;
  }

  /** Returns 1 for an empty set, 0 for another: up to 4,096 places without a branch on it. */
  int isEmptyAsBit(int ring) {
    long rest = bits[(ring + 1) * stride - 1];
    boolean isOneWord = stride - words <= 1;
    return isOneWord ? (int) (((rest | -rest) >>> 63) ^ 1) : hasNone(ring) ? 1 : 0;
  }

  private boolean hasNone(int ring) {
    int start = ring * stride;
    for (int entry = start + words; entry < start + stride; entry++) {
      if (bits[entry] != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the first member of a set from a place on, going round once; there must be one. */
  int next(int ring, int from) {
    int start = ring * stride;
    if (words == 1) {
      return (Long.numberOfTrailingZeros(Long.rotateRight(bits[start], from)) + from) & 63;
    }
    int word = from >>> 6;
    long rest = bits[start + word] & (-1L << from);
    if (rest == 0) {
      word = nextWord(start + words, word + 1);
      rest = bits[start + word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }

  private int nextWord(int summary, int from) {
    int entries = stride - words;
    int entry = from >>> 6;
    long rest = entry < entries ? bits[summary + entry] & (-1L << from) : 0;
    while (rest == 0) {
      entry = entry + 1 < entries ? entry + 1 : 0;
      rest = bits[summary + entry];
    }
    return (entry << 6) + Long.numberOfTrailingZeros(rest);
  }
}
