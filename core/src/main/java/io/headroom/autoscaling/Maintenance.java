package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.replacement.CapacityBounds;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import io.headroom.autoscaling.replacement.ReplacementOrder;
import io.headroom.autoscaling.replacement.ReplacementReason;
import io.headroom.autoscaling.replacement.TemporaryMargin;
import java.util.Optional;

/**
 * Replaces instances of one group in the order and within the limits that hold for the reason:
 * those of the instance maintenance policy for whatever can wait (IM2), else AWS's own (IM3).
 *
 * <p>"Instance maintenance policies", Amazon EC2 Auto Scaling User Guide.
 */
final class Maintenance {
  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final Reconciler.Hands hands;
  private long countedNanos = -1;
  private int unhealthyUnits;

  Maintenance(GroupRun run, GroupMembers members, CapacityPlan plan, Reconciler.Hands hands) {
    this.run = run;
    this.members = members;
    this.plan = plan;
    this.hands = hands;
  }

  /** What may be exchanged now. */
  private enum Way {
    TERMINATE_FIRST,
    LAUNCH_FIRST,
    NONE
  }

  /** Returns the limits that hold for a group; empty without a policy. */
  Optional<InstanceMaintenancePolicy> policy() {
    return run.spec().fleet().maintenance();
  }

  /**
   * Begins to replace an instance, if the limits leave room.
   *
   * @return whether it was begun
   */
  boolean replace(Member old, ReplacementReason reason, Replacement how) {
    return replace(old, reason, how, policy());
  }

  /** Begins to replace an instance under limits of its own, as an instance refresh has them. */
  boolean replace(
      Member old,
      ReplacementReason reason,
      Replacement how,
      Optional<InstanceMaintenancePolicy> limits) {
    switch (way(old, reason, limits)) {
      case LAUNCH_FIRST -> hands.replacer().launchFirst(old, how);
      case TERMINATE_FIRST -> hands.replacer().terminateFirst(old, how);
      case NONE -> {
        return false;
      }
    }
    return true;
  }

  private Way way(
      Member old, ReplacementReason reason, Optional<InstanceMaintenancePolicy> limits) {
    if (hands.replacer().isReplacing(old) && reason.isVoluntary()) {
      return Way.NONE;
    }
    ReplacementOrder order = ReplacementOrder.of(reason, limits);
    boolean mayCome = old.is(Kind.IN_SERVICE) && old.units() <= mayCome(reason, limits);
    boolean mayLeave = !reason.isVoluntary() || limits.isEmpty() || mayLeave(old, limits.get());
    return switch (order) {
      case LAUNCH_FIRST -> mayCome ? Way.LAUNCH_FIRST : Way.NONE;
      case TERMINATE_FIRST -> mayLeave ? Way.TERMINATE_FIRST : Way.NONE;
      case TERMINATE_AND_LAUNCH ->
          mayCome ? Way.LAUNCH_FIRST : mayLeave ? Way.TERMINATE_FIRST : Way.NONE;
    };
  }

  /** An unhealthy instance counts nothing, so that its leaving costs no healthy capacity. */
  private boolean mayLeave(Member old, InstanceMaintenancePolicy limits) {
    CapacityBounds bounds = limits.bounds(plan.desired());
    int lost = old.isHealthy() ? old.units() : 0;
    return lost <= bounds.mayLeave(healthyUnits()) || lost == 0;
  }

  private int mayCome(ReplacementReason reason, Optional<InstanceMaintenancePolicy> limits) {
    int there = members.census().unitsThere() + hands.launcher().orderedUnits();
    int ceiling =
        limits
            .map(policy -> policy.bounds(plan.desired()).ceiling())
            .orElseGet(() -> withoutPolicy(reason));
    return Math.max(0, ceiling - there);
  }

  /** CR4 is a tenth of the desired capacity, AZ12 of the maximum. */
  private int withoutPolicy(ReplacementReason reason) {
    int maximum = plan.sizes().maximum();
    int size = reason == ReplacementReason.CAPACITY_REBALANCE ? plan.desired() : maximum;
    return maximum + TemporaryMargin.of(size);
  }

  /** Units in service and healthy; the unhealthy are counted once for each instant. */
  private int healthyUnits() {
    if (countedNanos != run.nowNanos()) {
      countedNanos = run.nowNanos();
      unhealthyUnits =
          members.all().stream()
              .filter(member -> member.is(Kind.IN_SERVICE) && !member.isHealthy())
              .mapToInt(Member::units)
              .sum();
    }
    return members.census().units(Kind.IN_SERVICE) - unhealthyUnits;
  }
}
