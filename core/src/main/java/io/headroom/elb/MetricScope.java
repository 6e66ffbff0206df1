package io.headroom.elb;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.SampleDistribution;
import io.headroom.cloudwatch.StatisticSet;
import io.headroom.cloudwatch.Unit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One set of dimensions under which a load balancer publishes: its namespace, the dimensions, and
 * the series opened so far.
 */
final class MetricScope {
  private final MetricStore store;
  private final Publication publication;
  private final Metric dimensions;
  private final Map<String, MetricSeries> series = new LinkedHashMap<>();

  /**
   * Creates a scope.
   *
   * @param store where data points go
   * @param publication when they can be seen
   * @param dimensions a metric of any name with the namespace and dimensions of the scope
   */
  MetricScope(MetricStore store, Publication publication, Metric dimensions) {
    this.store = store;
    this.publication = publication;
    this.dimensions = dimensions;
  }

  private MetricSeries open(String name, Unit unit) {
    MetricSeries found = series.get(name);
    if (found == null) {
      Metric metric = new Metric(dimensions.namespace(), name, dimensions.dimensions());
      found = store.open(metric, unit, publication);
      series.put(name, found);
    }
    return found;
  }

  /** Records one sample. */
  void value(String name, Unit unit, long timestampNanos, double value) {
    open(name, unit).record(timestampNanos, value);
  }

  /** Records one sample unless it is zero. */
  void nonzero(String name, Unit unit, long timestampNanos, double value) {
    if (value != 0) {
      value(name, unit, timestampNanos, value);
    }
  }

  /** Records so many events as samples of value 1; nothing without events. */
  void events(String name, long timestampNanos, long events) {
    if (events > 0) {
      open(name, Unit.COUNT).record(timestampNanos, StatisticSet.ofCount(events));
    }
  }

  /** Records so many events as samples of value 1; a sample of 0 without events. */
  void eventsOrZero(String name, long timestampNanos, long events) {
    if (events > 0) {
      events(name, timestampNanos, events);
    } else {
      value(name, Unit.COUNT, timestampNanos, 0);
    }
  }

  /** Records samples of seconds. */
  void times(String name, long timestampNanos, SampleDistribution samples) {
    open(name, Unit.SECONDS).record(timestampNanos, samples);
  }
}
