package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a statistic over a row of buckets, for an alarm or a query. Not thread-safe. */
final class MetricWindow implements AlarmReader {
  private static final int MAX_PHASES = 60;

  private final MetricStreams streams;
  private final MetricStat stat;
  private final Buckets buckets;
  private final PercentileEstimator percentile;
  private final @Nullable SettledValues[] phases;

  /** Creates a reader that lays out the given buckets at each read. */
  MetricWindow(
      MetricStreams streams, MetricStat stat, Buckets buckets, PercentileEstimator percentile) {
    this.streams = streams;
    this.stat = stat;
    this.buckets = buckets;
    this.percentile = percentile;
    phases = new SettledValues[phases(stat.period().toNanos())];
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
    return stat.statistic().needsSamples() ? values : values.clone();
  }

  @Override
  public double[] peek(long fromNanos, long toNanos, long asOfNanos) {
    if (!stat.statistic().needsSamples()) {
      return bySums(fromNanos, toNanos, asOfNanos);
    }
    buckets.lay(stat.period().toNanos(), fromNanos, toNanos);
    streams.addTo(buckets, stat.unit(), asOfNanos);
    double[] values = new double[buckets.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = valueBySamples(i, asOfNanos);
    }
    return values;
  }

  /** Computes only the buckets that may differ from what the read before found. */
  private double[] bySums(long fromNanos, long toNanos, long asOfNanos) {
    BucketRow row = new BucketRow(stat.period().toNanos(), fromNanos, toNanos);
    SettledValues settled = phase(fromNanos);
    List<MetricSeries> series = streams.read(stat.unit());
    double[] values = settled.advance(series, row, asOfNanos);
    int first = settled.known();
    if (first < values.length) {
      buckets.lay(row.periodNanos(), fromNanos + first * row.periodNanos(), toNanos);
      for (int i = 0; i < series.size(); i++) {
        series.get(i).addTo(buckets, asOfNanos);
      }
      for (int i = first; i < values.length; i++) {
        values[i] = buckets.value(i - first, stat.statistic());
      }
    }
    settled.settle(series, asOfNanos);
    return values;
  }

  private SettledValues phase(long fromNanos) {
    int phase = (int) Math.floorMod(fromNanos / SimTime.MINUTE, (long) phases.length);
    SettledValues settled = phases[phase];
    if (settled == null) {
      settled = new SettledValues();
      phases[phase] = settled;
    }
    return settled;
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
