package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * What holds back the decisions of one group's policies: cooldown and activities for simple
 * scaling, warm-up and consent for the scale-in of step scaling and target tracking.
 */
final class PacingRules {
  private final GroupRun run;
  private final GroupMembers members;
  private final Reconciler reconciler;
  private final Parts parts;

  PacingRules(GroupRun run, GroupMembers members, Reconciler reconciler, Parts parts) {
    this.run = run;
    this.members = members;
    this.reconciler = reconciler;
    this.parts = parts;
  }

  /** What the rules look at besides the instances. */
  record Parts(CapacityPlan plan, CooldownClock cooldown, Consent consent) {}

  /** Returns the cooldown that a change by such a policy starts (CD7, CD11). */
  static Duration cooldown(Pacing pacing, AutoScalingGroupSpec group) {
    return pacing instanceof Pacing.Cooldown own
        ? own.cooldown().orElse(group.defaultCooldown())
        : group.defaultCooldown();
  }

  /**
   * Returns the capacity that a policy may set; empty if it has to wait.
   *
   * @param capacity what it wants, within the limits, and not what is desired already
   * @param obstacles takes what stands in the way
   */
  OptionalInt allow(AttachedPolicy policy, int capacity, List<Obstacle> obstacles) {
    int before = obstacles.size();
    OptionalInt allowed = OptionalInt.of(capacity);
    if (policy.pacing() instanceof Pacing.Cooldown) {
      simple(obstacles);
    } else if (policy.pacing() instanceof Pacing.Warmup warmup && capacity < parts.plan.desired()) {
      scaleIn(warmup.scaleIn(), obstacles);
      if (obstacles.size() == before && policy.needsConsent()) {
        allowed = consented(policy, capacity, obstacles);
      }
    }
    return obstacles.size() == before ? allowed : OptionalInt.empty();
  }

  private void simple(List<Obstacle> obstacles) {
    if (reconciler.hasUnfinishedActivity()) {
      obstacles.add(Obstacle.ACTIVITY_IN_PROGRESS);
    } else if (parts.cooldown.isRunning(run.nowNanos())) {
      obstacles.add(Obstacle.COOLDOWN);
    }
  }

  private void scaleIn(Pacing.ScaleIn scaleIn, List<Obstacle> obstacles) {
    if (scaleIn == Pacing.ScaleIn.DISABLED) {
      obstacles.add(Obstacle.SCALE_IN_DISABLED);
    } else if (isScaleInBlocked()) {
      obstacles.add(Obstacle.WARMUP);
    }
  }

  private OptionalInt consented(AttachedPolicy policy, int capacity, List<Obstacle> obstacles) {
    OptionalInt agreed = parts.consent.agreed(policy, capacity);
    if (agreed.isEmpty()) {
      obstacles.add(Obstacle.NOT_UNANIMOUS);
    }
    return agreed;
  }

  /**
   * Returns whether pacing alone keeps a policy from growing the group: it has to wait, or the
   * instances that it does not count yet are those that it asks for.
   *
   * @param obstacles what stood in the way of the policy's wish
   */
  boolean holdsBack(AttachedPolicy policy, List<Obstacle> obstacles) {
    if (policy.pacing() instanceof Pacing.Warmup) {
      return obstacles.contains(Obstacle.ALREADY_DESIRED) && isScaleInBlocked();
    }
    return obstacles.contains(Obstacle.COOLDOWN)
        || obstacles.contains(Obstacle.ACTIVITY_IN_PROGRESS);
  }

  /** Returns since when nothing has held back a policy that is free now, as far as is known. */
  long freeNanos(AttachedPolicy policy) {
    if (policy.pacing() instanceof Pacing.Warmup) {
      return members.in(Kind.IN_SERVICE).stream()
          .mapToLong(Member::warmNanos)
          .filter(nanos -> nanos <= run.nowNanos())
          .max()
          .orElse(0);
    }
    return parts.cooldown.untilNanos();
  }

  /** WU7: an instance warms up, or one is on its way because the desired capacity rose. */
  private boolean isScaleInBlocked() {
    long nowNanos = run.nowNanos();
    return reconciler
            .hands()
            .launcher()
            .anyOrdered(order -> order.isFor(LaunchOrder.Purpose.GROWTH))
        || members.census().anyPendingGrowth()
        || members.warmUnits(nowNanos) < members.census().servingUnits();
  }
}
