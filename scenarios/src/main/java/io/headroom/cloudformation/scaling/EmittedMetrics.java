package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.AutoScalingGroupSpec.GroupMetrics;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.standard.StandardMetrics;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.sqs.QueueSpec;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells whether anything in the model ever publishes a metric. */
final class EmittedMetrics {

  private final Set<String> groups = new LinkedHashSet<>();
  private final Set<String> measuredGroups = new LinkedHashSet<>();
  private final Set<String> balancers = new LinkedHashSet<>();
  private final Set<String> queues = new LinkedHashSet<>();

  EmittedMetrics(
      Collection<AutoScalingGroupSpec> groups,
      List<LoadBalancerSpec> balancers,
      List<QueueSpec> queues) {
    queues.forEach(queue -> this.queues.add(queue.awsName()));
    for (AutoScalingGroupSpec group : groups) {
      this.groups.add(group.awsName());
      if (group.groupMetrics() == GroupMetrics.ENABLED) {
        measuredGroups.add(group.awsName());
      }
    }
    balancers.forEach(balancer -> this.balancers.add(balancer.fullName()));
  }

  boolean contains(Metric metric) {
    return StandardMetrics.isEmitted(metric)
        && !metric.dimensions().containsKey("InstanceId")
        && has(metric, "LoadBalancer", balancers)
        && has(metric, "LoadBalancerName", balancers)
        && has(metric, "QueueName", queues)
        && has(
            metric,
            "AutoScalingGroupName",
            metric.namespace().equals("AWS/AutoScaling") ? measuredGroups : groups);
  }

  private static boolean has(Metric metric, String dimension, Set<String> known) {
    String value = metric.dimensions().get(dimension);
    return value == null || known.contains(value);
  }
}
