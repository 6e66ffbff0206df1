package io.headroom;

import io.headroom.elb.Cell;
import io.headroom.elb.LoadBalancerType;
import io.headroom.elb.LoadBalancers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** The requests of a run, whole and by group, gathered minute by minute. */
final class RunStatistics {
  private final LoadBalancers balancers;
  private final List<String> groupNames;
  private final long balancerMicros;
  private final RequestTally whole;
  private final Map<String, RequestTally> groups = new LinkedHashMap<>();
  private final SeriesRecorder series;
  private long arrivedBefore;
  private boolean ended;

  /** The requests under way at the end, by the number of their group. */
  private Map<Integer, Long> inFlight = Map.of();

  /**
   * Creates empty statistics.
   *
   * @param scenario the input
   * @param balancers where requests are counted
   * @param groupNames the groups by the number that cells use
   * @param series where columns go
   */
  RunStatistics(
      Scenario scenario, LoadBalancers balancers, List<String> groupNames, SeriesRecorder series) {
    this.balancers = balancers;
    this.groupNames = groupNames;
    this.series = series;
    balancerMicros = 2 * scenario.settings().elb().latency().toNanos() / 1_000;
    whole = new RequestTally(scenario.slo());
    scenario.groups().forEach(g -> groups.put(g.name(), new RequestTally(scenario.slo())));
  }

  /**
   * Takes in the minute that ends.
   *
   * @param seconds its length, shorter at the end of a run
   */
  void closeMinute(double seconds) {
    boolean anyEnded = false;
    for (Cell cell : balancers.cells()) {
      if (cell.endedInMinute() > 0) {
        add(cell);
        anyEnded = true;
      }
    }
    if (anyEnded) {
      groups.values().forEach(whole::add);
    }
    record(seconds);
    if (anyEnded) {
      whole.closeMinute();
      groups.values().forEach(RequestTally::closeMinute);
    }
  }

  private void add(Cell cell) {
    long micros = cell.balancerType() == LoadBalancerType.DIRECT ? 0 : balancerMicros;
    RequestTally tally = cell.group() == Cell.NO_GROUP ? whole : group(cell);
    tally.add(cell, micros);
  }

  private RequestTally group(Cell cell) {
    RequestTally tally = groups.get(groupNames.get(cell.group()));
    if (tally == null) {
      throw new IllegalStateException("no group has the number " + cell.group());
    }
    return tally;
  }

  private void record(double seconds) {
    long arrived = balancers.arrived();
    series.add("requestsPerSecond", "1/s", (arrived - arrivedBefore) / seconds);
    arrivedBefore = arrived;
    series.add("completedPerSecond", "1/s", whole.minuteCompleted() / seconds);
    series.add("rejectedPerSecond", "1/s", whole.minuteRejected() / seconds);
    series.add("failedPerSecond", "1/s", whole.minuteFailed() / seconds);
    series.add("latencyP50", "s", whole.minutePercentile(50));
    series.add("latencyP99", "s", whole.minutePercentile(99));
  }

  RequestCounts counts() {
    endRun();
    long all = inFlight.values().stream().mapToLong(Long::longValue).sum();
    return whole.counts(balancers.arrived(), all);
  }

  private void endRun() {
    if (!ended) {
      ended = true;
      groups.values().forEach(group -> group.endRun(List.of()));
      whole.endRun(groups.values());
      inFlight = balancers.inFlightByGroup();
    }
  }

  /** Returns the response times of the run, which has ended. */
  LatencySummary latency() {
    endRun();
    return whole.latency();
  }

  /** Judges the run, which has ended. */
  SloOutcome slo() {
    endRun();
    return whole.outcome(balancers.cells().stream().mapToLong(Cell::slow).sum());
  }

  RequestCounts counts(String group) {
    RequestTally tally = tally(group);
    long underWay = inFlight.getOrDefault(groupNames.indexOf(group), 0L);
    return tally.counts(sum(group, Cell::sent), underWay);
  }

  LatencySummary latency(String group) {
    return tally(group).latency();
  }

  SloOutcome slo(String group) {
    return tally(group).outcome(sum(group, Cell::slow));
  }

  private RequestTally tally(String group) {
    endRun();
    RequestTally tally = groups.get(group);
    if (tally == null) {
      throw new IllegalArgumentException("no group is called " + group);
    }
    return tally;
  }

  private long sum(String group, ToLongFunction<Cell> count) {
    return balancers.cells().stream()
        .filter(cell -> cell.group() != Cell.NO_GROUP)
        .filter(cell -> groupNames.get(cell.group()).equals(group))
        .mapToLong(count)
        .sum();
  }
}
