package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.AutoScalingGroupSpec.GroupMetrics;
import io.headroom.cloudwatch.Metric;
import io.headroom.elb.LoadBalancerSpec;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Tells whether anything in the model ever publishes a metric. */
final class EmittedMetrics {

  private static final Set<String> EC2 = Set.of("CPUUtilization", "NetworkIn", "NetworkOut");

  private static final Set<String> APPLICATION =
      Set.of(
          "RequestCount",
          "RequestCountPerTarget",
          "TargetResponseTime",
          "TargetConnectionErrorCount",
          "HTTPCode_Target_2XX_Count",
          "HTTPCode_ELB_4XX_Count",
          "HTTPCode_ELB_5XX_Count",
          "HTTPCode_ELB_502_Count",
          "HTTPCode_ELB_503_Count",
          "HTTPCode_ELB_504_Count",
          "HealthyHostCount",
          "UnHealthyHostCount",
          "ProcessedBytes",
          "ConsumedLCUs");

  private static final Set<String> NETWORK =
      Set.of(
          "ActiveFlowCount",
          "NewFlowCount",
          "TCP_Target_Reset_Count",
          "HealthyHostCount",
          "UnHealthyHostCount",
          "ProcessedBytes",
          "ConsumedLCUs");

  private static final Set<String> CLASSIC =
      Set.of(
          "RequestCount",
          "Latency",
          "HTTPCode_Backend_2XX",
          "HTTPCode_ELB_4XX",
          "HTTPCode_ELB_5XX",
          "BackendConnectionErrors",
          "HealthyHostCount",
          "UnHealthyHostCount",
          "SurgeQueueLength",
          "SpilloverCount");

  private final Set<String> groups = new LinkedHashSet<>();
  private final Set<String> measuredGroups = new LinkedHashSet<>();
  private final Set<String> balancers = new LinkedHashSet<>();

  EmittedMetrics(Collection<AutoScalingGroupSpec> groups, List<LoadBalancerSpec> balancers) {
    for (AutoScalingGroupSpec group : groups) {
      this.groups.add(group.awsName());
      if (group.groupMetrics() == GroupMetrics.ENABLED) {
        measuredGroups.add(group.awsName());
      }
    }
    balancers.forEach(balancer -> this.balancers.add(balancer.fullName()));
  }

  boolean contains(Metric metric) {
    return switch (metric.namespace()) {
      case "AWS/EC2" ->
          EC2.contains(metric.name())
              && !metric.dimensions().containsKey("InstanceId")
              && has(metric, "AutoScalingGroupName", groups::contains);
      case "AWS/AutoScaling" ->
          metric.name().startsWith("Group")
              && has(metric, "AutoScalingGroupName", measuredGroups::contains);
      case "AWS/ApplicationELB" -> isBalancers(metric, APPLICATION, "LoadBalancer");
      case "AWS/NetworkELB" -> isBalancers(metric, NETWORK, "LoadBalancer");
      case "AWS/ELB" -> isBalancers(metric, CLASSIC, "LoadBalancerName");
      default -> false;
    };
  }

  private boolean isBalancers(Metric metric, Set<String> names, String dimension) {
    return names.contains(metric.name()) && has(metric, dimension, balancers::contains);
  }

  /** A dimension that is absent stands for the sum over all values, which is published as well. */
  private static boolean has(Metric metric, String dimension, Predicate<String> known) {
    Map<String, String> dimensions = metric.dimensions();
    String value = dimensions.get(dimension);
    return value == null || known.test(value);
  }
}
