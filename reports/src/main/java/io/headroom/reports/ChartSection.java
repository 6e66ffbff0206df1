package io.headroom.reports;

import io.headroom.CapacitySummary;
import io.headroom.GroupResult;
import io.headroom.SimulationResult;
import io.headroom.TimeSeries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The load over time, and below it, on the same axis, the instances of each group. */
final class ChartSection {
  private static final String LOAD = "requestsPerSecond";
  private static final String IN_SERVICE = ".inService";

  private final Page page;
  private final TimeAxis axis;
  private final List<Tick> ticks;

  private ChartSection(Page page, TimeAxis axis) {
    this.page = page;
    this.axis = axis;
    ticks = Tick.of(axis);
  }

  static void add(Page page, SimulationResult result) {
    Duration span = WallClock.of(result).span();
    if (span.isZero()) {
      return;
    }
    int columns = page.width() - BarChart.LABELS - 2;
    TimeAxis axis = new TimeAxis(result.scenario().start(), span, columns);
    ChartSection section = new ChartSection(page, axis);
    result.series(LOAD).ifPresent(section::addLoad);
    result.groups().forEach(group -> section.addGroup(group, series(result, group)));
  }

  private static Optional<TimeSeries> series(SimulationResult result, GroupResult group) {
    return result.series(group.name() + IN_SERVICE);
  }

  private void addLoad(TimeSeries load) {
    page.blank();
    Duration column = axis.span().dividedBy(axis.columns());
    String width = column.compareTo(load.period()) > 0 ? ", the most in each column" : "";
    page.add("Load", Line.of("requests per second" + width));
    addChart(BarChart.ofRates(axis.peaks(load), Ink.LOAD));
  }

  private void addGroup(GroupResult group, Optional<TimeSeries> inService) {
    page.blank();
    page.flow("Instances", caption(group));
    inService.ifPresent(series -> addChart(BarChart.ofCounts(axis.peaks(series), Ink.CAPACITY)));
  }

  private static List<Line> caption(GroupResult group) {
    CapacitySummary capacity = group.capacity();
    String range =
        ": %s to %s in service, mean %s"
            .formatted(
                Figures.count(capacity.min()),
                Figures.count(capacity.max()),
                Figures.threeDigits(capacity.mean()));
    return List.of(
        new Line().add(Ink.STRONG, group.name()).add(range),
        Line.of(Figures.count(capacity.launches()) + " launched"),
        Line.of(Figures.count(capacity.terminations()) + " terminated"),
        Line.of(Figures.threeDigits(capacity.instanceHours()) + " instance-hours"));
  }

  private void addChart(BarChart chart) {
    chart.lines(ticks).forEach(page::add);
    page.add(BarChart.labels(ticks, axis.columns()));
  }
}
