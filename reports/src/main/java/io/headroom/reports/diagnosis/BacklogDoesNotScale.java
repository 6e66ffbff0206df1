package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.TimeSeries;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.sqs.PollerSpec;
import java.util.List;
import java.util.Optional;

/** The backlog of a queue grows while the policies of its workers look at something else. */
final class BacklogDoesNotScale implements Detector {
  private static final double LARGE = 1_000;

  @Override
  public Optional<Finding> find(SimulationResult result, AutoScalingGroupSpec group) {
    List<AlarmSpec> alarms = PolicyAlarms.of(result.scenario(), group);
    boolean looksAtQueues =
        alarms.stream()
            .flatMap(alarm -> alarm.input().metrics().stream())
            .anyMatch(stat -> stat.metric().namespace().equals("AWS/SQS"));
    boolean scaledOut = CapacityChange.of(result, group).stream().anyMatch(CapacityChange::isOut);
    return looksAtQueues || scaledOut || alarms.isEmpty()
        ? Optional.empty()
        : result.scenario().pollers().stream()
            .filter(poller -> poller.group().equals(group.name()))
            .flatMap(poller -> finding(result, group, poller, alarms).stream())
            .findFirst();
  }

  private static Optional<Finding> finding(
      SimulationResult result,
      AutoScalingGroupSpec group,
      PollerSpec poller,
      List<AlarmSpec> alarms) {
    double backlog = last(result, poller.queue() + ".visible");
    if (backlog < LARGE) {
      return Optional.empty();
    }
    String metrics =
        alarms.stream()
            .flatMap(alarm -> alarm.input().metrics().stream())
            .map(MetricStat::metric)
            .map(metric -> metric.name())
            .distinct()
            .reduce((a, b) -> a + " and " + b)
            .orElse("nothing");
    return Optional.of(
        new Finding(
            group.name(),
            "the workers of a queue never scale on their metric",
            ("Queue %s ends with %.0f messages, the oldest %s old, and the group never scaled out:"
                    + " its policies look at %s, and its instances were busy for %.0f %% at the"
                    + " end. How busy a worker is says nothing about what waits. Track the backlog"
                    + " of each instance: ApproximateNumberOfMessagesVisible over the instances in"
                    + " service.")
                .formatted(
                    poller.queue(),
                    backlog,
                    Words.length(Math.round(last(result, poller.queue() + ".oldest") * 1e9)),
                    metrics,
                    100 * last(result, group.name() + ".utilisation"))));
  }

  private static double last(SimulationResult result, String name) {
    TimeSeries series = result.series(name).orElseThrow();
    return series.value(series.size() - 1);
  }
}
