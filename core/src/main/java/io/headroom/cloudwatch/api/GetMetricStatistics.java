package io.headroom.cloudwatch.api;

import io.headroom.cloudwatch.AlarmException;
import io.headroom.cloudwatch.AlarmProblem;
import io.headroom.cloudwatch.Datapoint;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a statistic, with its data points by unit. "GetMetricStatistics", CloudWatch API Reference.
 *
 * @param metric the metric
 * @param statistic what is asked
 * @param period the length of a bucket
 * @param fromNanos the start, inclusive, in nanoseconds since the start of the run
 * @param toNanos the end, exclusive
 * @param unit the unit that is asked for; without one every unit that has data answers
 */
public record GetMetricStatistics(
    Metric metric,
    Statistic statistic,
    Duration period,
    long fromNanos,
    long toNanos,
    Optional<Unit> unit) {
  private static final int MAX_POINTS = 1_440;

  /** Returns the reasons for which the service would refuse the request, empty if none. */
  public List<AlarmProblem> problems() {
    List<AlarmProblem> problems = new ArrayList<>();
    long seconds = period.toSeconds();
    boolean isShort = List.of(1L, 5L, 10L, 20L, 30L).contains(seconds);
    boolean isPeriod = period.toNanosPart() == 0 && (isShort || (seconds > 0 && seconds % 60 == 0));
    if (!isPeriod) {
      problems.add(
          new AlarmProblem(
              AlarmProblem.INVALID_PARAMETER_VALUE,
              "Period",
              "The parameter Period must be 1, 5, 10, 20, 30 or a multiple of 60, was " + period));
    }
    long from = Math.floorDiv(fromNanos, SimTime.SECOND);
    long to = Math.floorDiv(toNanos, SimTime.SECOND);
    if (from >= to) {
      problems.add(
          new AlarmProblem(
              AlarmProblem.INVALID_PARAMETER_VALUE,
              "StartTime",
              "The parameter StartTime must be less than the parameter EndTime."));
    } else if (isPeriod && (to - from + seconds - 1) / seconds > MAX_POINTS) {
      problems.add(
          new AlarmProblem(
              "InvalidParameterCombination",
              "Period",
              ("You have requested up to %d datapoints, which exceeds the limit of %d. You may"
                      + " reduce the datapoints requested by increasing Period, or decreasing the"
                      + " time range.")
                  .formatted((to - from + seconds - 1) / seconds, MAX_POINTS)));
    }
    return problems;
  }

  /**
   * Returns the data points by unit, oldest first.
   *
   * @param asOfNanos when the request arrives, in nanoseconds since the start of the run
   * @throws AlarmException if the service would refuse it
   */
  public Map<Unit, List<Datapoint>> send(MetricStore store, long asOfNanos) {
    for (AlarmProblem problem : problems()) {
      throw new AlarmException(problem.code(), problem.message());
    }
    List<Unit> units = unit.map(List::of).orElseGet(() -> store.units(metric));
    Map<Unit, List<Datapoint>> points = new LinkedHashMap<>();
    for (Unit each : units) {
      MetricStat stat = new MetricStat(metric, statistic, period, Optional.of(each));
      List<Datapoint> found = store.query(stat, fromNanos, toNanos, asOfNanos);
      if (!found.isEmpty()) {
        points.put(each, found);
      }
    }
    return points;
  }
}
