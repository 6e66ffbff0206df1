package io.headroom.cloudwatch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All the series of one metric: one per unit and publication. */
final class MetricStreams {
  private static final MetricSeries[] NONE = {};

  private final List<Stream> byUnit = new ArrayList<>(1);

  /** The first stream's unit and series once it has data: then no other is preferred to it. */
  private @Nullable Unit first;

  private MetricSeries[] firstSeries = NONE;

  /** Returns the series of a unit and a publication, new if there is none yet. */
  MetricSeries open(Unit unit, Publication publication, MetricStore store) {
    int index = 0;
    while (index < byUnit.size() && byUnit.get(index).unit.compareTo(unit) < 0) {
      index++;
    }
    if (index == byUnit.size() || byUnit.get(index).unit != unit) {
      byUnit.add(index, new Stream(unit));
    }
    first = null;
    return byUnit.get(index).open(publication, store);
  }

  boolean hasData() {
    return byUnit.stream().anyMatch(Stream::hasData);
  }

  /** Returns the units that have data points, in the order of preference. */
  List<Unit> units() {
    return byUnit.stream().filter(Stream::hasData).map(stream -> stream.unit).toList();
  }

  /** Adds the visible data points of a unit, by default of the preferred one, to the buckets. */
  void addTo(Buckets buckets, Optional<Unit> unit, long asOfNanos) {
    for (MetricSeries series : read(unit)) {
      series.addTo(buckets, asOfNanos);
    }
  }

  /** Returns the series that a read of a unit goes by: another array if they are others. */
  MetricSeries[] read(Optional<Unit> unit) {
    if (first != null && (unit.isEmpty() || unit.get() == first)) {
      return firstSeries;
    }
    return stream(unit).map(stream -> stream.all).orElse(NONE);
  }

  /** Returns the samples of the visible data points of [from, to) if there are any, all known. */
  Optional<SampleDistribution> samples(
      Optional<Unit> unit, long fromNanos, long toNanos, long asOfNanos) {
    List<SampleDistribution> parts = new ArrayList<>();
    for (MetricSeries series : read(unit)) {
      if (!series.addTo(parts, fromNanos, toNanos, asOfNanos)) {
        return Optional.empty();
      }
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(SampleDistribution.merge(parts));
  }

  void expire(long nowNanos) {
    first = null;
    for (Stream stream : byUnit) {
      for (MetricSeries series : stream.all) {
        series.expire(nowNanos);
      }
    }
  }

  /** Returns the unit that is read where one, or none, is asked for; empty without data. */
  Optional<Unit> unit(Optional<Unit> asked) {
    return stream(asked).map(stream -> stream.unit);
  }

  private Optional<Stream> stream(Optional<Unit> unit) {
    for (int i = 0; i < byUnit.size(); i++) {
      Stream stream = byUnit.get(i);
      if (unit.isPresent() ? unit.get() == stream.unit : stream.hasData()) {
        if (i == 0 && unit.isEmpty()) {
          first = stream.unit;
          firstSeries = stream.all;
        }
        return Optional.of(stream);
      }
    }
    return Optional.empty();
  }

  /** The series of one unit. */
  private static final class Stream {
    final Unit unit;
    MetricSeries[] all = NONE;

    Stream(Unit unit) {
      this.unit = unit;
    }

    MetricSeries open(Publication publication, MetricStore store) {
      for (MetricSeries series : all) {
        if (series.publication().equals(publication)) {
          return series;
        }
      }
      MetricSeries made = new MetricSeries(store, publication);
      all = Arrays.copyOf(all, all.length + 1);
      all[all.length - 1] = made;
      return made;
    }

    boolean hasData() {
      for (MetricSeries series : all) {
        if (series.hasData()) {
          return true;
        }
      }
      return false;
    }
  }
}
