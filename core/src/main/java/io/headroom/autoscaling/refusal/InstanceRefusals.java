package io.headroom.autoscaling.refusal;

import static io.headroom.autoscaling.refusal.Refusal.validation;

import java.util.Optional;

/** What is refused about the instances of a group: termination, attaching, standby, hooks. */
public final class InstanceRefusals {
  private static final int SHORTEST_HEARTBEAT = 30;
  private static final int LONGEST_HEARTBEAT = 7_200;

  private InstanceRefusals() {}

  /** Returns the refusal to terminate with a decrement at MinSize. */
  public static Refusal terminationAtMinimum(int minimum) {
    return validation(
        "ShouldDecrementDesiredCapacity",
        ("Currently, desiredSize equals minSize (%d). Terminating instance without replacement will"
                + " violate group's min size constraint. Either set shouldDecrementDesiredCapacity"
                + " flag to false or lower group's min size.")
            .formatted(minimum));
  }

  /** Returns the refusal to detach, or to enter standby, with a decrement below MinSize. */
  public static Refusal belowMinimum(int desired, int minimum) {
    return validation(
        "ShouldDecrementDesiredCapacity",
        "the desired capacity would be %d, below min size %d".formatted(desired, minimum));
  }

  /** Returns the refusal to attach, or to exit standby, beyond MaxSize. */
  public static Refusal aboveMaximum(int desired, int maximum) {
    return validation(
        "InstanceIds",
        "the desired capacity would be %d, above max size %d".formatted(desired, maximum));
  }

  /** Returns the refusal of an instance for what it is, such as {@code not running}. */
  public static Refusal unfit(String id, String why) {
    return validation("InstanceId", "instance %s: %s".formatted(id, why));
  }

  /** Returns the refusal to complete an action of an instance that has none. */
  public static Refusal noLifecycleAction(String instance) {
    return validation(
        "InstanceId", "No active Lifecycle Action found with instance ID " + instance);
  }

  /** Returns the refusal to complete an action by a token that none has. */
  public static Refusal noLifecycleActionWithToken(String token) {
    return validation(
        "LifecycleActionToken", "No active Lifecycle Action found with token " + token);
  }

  /** Returns the refusal of a hook's heartbeat, in seconds; empty if it is allowed. */
  public static Optional<Refusal> heartbeat(long seconds) {
    return seconds >= SHORTEST_HEARTBEAT && seconds <= LONGEST_HEARTBEAT
        ? Optional.empty()
        : Optional.of(
            validation(
                "HeartbeatTimeout",
                "must be %d to %d seconds, found %d"
                    .formatted(SHORTEST_HEARTBEAT, LONGEST_HEARTBEAT, seconds)));
  }
}
