package io.headroom.elb;

import java.util.Arrays;

/**
 * Counts of response times in the buckets of an HdrHistogram of three significant digits.
 *
 * <p>Counting costs one store into a plain array. Read off bucket by bucket, the times have three
 * significant digits and go into a histogram of the library without loss; eight buckets in one
 * leave two digits. Not thread-safe.
 */
final class TimeBuckets {
  /** A value below 2,048 has a bucket of its own; above, each octave has 1,024 buckets. */
  private static final int SUB_BITS = 10;

  private static final int SUB_BUCKETS = 1 << SUB_BITS;
  private static final long EXACT = 2 * SUB_BUCKETS - 1;
  private static final int HIGHEST_BIT = 52;
  private static final int FOLD = 8;

  private int[] counts = {};

  /** One bit for each octave that has counts; 0 stands for all values below 2,048. */
  private long touched;

  private final RoundedTimes rounded = new RoundedTimes(0);

  void record(long micros) {
    record(micros, 1);
  }

  /** Counts a time so many more times. */
  void record(long micros, int times) {
    int octave = HIGHEST_BIT + 1 - Long.numberOfLeadingZeros(micros | EXACT);
    int bucket = (octave << SUB_BITS) + (int) (micros >>> octave);
    if (bucket >= counts.length) {
      counts = Arrays.copyOf(counts, endOf(octave));
    }
    counts[bucket] += times;
    touched |= 1L << octave;
  }

  private static int firstOf(int octave) {
    return octave == 0 ? 0 : (octave + 1) << SUB_BITS;
  }

  private static int endOf(int octave) {
    return (octave + 2) << SUB_BITS;
  }

  /** Returns how many buckets of an octave count as one to two digits. */
  private static int widthOf(int octave) {
    return octave == 0 ? 1 : FOLD;
  }

  /** Returns the shortest time of a bucket, in microseconds. */
  static long micros(int bucket) {
    return micros(bucket, octaveOf(bucket));
  }

  private static long micros(int bucket, int octave) {
    return (long) (bucket - (octave << SUB_BITS)) << octave;
  }

  /** Hands each bucket that has counts to the consumer, the shortest times first. */
  void forEach(ResponseTimes consumer) {
    for (long left = touched; left != 0; left &= left - 1) {
      int octave = Long.numberOfTrailingZeros(left);
      for (int bucket = firstOf(octave); bucket < endOf(octave); bucket++) {
        if (counts[bucket] != 0) {
          consumer.add(micros(bucket, octave), counts[bucket]);
        }
      }
    }
  }

  /**
   * Reads off the counts of the minute, eight buckets in one; values below 2,048 stay exact. To be
   * called once all are counted: {@link #rounded} and {@link #addTo} go by it until the minute is
   * {@linkplain #clear cleared}.
   */
  void round() {
    rounded.clear();
    for (long left = touched; left != 0; left &= left - 1) {
      int octave = Long.numberOfTrailingZeros(left);
      int width = widthOf(octave);
      for (int bucket = firstOf(octave); bucket < endOf(octave); bucket += width) {
        int sum = width == 1 ? counts[bucket] : folded(counts, bucket);
        if (sum != 0) {
          rounded.add(bucket, sum);
        }
      }
    }
  }

  /** Written out, as a loop over eight takes three times as long. */
  private static int folded(int[] all, int from) {
    return all[from]
        + all[from + 1]
        + all[from + 2]
        + all[from + 3]
        + all[from + 4]
        + all[from + 5]
        + all[from + 6]
        + all[from + 7];
  }

  /** Returns the times of the minute to two digits; not to be changed. */
  RoundedTimes rounded() {
    return rounded;
  }

  /** Hands the times to two digits to the consumer, the shortest first. */
  void forEachRounded(ResponseTimes consumer) {
    for (int i = 0; i < rounded.size(); i++) {
      consumer.add(rounded.micros(i), rounded.count(i));
    }
  }

  /** Returns the largest value that {@link #forEachRounded} hands over, 0 without any. */
  long longestRounded() {
    return rounded.size() == 0 ? 0 : rounded.micros(rounded.size() - 1);
  }

  /** Adds the counts to totals over many minutes, which are of the same buckets. */
  long[] addTo(long[] totals) {
    long[] sums = totals.length < counts.length ? Arrays.copyOf(totals, counts.length) : totals;
    for (int i = 0; i < rounded.size(); i++) {
      int first = rounded.bucket(i);
      int end = first + widthOf(octaveOf(first));
      for (int bucket = first; bucket < end; bucket++) {
        sums[bucket] += counts[bucket];
      }
    }
    return sums;
  }

  /** Hands each bucket of such totals that has counts to the consumer, the shortest first. */
  static void forEach(long[] totals, ResponseTimes consumer) {
    for (int octave = 0; octave <= HIGHEST_BIT && firstOf(octave) < totals.length; octave++) {
      for (int bucket = firstOf(octave); bucket < endOf(octave); bucket++) {
        if (totals[bucket] != 0) {
          consumer.add(micros(bucket, octave), totals[bucket]);
        }
      }
    }
  }

  /** Returns the longest time of such totals, 0 without any. */
  static long longest(long[] totals) {
    for (int bucket = totals.length - 1; bucket >= 0; bucket--) {
      if (totals[bucket] != 0) {
        return micros(bucket);
      }
    }
    return 0;
  }

  private static int octaveOf(int bucket) {
    return Math.max(0, (bucket >> SUB_BITS) - 1);
  }

  void clear() {
    for (long left = touched; left != 0; left &= left - 1) {
      int octave = Long.numberOfTrailingZeros(left);
      Arrays.fill(counts, firstOf(octave), endOf(octave), 0);
    }
    touched = 0;
    rounded.clear();
  }
}
