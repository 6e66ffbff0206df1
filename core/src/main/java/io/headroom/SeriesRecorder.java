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
    column(name, unit).add(value);
  }

  /** Returns the column with a name, new if there is none yet. */
  Column column(String name, String unit) {
    units.putIfAbsent(name, unit);
    return columns.computeIfAbsent(name, key -> new Column());
  }

  List<TimeSeries> toSeries() {
    Duration minute = Duration.ofNanos(SimTime.MINUTE);
    List<TimeSeries> series = new ArrayList<>();
    columns.forEach(
        (name, column) ->
            series.add(
                new TimeSeries(name, units.getOrDefault(name, ""), start, minute, column.copy())));
    return series;
  }
}
