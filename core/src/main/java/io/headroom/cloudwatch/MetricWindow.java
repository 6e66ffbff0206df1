package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a statistic over a row of buckets, for an alarm or a query. Not thread-safe. */
final class MetricWindow implements AlarmReader {
  private static final int MAX_PHASES = 60;

  private final MetricStreams streams;
  private final Optional<Unit> unit;
  private final Statistic statistic;
  private final long periodNanos;
  private final Buckets buckets;
  private final PercentileEstimator percentile;
  private final SettledValues first = new SettledValues();
  private final @Nullable SettledValues[] otherPhases;

  /** Creates a reader that lays out the given buckets at each read. */
  MetricWindow(
      MetricStreams streams, MetricStat stat, Buckets buckets, PercentileEstimator percentile) {
    this.streams = streams;
    unit = stat.unit();
    statistic = stat.statistic();
    periodNanos = stat.period().toNanos();
    this.buckets = buckets;
    this.percentile = percentile;
    otherPhases = new SettledValues[phases(periodNanos) - 1];
  }

  /**
   * Buckets longer than a minute that slide by the minute return to their places a period later.
   */
  private static int phases(long periodNanos) {
    boolean isMinutes = periodNanos % SimTime.MINUTE == 0;
    return isMinutes ? (int) Math.min(MAX_PHASES, periodNanos / SimTime.MINUTE) : 1;
  }

  /**
   * Returns the values of the buckets of [from, to) as far as they are visible at an instant,
   * oldest first, NaN where there is none. The last bucket is cut by the end.
   */
  @Override
  public double[] read(long fromNanos, long toNanos, long asOfNanos) {
    double[] values = peek(fromNanos, toNanos, asOfNanos);
    return statistic.needsSamples() ? values : values.clone();
  }

  @Override
  public double[] peek(long fromNanos, long toNanos, long asOfNanos) {
    if (!statistic.needsSamples()) {
      return bySums(fromNanos, toNanos, asOfNanos);
    }
    buckets.lay(periodNanos, fromNanos, toNanos);
    streams.addTo(buckets, unit, asOfNanos);
    double[] values = new double[buckets.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = valueBySamples(i, asOfNanos);
    }
    return values;
  }

  /** Computes only the buckets that may differ from what the read before found. */
  private double[] bySums(long fromNanos, long toNanos, long asOfNanos) {
    BucketRow row = new BucketRow(periodNanos, fromNanos, toNanos);
    SettledValues settled = phase(fromNanos);
    MetricSeries[] series = streams.read(unit);
    double[] values = settled.advance(series, row, asOfNanos);
    int known = settled.known();
    if (known < values.length) {
      buckets.lay(periodNanos, fromNanos + known * periodNanos, toNanos);
      for (MetricSeries each : series) {
        each.addTo(buckets, asOfNanos);
      }
      for (int i = known; i < values.length; i++) {
        values[i] = buckets.value(i - known, statistic);
      }
    }
    settled.settle(series, asOfNanos);
    return values;
  }

  @Override
  public long preload() {
    long sum = first.preload();
    for (MetricSeries each : streams.read(unit)) {
      sum += each.preload();
    }
    return sum;
  }

  private SettledValues phase(long fromNanos) {
    if (otherPhases.length == 0) {
      return first;
    }
    int phase = (int) Math.floorMod(fromNanos / SimTime.MINUTE, otherPhases.length + 1L);
    if (phase == 0) {
      return first;
    }
    SettledValues settled = otherPhases[phase - 1];
    if (settled == null) {
      settled = new SettledValues();
      otherPhases[phase - 1] = settled;
    }
    return settled;
  }

  private double valueBySamples(int bucket, long asOfNanos) {
    if (buckets.sampleCount(bucket) == 0) {
      return Double.NaN;
    }
    long fromNanos = buckets.startNanos(bucket);
    long toNanos = Math.min(fromNanos + periodNanos, buckets.endNanos());
    return streams
        .samples(unit, fromNanos, toNanos, asOfNanos)
        .map(samples -> statistic.value(samples, percentile))
        .orElse(Double.NaN);
  }

  /** Returns how many samples a bucket of the newest read holds; valid until the store's next. */
  @Override
  public double sampleCount(int bucket) {
    return buckets.sampleCount(bucket);
  }
}
