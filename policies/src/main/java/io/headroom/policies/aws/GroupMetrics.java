package io.headroom.policies.aws;

import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.GroupIdentity.AttachedTargetGroup;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Metrics of whatever group a policy belongs to: their dimensions hold the place of the group's
 * names, which is filled in when the policy meets its group.
 */
public final class GroupMetrics {
  /** The place of the group's name in the value of a dimension. */
  private static final String GROUP = "${AutoScalingGroupName}";

  /** The place of the first target group's load balancer. */
  private static final String LOAD_BALANCER = "${LoadBalancer}";

  /** The place of the group's first target group. */
  private static final String TARGET_GROUP = "${TargetGroup}";

  /** Busy share of the group's instances, in percent. */
  public static final Metric CPU_UTILIZATION = ec2("CPUUtilization");

  /** Bytes that the group's instances receive. */
  public static final Metric NETWORK_IN = ec2("NetworkIn");

  /** Bytes that the group's instances send. */
  public static final Metric NETWORK_OUT = ec2("NetworkOut");

  /** Requests to the group's first target group over its healthy targets; read with Sum. */
  public static final Metric REQUEST_COUNT_PER_TARGET =
      Metric.of("AWS/ApplicationELB", "RequestCountPerTarget")
          .with("LoadBalancer", LOAD_BALANCER)
          .with("TargetGroup", TARGET_GROUP);

  /** Requests to the group's first target group; read with Sum. */
  public static final Metric REQUEST_COUNT =
      Metric.of("AWS/ApplicationELB", "RequestCount")
          .with("LoadBalancer", LOAD_BALANCER)
          .with("TargetGroup", TARGET_GROUP);

  /** Instances of the group that are in service; the group publishes it with MetricsCollection. */
  public static final Metric IN_SERVICE_INSTANCES =
      Metric.of("AWS/AutoScaling", "GroupInServiceInstances").with("AutoScalingGroupName", GROUP);

  private GroupMetrics() {}

  private static Metric ec2(String name) {
    return Metric.of("AWS/EC2", name).with("AutoScalingGroupName", GROUP);
  }

  /**
   * Fills in the names of a group.
   *
   * @throws AutoScalingException if the metric needs a target group and the group has none
   */
  public static Metric of(Metric metric, GroupIdentity group) {
    Map<String, String> dimensions = new TreeMap<>();
    metric.dimensions().forEach((name, value) -> dimensions.put(name, fill(value, group)));
    return new Metric(metric.namespace(), metric.name(), dimensions);
  }

  /** Fills in the names of a group in the metric and the name of an alarm. */
  static AlarmSpec of(AlarmSpec alarm, GroupIdentity group) {
    boolean hasPlaces =
        alarm.input().metrics().stream()
            .flatMap(stat -> stat.metric().dimensions().values().stream())
            .anyMatch(value -> value.contains("${"));
    return hasPlaces
        ? alarm.toBuilder()
            .input(alarm.input().mapMetrics(metric -> of(metric, group)))
            .named(fill(alarm.name(), group))
            .build()
        : alarm;
  }

  private static String fill(String text, GroupIdentity group) {
    String filled = text.replace(GROUP, group.name());
    if (!filled.contains(LOAD_BALANCER) && !filled.contains(TARGET_GROUP)) {
      return filled;
    }
    if (group.targetGroups().isEmpty()) {
      throw new AutoScalingException(
          "group " + group.name(),
          List.of(
              PolicyRefusals.label(
                  "the group has no target group, which %s needs".formatted(text))));
    }
    AttachedTargetGroup first = group.targetGroups().get(0);
    return filled
        .replace(LOAD_BALANCER, first.loadBalancer())
        .replace(TARGET_GROUP, first.targetGroup());
  }
}
