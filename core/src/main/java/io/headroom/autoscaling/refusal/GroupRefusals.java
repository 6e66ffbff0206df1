package io.headroom.autoscaling.refusal;

import static io.headroom.autoscaling.refusal.Refusal.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What CreateAutoScalingGroup, UpdateAutoScalingGroup, SetDesiredCapacity and
 * DeleteAutoScalingGroup refuse.
 */
public final class GroupRefusals {
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_WARMUP = 3_600;
  private static final int SHORTEST_LIFETIME = 86_400;

  private GroupRefusals() {}

  /** Returns what is refused about three sizes; empty when all is well. */
  public static List<Refusal> sizes(int minimum, int maximum, int desired) {
    List<Refusal> refusals = new ArrayList<>();
    if (minimum < 0) {
      refusals.add(validation("MinSize", "Min bound, %d, must not be negative".formatted(minimum)));
    }
    if (maximum < minimum) {
      refusals.add(
          validation(
              "MaxSize",
              "Max bound, %d, must be greater than or equal to min bound, %d"
                  .formatted(maximum, minimum)));
    } else if (desired < minimum || desired > maximum) {
      refusals.add(
          validation(
              "DesiredCapacity",
              "Desired capacity:%d must be between the specified min size:%d and max size:%d"
                  .formatted(desired, minimum, maximum)));
    }
    return refusals;
  }

  /** Returns the refusal of a group without a zone. */
  public static Refusal noZone() {
    return validation(
        "VPCZoneIdentifier", "At least one Availability Zone or VPC Subnet is required.");
  }

  /** Returns the refusal of a warm pool for a group that buys Spot or several types (WP12). */
  public static Refusal warmPool() {
    return validation(
        "AutoScalingGroupName",
        "a group with a mixed instances policy or with Spot Instances has no warm pool");
  }

  /** Returns the refusal of subnets that lie outside of the zones. */
  public static Refusal zonesDoNotMatch() {
    return validation(
        "VPCZoneIdentifier",
        "The availability zones of the specified subnets and the Auto Scaling group do not match");
  }

  /** Returns the refusal of a name; empty if it is allowed. */
  public static Optional<Refusal> name(String name) {
    boolean isPrintable = name.chars().allMatch(c -> c >= '!' && c <= '~' && c != ':');
    return isPrintable && !name.isEmpty() && name.length() <= LONGEST_NAME
        ? Optional.empty()
        : Optional.of(
            validation(
                "AutoScalingGroupName",
                "must have 1 to %d printable ASCII characters and no colon, found '%s'"
                    .formatted(LONGEST_NAME, name)));
  }

  /** Returns the refusal of the name of another group. */
  public static Refusal nameExists(String name) {
    return new Refusal(
        ErrorCode.ALREADY_EXISTS,
        "AutoScalingGroupName",
        "AutoScalingGroup by this name already exists - A group with the name %s already exists"
            .formatted(name));
  }

  /** Returns the refusal of a default warm-up, in seconds; empty if it is allowed. */
  public static Optional<Refusal> warmup(long seconds) {
    return seconds >= 0 && seconds <= LONGEST_WARMUP
        ? Optional.empty()
        : Optional.of(
            validation(
                "DefaultInstanceWarmup",
                "must be 0 to %d seconds, found %d".formatted(LONGEST_WARMUP, seconds)));
  }

  /** Returns the refusal of a maximum lifetime, in seconds; empty if it is allowed. */
  public static Optional<Refusal> maximumLifetime(long seconds) {
    return seconds == 0 || seconds >= SHORTEST_LIFETIME
        ? Optional.empty()
        : Optional.of(
            validation(
                "MaxInstanceLifetime",
                "must be 0 or at least %d seconds, found %d"
                    .formatted(SHORTEST_LIFETIME, seconds)));
  }

  /** Returns what is refused about termination policies by AWS's names, in their order. */
  public static List<Refusal> terminationPolicies(List<String> names) {
    List<Refusal> refusals = new ArrayList<>();
    int standard = names.indexOf("Default");
    if (standard >= 0 && standard < names.size() - 1) {
      refusals.add(
          validation(
              "TerminationPolicies", "Default must be the last of the termination policies"));
    }
    if (names.stream().skip(1).anyMatch(name -> name.startsWith("arn:"))) {
      refusals.add(
          validation(
              "TerminationPolicies", "a Lambda function must be the first termination policy"));
    }
    return refusals;
  }

  /** Returns the refusal of SetDesiredCapacity; empty if the value is within the limits. */
  public static Optional<Refusal> setDesired(int value, int minimum, int maximum) {
    if (value > maximum) {
      return Optional.of(newDesired(value, "above max value " + maximum));
    }
    return value < minimum
        ? Optional.of(newDesired(value, "below min value " + minimum))
        : Optional.empty();
  }

  private static Refusal newDesired(int value, String where) {
    return validation(
        "DesiredCapacity",
        "New SetDesiredCapacity value %d is %s for the AutoScalingGroup.".formatted(value, where));
  }

  /** Returns the refusal of a request that honours a cooldown, while one runs. */
  public static Refusal cooldown() {
    return new Refusal(
        ErrorCode.SCALING_ACTIVITY_IN_PROGRESS,
        "HonorCooldown",
        "a cooldown or a scaling activity is in progress, and the request honors the cooldown");
  }

  /** Returns the refusal of an update of a group that does not exist. */
  public static Refusal updateOfUnknown() {
    return validation("AutoScalingGroupName", "AutoScalingGroup name not found - null");
  }

  /** Returns the refusal of a deletion of a group that does not exist. */
  public static Refusal deletionOfUnknown(String name) {
    return validation(
        "AutoScalingGroupName",
        "AutoScalingGroup name not found - AutoScalingGroup '%s' not found".formatted(name));
  }

  /** Returns the refusal of an unforced deletion of a group that has instances. */
  public static Refusal deletionWithInstances() {
    return new Refusal(
        ErrorCode.RESOURCE_IN_USE,
        "ForceDelete",
        "You cannot delete an AutoScalingGroup while there are instances or pending Spot instance"
            + " request(s) still in the group.");
  }

  /** Returns the refusal of a deletion while activities run. */
  public static Refusal deletionWithActivities() {
    return new Refusal(
        ErrorCode.SCALING_ACTIVITY_IN_PROGRESS,
        "ForceDelete",
        "You cannot delete an AutoScalingGroup while there are scaling activities in progress for"
            + " that group.");
  }
}
