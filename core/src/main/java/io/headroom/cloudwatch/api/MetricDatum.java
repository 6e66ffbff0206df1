package io.headroom.cloudwatch.api;

import com.google.common.collect.ImmutableList;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.StatisticSet;
import io.headroom.cloudwatch.Unit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One datum of PutMetricData. "MetricDatum", CloudWatch API Reference.
 *
 * @param metric the metric
 * @param timestampNanos what the samples belong to, in nanoseconds since the start of the run;
 *     default the arrival
 * @param unit default {@link Unit#NONE}
 * @param storageResolution 1 for high resolution or 60; default 60
 * @param value one sample, or empty
 * @param values up to 150 values, or none
 * @param counts how often each value was seen; none means once each
 * @param statistics samples known by their four numbers, or empty
 */
public record MetricDatum(
    Metric metric,
    OptionalLong timestampNanos,
    Unit unit,
    int storageResolution,
    OptionalDouble value,
    List<Double> values,
    List<Double> counts,
    Optional<StatisticSet> statistics) {
  private static final int STANDARD = 60;

  /** Copies the lists. */
  public MetricDatum {
    values = ImmutableList.copyOf(values);
    counts = ImmutableList.copyOf(counts);
  }

  /** Returns a datum without samples, for one of the methods that add some. */
  private static MetricDatum empty(Metric metric) {
    return new MetricDatum(
        metric,
        OptionalLong.empty(),
        Unit.NONE,
        STANDARD,
        OptionalDouble.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** Returns a datum of one sample that belongs to its arrival. */
  public static MetricDatum of(Metric metric, double value) {
    return empty(metric).value(value);
  }

  /** Returns a datum of weighted values; no counts mean one each. */
  public static MetricDatum of(Metric metric, List<Double> values, List<Double> counts) {
    MetricDatum none = empty(metric);
    return new MetricDatum(
        metric,
        none.timestampNanos,
        none.unit,
        none.storageResolution,
        none.value,
        values,
        counts,
        none.statistics);
  }

  /** Returns a datum of samples that are known by their four numbers. */
  public static MetricDatum of(Metric metric, StatisticSet statistics) {
    return empty(metric).statistics(statistics);
  }

  /** Returns a copy with one sample. */
  public MetricDatum value(double newValue) {
    return new MetricDatum(
        metric,
        timestampNanos,
        unit,
        storageResolution,
        OptionalDouble.of(newValue),
        values,
        counts,
        statistics);
  }

  /** Returns a copy with samples that are known by their four numbers. */
  public MetricDatum statistics(StatisticSet newStatistics) {
    return new MetricDatum(
        metric,
        timestampNanos,
        unit,
        storageResolution,
        value,
        values,
        counts,
        Optional.of(newStatistics));
  }

  /** Returns a copy that belongs to a time. */
  public MetricDatum at(long newTimestampNanos) {
    return new MetricDatum(
        metric,
        OptionalLong.of(newTimestampNanos),
        unit,
        storageResolution,
        value,
        values,
        counts,
        statistics);
  }

  /** Returns a copy in a unit. */
  public MetricDatum unit(Unit newUnit) {
    return new MetricDatum(
        metric, timestampNanos, newUnit, storageResolution, value, values, counts, statistics);
  }

  /** Returns a copy with a storage resolution in seconds. */
  public MetricDatum storageResolution(int seconds) {
    return new MetricDatum(
        metric, timestampNanos, unit, seconds, value, values, counts, statistics);
  }
}
