package io.headroom.elb;

import java.util.Arrays;

/**
 * Response times of a minute to two significant digits: the buckets that have counts, eight of
 * {@link TimeBuckets} in one, the shortest times first.
 *
 * <p>A minute touches a few hundred of the many thousands of buckets, so whoever reads its times
 * goes by this list. Not thread-safe.
 */
final class RoundedTimes {
  private static final int FEW = 16;

  private int[] buckets;
  private int[] counts;
  private int size;

  /** Creates an empty list with room for so many buckets; it grows. */
  RoundedTimes(int capacity) {
    buckets = new int[capacity];
    counts = new int[capacity];
  }

  /** Adds a bucket of longer times than those before. */
  void add(int bucket, int count) {
    if (size == buckets.length) {
      buckets = Arrays.copyOf(buckets, Math.max(FEW, 2 * size));
      counts = Arrays.copyOf(counts, buckets.length);
    }
    buckets[size] = bucket;
    counts[size++] = count;
  }

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** Returns the first of the buckets that make up the one at a place. */
  int bucket(int place) {
    return buckets[place];
  }

  /** Returns the shortest of the times at a place, in microseconds. */
  long micros(int place) {
    return TimeBuckets.micros(buckets[place]);
  }

  int count(int place) {
    return counts[place];
  }

  /** Returns the times of both. */
  RoundedTimes merge(RoundedTimes other) {
    if (other.size == 0) {
      return this;
    }
    RoundedTimes merged = new RoundedTimes(size + other.size);
    int left = 0;
    int right = 0;
    while (left < size || right < other.size) {
      int ours = left < size ? buckets[left] : Integer.MAX_VALUE;
      int theirs = right < other.size ? other.buckets[right] : Integer.MAX_VALUE;
      int count = ours <= theirs ? counts[left++] : 0;
      count += theirs <= ours ? other.counts[right++] : 0;
      merged.add(Math.min(ours, theirs), count);
    }
    return merged;
  }
}
