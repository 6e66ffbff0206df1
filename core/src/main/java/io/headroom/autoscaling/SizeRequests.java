package io.headroom.autoscaling;

import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.refusal.GroupRefusals;
import io.headroom.autoscaling.refusal.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets the sizes of one group when a user asks for it; none of this waits for a cooldown unless
 * asked to (MA1, MA10, CD11).
 */
final class SizeRequests {
  private final GroupRun run;
  private final CapacityPlan plan;
  private final Reconciler reconciler;
  private final CooldownClock cooldown;

  SizeRequests(GroupRun run, CapacityPlan plan, Reconciler reconciler, CooldownClock cooldown) {
    this.run = run;
    this.plan = plan;
    this.reconciler = reconciler;
    this.cooldown = cooldown;
  }

  void setDesired(GroupOperation.SetDesired request) {
    GroupSizes sizes = plan.sizes();
    List<Refusal> refusals = new ArrayList<>();
    GroupRefusals.setDesired(request.capacity(), sizes.minimum(), sizes.maximum())
        .ifPresent(refusals::add);
    if (request.cooldown() == Cooldown.HONOR && cooldown.isRunning(run.nowNanos())) {
      refusals.add(GroupRefusals.cooldown());
    }
    run.require(refusals);
    change(sizes.desired(request.capacity()), CauseText.setDesired());
  }

  /** Returns the sizes that an update brings, if they are allowed (UP1, UP3, UP4, UP6). */
  GroupSizes after(GroupOperation.UpdateGroup request) {
    GroupSizes before = plan.sizes();
    Optional<GroupSizes> after =
        before.after(request.minimum(), request.maximum(), request.desired());
    run.require(
        after.isPresent()
            ? List.of()
            : GroupRefusals.sizes(
                request.minimum().orElse(before.minimum()),
                request.maximum().orElse(before.maximum()),
                request.desired().orElse(before.desired())));
    return after.orElseThrow();
  }

  /** Sets all sizes, as an update of the group does. */
  void update(GroupSizes sizes) {
    change(sizes, CauseText.updated(sizes));
  }

  /** Moves the desired capacity along with instances that a user moves. */
  Optional<CapacityChange> follow(int newDesired, String clause) {
    return change(plan.sizes().desired(newDesired), clause);
  }

  private Optional<CapacityChange> change(GroupSizes sizes, String clause) {
    reconciler.hands().launcher().forgetFailures();
    return plan.set(
        sizes,
        new CapacityChange.Origin(
            clause,
            WarmupRule.ofGroup(run.spec()),
            run.spec().defaultCooldown(),
            Optional.empty()));
  }

  /** Looks at the difference between desired and actual capacity. */
  void reconcile() {
    reconciler.request();
  }

  /** DEL2: all sizes become zero. */
  void delete() {
    change(new GroupSizes(0, 0, 0), "a user request deleted the AutoScalingGroup");
    plan.close();
  }
}
