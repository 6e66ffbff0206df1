package io.headroom.autoscaling.refusal;

import static io.headroom.autoscaling.refusal.Refusal.validation;

/** What is refused about instance refreshes and instance maintenance policies. */
public final class RefreshRefusals {
  private RefreshRefusals() {}

  /** Returns the refusal of a second refresh. */
  public static Refusal inProgress() {
    return new Refusal(
        ErrorCode.INSTANCE_REFRESH_IN_PROGRESS,
        "AutoScalingGroupName",
        "An Instance Refresh is already in progress and blocks the execution of this Instance"
            + " Refresh.");
  }

  /** Returns the refusal to cancel or to roll back while there is no refresh. */
  public static Refusal none() {
    return new Refusal(
        ErrorCode.ACTIVE_INSTANCE_REFRESH_NOT_FOUND,
        "AutoScalingGroupName",
        "No in progress or pending Instance Refresh found for Auto Scaling group");
  }

  /** Returns the refusal to roll back what cannot be rolled back. */
  public static Refusal irreversible(String why) {
    return new Refusal(ErrorCode.IRREVERSIBLE_INSTANCE_REFRESH, "AutoScalingGroupName", why);
  }

  /** Returns the refusal of an update that a running refresh derives from its configuration. */
  public static Refusal updateOfDerived() {
    return validation(
        "DesiredConfiguration",
        "An active instance refresh with a desired configuration exists. All configuration options"
            + " derived from the desired configuration are not available for update while the"
            + " instance refresh is active.");
  }

  /** Returns the refusal of checkpoints. */
  public static Refusal checkpoints(String why) {
    return validation("CheckpointPercentages", why);
  }

  /** Returns the refusal of the preferences of a refresh. */
  public static Refusal preferences(String property, String why) {
    return validation(property, why);
  }

  /** Returns the refusal of an instance maintenance policy. */
  public static Refusal maintenance(String why) {
    return validation("InstanceMaintenancePolicy", why);
  }
}
