package io.headroom.cloudwatch.math.value;

import java.time.Duration;
import java.time.Instant;

/**
 * The buckets over which expressions are computed: equally long, end to end, each stamped with its
 * start.
 *
 * @param start the start of the oldest bucket
 * @param period the length of a bucket, positive
 * @param size how many buckets there are
 */
public record Grid(Instant start, Duration period, int size) {
  /** Returns the start of a bucket. */
  public Instant time(int bucket) {
    return start.plus(period.multipliedBy(bucket));
  }

  /** Returns the length of a bucket in seconds. */
  public double periodSeconds() {
    return period.toNanos() / 1e9;
  }
}
