package io.headroom.cloudwatch;

import java.util.Optional;

/** Reads the values that an alarm watches, bucket by bucket. Not thread-safe. */
interface AlarmReader {
  /**
   * Returns the values of the buckets of [from, to) as far as they are visible at an instant,
   * oldest first, NaN where there is none.
   */
  double[] read(long fromNanos, long toNanos, long asOfNanos);

  /** Returns the same in an array that is the caller's only until the next read. */
  default double[] peek(long fromNanos, long toNanos, long asOfNanos) {
    return read(fromNanos, toNanos, asOfNanos);
  }

  /**
   * Touches the memory that the next read will read, so that it is in the processor's cache then;
   * what it returns means nothing.
   */
  default long preload() {
    return 0;
  }

  /** Returns how many samples a bucket of the newest read holds; valid until the store's next. */
  double sampleCount(int bucket);

  /** Returns whether the values are compared with a band instead of a threshold. */
  default boolean hasBand() {
    return false;
  }

  /** Returns the band with which the values of the newest read are compared, if there is one. */
  default Optional<AlarmBand> band() {
    return Optional.empty();
  }
}
