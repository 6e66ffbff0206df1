package io.headroom;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.AutoScalingSettings;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.GroupIdentity.AttachedTargetGroup;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.LoadBalancerSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds the policies that do not fit their groups, such as one that tracks requests for each target
 * of a group without a target group. What the run would throw when it begins is told before.
 */
final class PolicyProblems {
  private final Map<String, AttachedTargetGroup> targetGroups = new HashMap<>();
  private final AutoScalingSettings settings;

  private PolicyProblems(List<LoadBalancerSpec> balancers, AutoScalingSettings settings) {
    this.settings = settings;
    for (LoadBalancerSpec balancer : balancers) {
      for (ForwardRule rule : balancer.forwards()) {
        targetGroups.put(
            rule.targetGroup().name(),
            new AttachedTargetGroup(balancer.fullName(), rule.targetGroup().fullName()));
      }
    }
  }

  /** Returns a line for each policy that does not fit; names that are unknown are passed over. */
  static List<String> of(Scenario scenario) {
    Fronts fronts = Fronts.of(scenario);
    PolicyProblems checks =
        new PolicyProblems(fronts.balancers(), scenario.settings().autoScaling());
    List<String> problems = new ArrayList<>();
    for (AutoScalingGroupSpec group : fronts.groups()) {
      GroupIdentity identity = checks.identity(group);
      for (ScalingPolicy policy : group.policies()) {
        try {
          policy.triggers(identity);
        } catch (IllegalArgumentException refused) {
          problems.add(
              "group %s: policy %s: %s"
                  .formatted(group.name(), policy.name(), refused.getMessage()));
        }
      }
    }
    return problems;
  }

  private GroupIdentity identity(AutoScalingGroupSpec group) {
    List<AttachedTargetGroup> attached =
        group.targetGroups().stream().map(targetGroups::get).filter(Objects::nonNull).toList();
    return new GroupIdentity(
        group.awsName(), group.launchConfiguration().monitoring().interval(), attached, settings);
  }
}
