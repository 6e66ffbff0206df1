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
 * @param settings the contested points of the run
 */
public record GroupIdentity(
    String name,
    Duration instanceMetricPeriod,
    List<AttachedTargetGroup> targetGroups,
    AutoScalingSettings settings) {
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

  /** Creates the identity of a group in a run with the documented default of each point. */
  public GroupIdentity(
      String name, Duration instanceMetricPeriod, List<AttachedTargetGroup> targetGroups) {
    this(name, instanceMetricPeriod, targetGroups, AutoScalingSettings.DEFAULT);
  }

  /** Returns a copy for a run with other settings. */
  public GroupIdentity with(AutoScalingSettings newSettings) {
    return new GroupIdentity(name, instanceMetricPeriod, targetGroups, newSettings);
  }
}
