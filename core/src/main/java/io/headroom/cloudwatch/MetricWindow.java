package io.headroom.cloudwatch;

/** Reads a statistic over a row of buckets, for an alarm or a query. Not thread-safe. */
final class MetricWindow implements AlarmReader {
  private final MetricStreams streams;
  private final MetricStat stat;
  private final Buckets buckets;
  private final PercentileEstimator percentile;

  /** Creates a reader that lays out the given buckets at each read. */
  MetricWindow(
      MetricStreams streams, MetricStat stat, Buckets buckets, PercentileEstimator percentile) {
    this.streams = streams;
    this.stat = stat;
    this.buckets = buckets;
    this.percentile = percentile;
  }

  /**
   * Returns the values of the buckets of [from, to) as far as they are visible at an instant,
   * oldest first, NaN where there is none. The last bucket is cut by the end.
   */
  @Override
  public double[] read(long fromNanos, long toNanos, long asOfNanos) {
    buckets.lay(stat.period().toNanos(), fromNanos, toNanos);
    streams.addTo(buckets, stat.unit(), asOfNanos);
    double[] values = new double[buckets.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          stat.statistic().needsSamples()
              ? valueBySamples(i, asOfNanos)
              : buckets.value(i, stat.statistic());
    }
    return values;
  }

  private double valueBySamples(int bucket, long asOfNanos) {
    if (buckets.sampleCount(bucket) == 0) {
      return Double.NaN;
    }
    long fromNanos = buckets.startNanos(bucket);
    long toNanos = Math.min(fromNanos + stat.period().toNanos(), buckets.endNanos());
    return streams
        .samples(stat.unit(), fromNanos, toNanos, asOfNanos)
        .map(samples -> stat.statistic().value(samples, percentile))
        .orElse(Double.NaN);
  }

  /** Returns how many samples a bucket of the newest read holds; valid until the store's next. */
  @Override
  public double sampleCount(int bucket) {
    return buckets.sampleCount(bucket);
  }
}
