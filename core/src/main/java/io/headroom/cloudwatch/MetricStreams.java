package io.headroom.cloudwatch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All the series of one metric: one per unit and publication. */
final class MetricStreams {
  private final Map<Unit, Map<Publication, MetricSeries>> byUnit = new EnumMap<>(Unit.class);

  /** Returns the series of a unit and a publication, new if there is none yet. */
  MetricSeries open(Unit unit, Publication publication, MetricStore store) {
    return byUnit
        .computeIfAbsent(unit, key -> new LinkedHashMap<>())
        .computeIfAbsent(publication, key -> new MetricSeries(store, publication));
  }

  boolean hasData() {
    return byUnit.values().stream().anyMatch(MetricStreams::hasData);
  }

  /** Adds the visible data points of a unit, by default of the preferred one, to the buckets. */
  void addTo(Buckets buckets, Optional<Unit> unit, long asOfNanos) {
    for (MetricSeries series : streams(unit)) {
      series.addTo(buckets, asOfNanos);
    }
  }

  /** Returns the samples of the visible data points of [from, to) if there are any, all known. */
  Optional<SampleDistribution> samples(
      Optional<Unit> unit, long fromNanos, long toNanos, long asOfNanos) {
    List<SampleDistribution> parts = new ArrayList<>();
    for (MetricSeries series : streams(unit)) {
      if (!series.addTo(parts, fromNanos, toNanos, asOfNanos)) {
        return Optional.empty();
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(SampleDistribution.merge(parts));
  }

  void expire(long nowNanos) {
    byUnit.values().forEach(streams -> streams.values().forEach(each -> each.expire(nowNanos)));
  }

  private Iterable<MetricSeries> streams(Optional<Unit> unit) {
    if (unit.isPresent()) {
      return byUnit.getOrDefault(unit.get(), Map.of()).values();
    }
    for (Map<Publication, MetricSeries> streams : byUnit.values()) {
      if (hasData(streams)) {
        return streams.values();
      }
    }
    return List.of();
  }

  private static boolean hasData(Map<Publication, MetricSeries> streams) {
    return streams.values().stream().anyMatch(MetricSeries::hasData);
  }
}
