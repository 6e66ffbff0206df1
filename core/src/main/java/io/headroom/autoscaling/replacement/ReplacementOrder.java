package io.headroom.autoscaling.replacement;

import java.util.Optional;

/**
 * Which of the two comes first when a group exchanges an instance (IM3 to IM5).
 *
 * <p>"Instance maintenance policies", Amazon EC2 Auto Scaling User Guide.
 */
public enum ReplacementOrder {
  /** The old instance leaves; its replacement is launched without waiting. */
  TERMINATE_FIRST("terminate and launch"),
  /** The new instance comes into service; then the old one leaves. */
  LAUNCH_FIRST("launch before terminating"),
  /** Either, as far as the limits allow, so that more are exchanged at once. */
  TERMINATE_AND_LAUNCH("either, within the limits");

  private final String words;

  ReplacementOrder(String words) {
    this.words = words;
  }

  /** Returns the order in words, those of AWS's console where it has them. */
  public String words() {
    return words;
  }

  /** Returns the order for a reason under a policy, if the group has one. */
  public static ReplacementOrder of(
      ReplacementReason reason, Optional<InstanceMaintenancePolicy> policy) {
    if (!reason.isVoluntary()) {
      return TERMINATE_FIRST;
    }
    if (policy.isEmpty()) {
      return reason.launchesFirst() ? LAUNCH_FIRST : TERMINATE_FIRST;
    }
    if (!policy.get().mayFallBelow()) {
      return LAUNCH_FIRST;
    }
    return policy.get().mayExceed() ? TERMINATE_AND_LAUNCH : TERMINATE_FIRST;
  }
}
