package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableList;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The metrics of one run: takes samples, keeps them by period and answers statistics over half-open
 * windows of time.
 *
 * <p>Every reader names the instant at which it asks and sees what was visible then, as each {@link
 * Publication} says. Data points are kept as CloudWatch keeps them: by the minute for 15 days, by
 * five minutes for 63 and by the hour for 455, so memory is bounded however long a run is. A read
 * costs the number of data points in its window, not the length of the history. Not thread-safe.
 */
public final class MetricStore {
  private static final Duration DEFAULT_SAMPLES_KEPT = Duration.ofHours(3);

  private final MetricSettings settings;
  private final Buckets buckets = new Buckets();
  private final MetricStreams none = new MetricStreams();
  private final Map<Metric, MetricStreams> metrics = new HashMap<>();
  private long samplesKeptNanos = DEFAULT_SAMPLES_KEPT.toNanos();
  private long nextSweepNanos = SimTime.DAY;

  /** Creates an empty store with the default settings. */
  public MetricStore() {
    this(MetricSettings.DEFAULT);
  }

  /** Creates an empty store. */
  public MetricStore(MetricSettings settings) {
    this.settings = settings;
  }

  /** Returns the choices that the documentation leaves open. */
  public MetricSettings settings() {
    return settings;
  }

  /**
   * Returns the series to which a publisher records; publishers that open the same one share it.
   *
   * @param metric which metric
   * @param unit the unit of the samples
   * @param publication when readers see them
   */
  public MetricSeries open(Metric metric, Unit unit, Publication publication) {
    return streams(metric).open(unit, publication, this);
  }

  /**
   * Keeps samples, from which percentiles are taken, for at least this long after they were
   * recorded. The default is 3 hours; an alarm on a percentile asks for the time that it needs.
   */
  public void retainDistributions(Duration duration) {
    samplesKeptNanos = Math.max(samplesKeptNanos, duration.toNanos());
  }

  /** Returns whether the metric has any data point: its first one creates a metric. */
  public boolean exists(Metric metric) {
    MetricStreams streams = metrics.get(metric);
    return streams != null && streams.hasData();
  }

  /** Returns the metrics that have data points, sorted. */
  public Collection<Metric> metrics() {
    return metrics.keySet().stream().filter(this::exists).sorted().toList();
  }

  /**
   * Returns a statistic of the samples with timestamps in a window, or nothing if none is visible
   * or the statistic is not defined for them.
   *
   * @param metric exactly the metric that was published
   * @param statistic what is asked
   * @param fromNanos the start of the window, inclusive
   * @param toNanos the end of the window, exclusive
   * @param asOfNanos the instant of the read
   */
  public OptionalDouble statistic(
      Metric metric, Statistic statistic, long fromNanos, long toNanos, long asOfNanos) {
    if (toNanos <= fromNanos) {
      return OptionalDouble.empty();
    }
    var stat = new MetricStat(metric, statistic, Duration.ofNanos(toNanos - fromNanos));
    double value = window(stat).read(fromNanos, toNanos, asOfNanos)[0];
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /**
   * Returns the four numbers of the samples with timestamps in a window, if any is visible.
   *
   * @param metric exactly the metric that was published
   * @param fromNanos the start of the window, inclusive
   * @param toNanos the end of the window, exclusive
   * @param asOfNanos the instant of the read
   */
  public Optional<StatisticSet> statistics(
      Metric metric, long fromNanos, long toNanos, long asOfNanos) {
    if (toNanos <= fromNanos) {
      return Optional.empty();
    }
    buckets.lay(toNanos - fromNanos, fromNanos, toNanos);
    found(metric).addTo(buckets, Optional.empty(), asOfNanos);
    return buckets.set(0);
  }

  /**
   * Returns the data points of a statistic, oldest first, as GetMetricData does: the start of the
   * range is rounded by {@link MetricRange}, the buckets are laid end to end from there, and a
   * bucket without samples gives no data point.
   *
   * @param stat what is asked, with its period
   * @param fromNanos the start of the range, inclusive
   * @param toNanos the end of the range, exclusive
   * @param asOfNanos the instant of the read
   * @throws IllegalArgumentException if the period is not allowed or the range is empty
   */
  public List<Datapoint> query(MetricStat stat, long fromNanos, long toNanos, long asOfNanos) {
    MetricRange range = MetricRange.of(stat.period(), fromNanos, toNanos, asOfNanos, settings);
    double[] values = window(stat).read(range.fromNanos(), range.toNanos(), asOfNanos);
    ImmutableList.Builder<Datapoint> points = ImmutableList.builder();
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i]) && range.isReadable(i, asOfNanos)) {
        points.add(new Datapoint(range.startNanos(i), values[i]));
      }
    }
    return points.build();
  }

  /** Returns the units in which a metric has data points, in the order of preference. */
  public List<Unit> units(Metric metric) {
    return found(metric).units();
  }

  /** Returns a reader for an alarm, which sees the series that are opened later, too. */
  AlarmReader watch(AlarmInput input) {
    return input instanceof MetricMath math
        ? new MathWindow(math, this)
        : watch((MetricStat) input);
  }

  /** Returns the unit of the stream that a statistic reads, if any data point is held. */
  Optional<Unit> unit(MetricStat stat) {
    return found(stat.metric()).unit(stat.unit());
  }

  /** Returns a reader of a statistic, which sees the series that are opened later, too. */
  MetricWindow watch(MetricStat stat) {
    return new MetricWindow(streams(stat.metric()), stat, buckets, settings.percentile());
  }

  private MetricWindow window(MetricStat stat) {
    return new MetricWindow(found(stat.metric()), stat, buckets, settings.percentile());
  }

  private MetricStreams found(Metric metric) {
    return metrics.getOrDefault(metric, none);
  }

  private MetricStreams streams(Metric metric) {
    return metrics.computeIfAbsent(metric, key -> new MetricStreams());
  }

  long samplesKeptNanos() {
    return samplesKeptNanos;
  }

  /**
   * Learns how far the run has come, and once a day rolls up what has reached its age. Recording
   * does this by itself; a publisher that {@linkplain HeldBack holds data points back} has to say
   * so.
   *
   * @param timestampNanos the timestamp of the data point that is recorded or held back
   */
  public void reached(long timestampNanos) {
    if (timestampNanos >= nextSweepNanos) {
      nextSweepNanos = SimTime.nextMultiple(timestampNanos, SimTime.DAY);
      metrics.values().forEach(streams -> streams.expire(timestampNanos));
    }
  }
}
