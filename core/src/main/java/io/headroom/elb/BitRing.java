package io.headroom.elb;

/**
 * A set of places on a ring, one bit for each, that finds the next member from a place on.
 *
 * <p>Up to 64 places are one word, and finding a member is a rotation and a count of zeros. Beyond
 * that a summary has one bit for each word that is not empty. Not thread-safe.
 */
final class BitRing {
  private final long[] words;
  private final long[] summary;

  /** Creates an empty set of so many places. */
  BitRing(int places) {
    words = new long[(places + 63) >>> 6];
    summary = new long[(words.length + 63) >>> 6];
  }

  void add(int place) {
    int word = place >>> 6;
    words[word] |= 1L << place;
    summary[word >>> 6] |= 1L << word;
  }

  void remove(int place) {
    int word = place >>> 6;
    long rest = words[word] & ~(1L << place);
    words[word] = rest;
    // One bit, set where the rest is empty, without a branch on it.
    long emptied = ((rest | -rest) >>> 63) ^ 1;
    summary[word >>> 6] &= ~(emptied << word);
  }

  boolean isEmpty() {
    for (long word : summary) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the first member from a place on, going round once; there must be one. */
  int next(int from) {
    if (words.length == 1) {
      return (Long.numberOfTrailingZeros(Long.rotateRight(words[0], from)) + from) & 63;
    }
    int word = from >>> 6;
    long rest = words[word] & (-1L << from);
    if (rest == 0) {
      word = nextWord(word + 1);
      rest = words[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }

  private int nextWord(int from) {
    int entry = from >>> 6;
    long rest = entry < summary.length ? summary[entry] & (-1L << from) : 0;
    while (rest == 0) {
      entry = entry + 1 < summary.length ? entry + 1 : 0;
      rest = summary[entry];
    }
    return (entry << 6) + Long.numberOfTrailingZeros(rest);
  }
}
