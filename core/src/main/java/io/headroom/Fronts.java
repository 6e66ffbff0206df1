package io.headroom;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.elb.CrossZone;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.LoadBalancerType;
import io.headroom.elb.TargetGroupSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What requests meet first: the load balancers of the scenario, and a direct front for each group
 * that traffic names itself.
 *
 * @param balancers the load balancers
 * @param groups the groups, with the direct fronts among their target groups
 */
record Fronts(List<LoadBalancerSpec> balancers, List<AutoScalingGroupSpec> groups) {
  /** Clients that know the instances have no load balancer to give up before they do. */
  private static final Duration NO_IDLE_TIMEOUT = Duration.ofDays(365);

  static Fronts of(Scenario scenario) {
    Set<String> destinations = new LinkedHashSet<>();
    scenario.traffic().forEach(traffic -> destinations.add(traffic.to()));
    List<LoadBalancerSpec> balancers = new ArrayList<>(scenario.loadBalancers());
    List<AutoScalingGroupSpec> groups = new ArrayList<>();
    for (AutoScalingGroupSpec group : scenario.groups()) {
      if (destinations.contains(group.name())) {
        balancers.add(direct(group));
        groups.add(withFront(group));
      } else {
        groups.add(group);
      }
    }
    return new Fronts(balancers, groups);
  }

  private static LoadBalancerSpec direct(AutoScalingGroupSpec group) {
    TargetGroupSpec targets =
        TargetGroupSpec.application(frontName(group)).deregistrationDelay(Duration.ZERO);
    return new LoadBalancerSpec(
        group.name(),
        group.name(),
        LoadBalancerType.DIRECT,
        group.zones(),
        List.of(new ForwardRule(targets, 1)),
        CrossZone.ON,
        NO_IDLE_TIMEOUT);
  }

  private static AutoScalingGroupSpec withFront(AutoScalingGroupSpec group) {
    List<String> targetGroups = new ArrayList<>(group.targetGroups());
    targetGroups.add(frontName(group));
    return group.toBuilder().targetGroups(targetGroups).build();
  }

  private static String frontName(AutoScalingGroupSpec group) {
    return group.name() + " (direct)";
  }
}
