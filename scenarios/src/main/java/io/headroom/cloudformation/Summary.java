package io.headroom.cloudformation;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.LoadBalancerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says in one paragraph what a model consists of. */
final class Summary {

  private Summary() {}

  static String of(Map<String, AutoScalingGroupSpec> groups, List<LoadBalancerSpec> balancers) {
    if (groups.isEmpty()) {
      return "No Auto Scaling group that can be simulated.";
    }
    String count =
        groups.size() == 1 ? "1 Auto Scaling group" : groups.size() + " Auto Scaling groups";
    return groups.entrySet().stream()
        .map(entry -> group(entry.getKey(), entry.getValue(), balancers))
        .collect(Collectors.joining("\n  ", count + "\n  ", ""));
  }

  private static String group(
      String id, AutoScalingGroupSpec group, List<LoadBalancerSpec> balancers) {
    String size =
        group.minimum() == group.maximum()
            ? Integer.toString(group.minimum())
            : group.minimum() + " to " + group.maximum();
    List<String> parts = new ArrayList<>();
    parts.add(
        "%s: %s x %s in %s"
            .formatted(
                id,
                size,
                group.launchConfiguration().type().name(),
                String.join(", ", group.zones())));
    balancers.stream()
        .filter(balancer -> serves(balancer, group))
        .map(balancer -> "behind %s %s".formatted(kind(balancer.type()), balancer.name()))
        .forEach(parts::add);
    if (!group.policies().isEmpty()) {
      parts.add(
          group.policies().stream()
              .map(ScalingPolicy::name)
              .collect(Collectors.joining(", ", "scaled by ", "")));
    }
    if (!group.scheduledActions().isEmpty()) {
      parts.add(
          group.scheduledActions().size() == 1
              ? "with 1 scheduled action"
              : "with %d scheduled actions".formatted(group.scheduledActions().size()));
    }
    return String.join(", ", parts);
  }

  private static boolean serves(LoadBalancerSpec balancer, AutoScalingGroupSpec group) {
    return balancer.forwards().stream()
        .anyMatch(forward -> group.targetGroups().contains(forward.targetGroup().name()));
  }

  private static String kind(LoadBalancerType type) {
    return switch (type) {
      case APPLICATION -> "Application Load Balancer";
      case NETWORK -> "Network Load Balancer";
      case CLASSIC -> "Classic Load Balancer";
      case DIRECT -> "no load balancer";
    };
  }
}
