package io.headroom.autoscaling;

import java.time.Duration;
import java.util.List;

/**
 * The names by which the metrics of a group are known.
 *
 * @param name AWS's name of the group, the value of {@code AutoScalingGroupName}
 * @param instanceMetricPeriod how often EC2 publishes the metrics of the group's instances: one
 *     minute with detailed, five minutes with basic monitoring
 * @param targetGroups the group's target groups in the order of attachment
 */
public record GroupIdentity(
    String name, Duration instanceMetricPeriod, List<AttachedTargetGroup> targetGroups) {
  /**
   * A target group that the instances of the group register with.
   *
   * @param loadBalancer the value of the dimension {@code LoadBalancer}, {@code app/NAME/HEX}
   * @param targetGroup the value of the dimension {@code TargetGroup}, {@code targetgroup/NAME/HEX}
   */
  public record AttachedTargetGroup(String loadBalancer, String targetGroup) {
    /** Returns the two as the {@code ResourceLabel} of a predefined metric. */
    public String resourceLabel() {
      return loadBalancer + "/" + targetGroup;
    }
  }

  /** Copies the list. */
  public GroupIdentity {
    targetGroups = List.copyOf(targetGroups);
  }
}
