package io.headroom.reports.diagnosis;

import io.headroom.Fault;
import io.headroom.SimulationResult;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingActivity;
import io.headroom.autoscaling.lifecycle.Departure;
import java.util.List;
import java.util.Optional;

/** Zone rebalancing ends healthy instances to make room for new ones in another zone. */
final class RebalancingKillsHealthy implements Detector {
  /** A single pair now and then is what rebalancing is for. */
  private static final int FEW = 2;

  @Override
  public Optional<Finding> find(SimulationResult result, AutoScalingGroupSpec group) {
    List<ScalingActivity> ends =
        result.activities().stream()
            .filter(each -> each.group().equals(group.name()))
            .filter(each -> each.departure().equals(Optional.of(Departure.ZONE_REBALANCE)))
            .toList();
    return ends.size() < FEW ? Optional.empty() : Optional.of(finding(result, group, ends));
  }

  private static Finding finding(
      SimulationResult result, AutoScalingGroupSpec group, List<ScalingActivity> ends) {
    long first = ends.get(0).startNanos();
    return new Finding(
        group.name(),
        "zone rebalancing ends healthy instances",
        ("From %s to %s the group ended %d healthy instances of its %s, to have as many in each"
                + " zone again%s. It ends an instance once its successor is in service, whether"
                + " that serves yet or not, and the requests under way have only the deregistration"
                + " delay. Let a launch hook wait for the application, protect instances with long"
                + " work from scale-in, or suspend AZRebalance while a zone recovers.")
            .formatted(
                Words.at(result, first),
                Words.at(result, ends.get(ends.size() - 1).startNanos()),
                ends.size(),
                "%.0f".formatted(result.group(group.name()).capacity().mean()),
                outage(result, group, first)));
  }

  /** The outage that brought the zones out of balance, if one did. */
  private static String outage(
      SimulationResult result, AutoScalingGroupSpec group, long beforeNanos) {
    return result.scenario().faults().stream()
        .filter(Fault.ZoneOutage.class::isInstance)
        .map(Fault.ZoneOutage.class::cast)
        .filter(each -> group.zones().contains(each.zone()))
        .filter(each -> each.at().toNanos() < beforeNanos)
        .reduce((earlier, later) -> later)
        .map(
            each ->
                " after the outage of %s from %s on"
                    .formatted(each.zone(), Words.at(result, each.at().toNanos())))
        .orElse("");
  }
}
