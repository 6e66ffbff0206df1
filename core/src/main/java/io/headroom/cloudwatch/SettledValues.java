package io.headroom.cloudwatch;

/**
 * The values that the newest read of a row of buckets found, and which of them a read further on
 * may take over: those of buckets that only hold data points that will not change.
 *
 * <p>Everything is computed anew if the row does not go on by whole buckets, if an old data point
 * has changed, or if the metric is read from other series than before. Not thread-safe.
 */
final class SettledValues {
  private double[] values = {};
  private MetricSeries[] series = {};
  private long rewrites;
  private long fromNanos;
  private long toNanos;
  private long asOfNanos = Long.MIN_VALUE;
  private long settledNanos = Long.MIN_VALUE;
  private int known;

  /**
   * Moves on to the buckets of a row, to be read at an instant.
   *
   * @return their values, of which the first {@link #known} are right; the caller fills in the rest
   */
  double[] advance(MetricSeries[] read, BucketRow row, long newAsOfNanos) {
    long stepNanos = row.fromNanos() - fromNanos;
    boolean goesOn = isSame(read) && row.size() == values.length && newAsOfNanos >= asOfNanos;
    if (goesOn && stepNanos >= 0 && stepNanos % row.periodNanos() == 0) {
      int left = shift((int) Math.min(row.size(), stepNanos / row.periodNanos()));
      known = Math.min(left, settledBuckets(row));
    } else {
      known = 0;
      values = row.size() == values.length ? values : new double[row.size()];
    }
    fromNanos = row.fromNanos();
    toNanos = row.toNanos();
    return values;
  }

  private boolean isSame(MetricSeries[] read) {
    return read == series && rewrites(read) == rewrites;
  }

  /** Drops the oldest values, and returns how many of the last read are left. */
  private int shift(int buckets) {
    int left = values.length - buckets;
    System.arraycopy(values, buckets, values, 0, left);
    return left;
  }

  /** Returns how many buckets end before anything may have changed; one cut before never counts. */
  private int settledBuckets(BucketRow row) {
    long endNanos = Math.min(settledNanos, toNanos);
    long from = row.fromNanos();
    return endNanos <= from ? 0 : (int) ((endNanos - from) / row.periodNanos());
  }

  int preload() {
    return known + (values.length > 0 && values[values.length - 1] > 0 ? 1 : 0);
  }

  /** Returns how many of the first values are right. */
  int known() {
    return known;
  }

  /** Notes up to when the read at an instant saw what will not change. */
  void settle(MetricSeries[] read, long newAsOfNanos) {
    asOfNanos = newAsOfNanos;
    series = read;
    rewrites = rewrites(read);
    long settled = read.length == 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    for (MetricSeries each : read) {
      settled = Math.min(settled, each.settledNanos(asOfNanos));
    }
    settledNanos = settled;
  }

  private static long rewrites(MetricSeries[] series) {
    long sum = 0;
    for (MetricSeries each : series) {
      sum += each.rewrites();
    }
    return sum;
  }
}
