package io.headroom.cloudwatch;

/**
 * The newest view of a statistic over a row of buckets: what an alarm or a query looks at.
 *
 * <p>A worker that is read again and again and allocates nothing for statistics that need no
 * samples; not thread-safe.
 */
final class MetricWindow {
  private final MetricStreams streams;
  private final MetricStat stat;
  private final Buckets buckets;
  private final double[] values;

  MetricWindow(MetricStreams streams, MetricStat stat, int size) {
    this.streams = streams;
    this.stat = stat;
    buckets = new Buckets(stat.period().toNanos(), size);
    values = new double[size];
  }

  /** Fills the buckets with what lies in [from, to) and is visible at an instant. */
  void read(long fromNanos, long toNanos, long asOfNanos) {
    buckets.move(fromNanos, toNanos);
    streams.addTo(buckets, stat.unit(), asOfNanos);
    for (int i = 0; i < values.length; i++) {
      values[i] =
          stat.statistic().needsSamples()
              ? valueBySamples(i, asOfNanos)
              : buckets.value(i, stat.statistic());
    }
  }

  private double valueBySamples(int bucket, long asOfNanos) {
    if (buckets.sampleCount(bucket) == 0) {
      return Double.NaN;
    }
    long fromNanos = buckets.startNanos(bucket);
    long toNanos = Math.min(fromNanos + stat.period().toNanos(), buckets.endNanos());
    return streams
        .samples(stat.unit(), fromNanos, toNanos, asOfNanos)
        .map(stat.statistic()::value)
        .orElse(Double.NaN);
  }

  /** Returns the values of the buckets, oldest first, NaN where there is none; not a copy. */
  double[] values() {
    return values;
  }

  /** Returns the value of a bucket, NaN if there is none. */
  double value(int bucket) {
    return values[bucket];
  }

  /** Returns how many samples a bucket holds. */
  double sampleCount(int bucket) {
    return buckets.sampleCount(bucket);
  }

  /** Returns the start of a bucket. */
  long startNanos(int bucket) {
    return buckets.startNanos(bucket);
  }
}
