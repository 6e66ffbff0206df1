package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.Phase;
import io.headroom.sim.SimTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Publishes the metrics of one group, each minute in namespace {@code AWS/AutoScaling}.
 *
 * <p>"Amazon CloudWatch metrics for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User Guide. A
 * data point is the value at the end of its minute.
 */
final class GroupMetricsPublisher {
  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final Map<String, MetricSeries> series = new LinkedHashMap<>();

  GroupMetricsPublisher(GroupRun run, GroupMembers members, CapacityPlan plan) {
    this.run = run;
    this.members = members;
    this.plan = plan;
  }

  void start() {
    run.every(SimTime.MINUTE, Phase.MEASURE, "group metrics", this::publish);
  }

  private void publish() {
    GroupSizes sizes = plan.sizes();
    record("MinSize", sizes.minimum());
    record("MaxSize", sizes.maximum());
    record("DesiredCapacity", sizes.desired());
    both("InService", Kind.IN_SERVICE);
    both("Pending", Kind.PENDING);
    both("Standby", Kind.STANDBY);
    both("Terminating", Kind.TERMINATING);
    both("Total", Kind.IN_SERVICE, Kind.PENDING, Kind.TERMINATING);
  }

  /** Publishes a count of instances and of units. */
  private void both(String name, Kind... kinds) {
    Census census = members.census();
    record(name + "Instances", Arrays.stream(kinds).mapToInt(census::instances).sum());
    record(name + "Capacity", Arrays.stream(kinds).mapToInt(census::units).sum());
  }

  private void record(String name, int value) {
    series.computeIfAbsent(name, this::open).record(run.nowNanos() - SimTime.MINUTE, value);
  }

  private MetricSeries open(String name) {
    Metric metric =
        Metric.of("AWS/AutoScaling", "Group" + name)
            .with("AutoScalingGroupName", run.spec().awsName());
    MetricStore store = run.environment().metrics();
    return store.open(metric, Unit.NONE, store.settings().delays().ofGroups());
  }
}
