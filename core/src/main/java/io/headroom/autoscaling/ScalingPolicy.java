package io.headroom.autoscaling;

import io.headroom.autoscaling.refusal.Refusal;
import java.time.Duration;
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

  /**
   * Returns a policy that a clock asks and whose decisions take effect at once.
   *
   * @param name the policy's name
   * @param period the time between two decisions, positive
   * @param decider decides from what it sees alone: all runs share it, so it must not remember
   */
  static ScalingPolicy every(String name, Duration period, Decider decider) {
    return new ClockedPolicy(name, new Trigger.Every(period), decider);
  }

  /**
   * Returns why AWS would refuse the policy beside the others of its group; empty if it would not.
   *
   * @param all the policies of the group, this one among them
   */
  default List<Refusal> refusalsAmong(List<ScalingPolicy> all) {
    return List.of();
  }

  /** Returns how the group paces this policy; by default every decision takes effect at once. */
  default Pacing pacing() {
    return Pacing.IMMEDIATE;
  }
}
