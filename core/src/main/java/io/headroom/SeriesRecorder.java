package io.headroom;

import io.headroom.sim.SimTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Columns of numbers by minute, in the order in which they were first written. */
final class SeriesRecorder {
  private final Instant start;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<String, String> units = new LinkedHashMap<>();

  SeriesRecorder(Instant start) {
    this.start = start;
  }

  void add(String name, String unit, double value) {
    units.putIfAbsent(name, unit);
    columns.computeIfAbsent(name, key -> new Column()).add(value);
  }

  List<TimeSeries> toSeries() {
    Duration minute = Duration.ofNanos(SimTime.MINUTE);
    List<TimeSeries> series = new ArrayList<>();
    columns.forEach(
        (name, column) ->
            series.add(
                new TimeSeries(
                    name, units.getOrDefault(name, ""), start, minute, column.toArray())));
    return series;
  }
}
