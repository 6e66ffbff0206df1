package io.headroom.cloudwatch;

/**
 * A row of equal buckets; the last one is cut by the end.
 *
 * @param periodNanos the length of a bucket
 * @param fromNanos the start of the first, inclusive
 * @param toNanos the end of the last, exclusive
 */
record BucketRow(long periodNanos, long fromNanos, long toNanos) {
  int size() {
    return (int) ((toNanos - fromNanos + periodNanos - 1) / periodNanos);
  }
}
