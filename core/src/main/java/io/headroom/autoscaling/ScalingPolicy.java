package io.headroom.autoscaling;

import java.util.List;

/**
 * A rule that decides how much capacity a group should have: an immutable value, found by name
 * through a {@link ScalingPolicyProvider}.
 *
 * <p>A policy is one file: a record with the settings, a {@link Decider} with the memory of one
 * run, a nested provider, and a line in {@code META-INF/services}. It sees the {@link
 * ScalingContext} it is handed and nothing else; limits, cooldown, warm-up and the choice among
 * several policies are the group's.
 */
public interface ScalingPolicy {
  /** Returns the name that activities and the ledger use; unique within a group. */
  String name();

  /**
   * Returns what makes the group ask this policy.
   *
   * @param group the group that the policy belongs to, for the dimensions of its metrics
   */
  List<Trigger> triggers(GroupIdentity group);

  /** Makes the part that has memory, for one group in one run. */
  Decider newDecider();

  /** Returns how the group paces this policy; by default every decision takes effect at once. */
  default Pacing pacing() {
    return Pacing.IMMEDIATE;
  }
}
