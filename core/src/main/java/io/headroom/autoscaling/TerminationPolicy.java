package io.headroom.autoscaling;

import java.util.Arrays;
import java.util.Optional;

/**
 * A rule that narrows down which instance leaves at a scale-in.
 *
 * <p>"Configure termination policies for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User
 * Guide.
 */
public enum TerminationPolicy {
  /** Oldest configuration, then closest to the next billing hour, then random. */
  DEFAULT("Default"),
  /** The instance that was launched first. */
  OLDEST_INSTANCE("OldestInstance"),
  /** The instance that was launched last. */
  NEWEST_INSTANCE("NewestInstance"),
  /** Instances of the oldest launch configuration. */
  OLDEST_LAUNCH_CONFIGURATION("OldestLaunchConfiguration"),
  /** Instances of another launch template, then of the oldest version. */
  OLDEST_LAUNCH_TEMPLATE("OldestLaunchTemplate"),
  /** The instance whose age is closest to the next full hour. */
  CLOSEST_TO_NEXT_INSTANCE_HOUR("ClosestToNextInstanceHour"),
  /** Instances whose removal brings the rest closer to the allocation strategy. */
  ALLOCATION_STRATEGY("AllocationStrategy");

  private final String awsName;

  TerminationPolicy(String awsName) {
    this.awsName = awsName;
  }

  /** Returns AWS's name. */
  public String awsName() {
    return awsName;
  }

  /**
   * Returns the policy with AWS's name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static TerminationPolicy required(String awsName) {
    return named(awsName)
        .orElseThrow(
            () -> new IllegalArgumentException("no termination policy is called " + awsName));
  }

  /** Returns the policy with AWS's name; empty if there is none. */
  public static Optional<TerminationPolicy> named(String awsName) {
    return Arrays.stream(values()).filter(p -> p.awsName.equals(awsName)).findFirst();
  }
}
