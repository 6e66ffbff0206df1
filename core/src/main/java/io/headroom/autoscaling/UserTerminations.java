package io.headroom.autoscaling;

import static io.headroom.autoscaling.refusal.AutoScalingException.require;

import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.operations.GroupOperation.Decrement;
import io.headroom.autoscaling.refusal.InstanceRefusals;
import io.headroom.sim.Phase;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Terminates instances of one group when a user asks for it.
 *
 * <p>"TerminateInstanceInAutoScalingGroup", Amazon EC2 Auto Scaling API Reference: the activity
 * begins without a cause, which follows a little later. Protection from scale-in does not help.
 */
final class UserTerminations {
  /** What has not begun to end. */
  private static final Set<Kind> ALIVE =
      Set.of(Kind.PENDING, Kind.IN_SERVICE, Kind.STANDBY, Kind.MOVING, Kind.WARMING, Kind.WARMED);

  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final SizeRequests sizes;
  private final Terminator terminator;

  UserTerminations(
      GroupRun run,
      GroupMembers members,
      CapacityPlan plan,
      Terminator terminator,
      SizeRequests sizes) {
    this.run = run;
    this.members = members;
    this.plan = plan;
    this.sizes = sizes;
    this.terminator = terminator;
  }

  /** MA2, MA3: each instance is a request of its own. */
  void terminate(List<Member> chosen, Decrement decrement) {
    for (Member member : chosen) {
      if (member.is(Kind.RETAINED)) {
        terminator.release(member);
      } else {
        terminate(member, decrement);
      }
    }
  }

  private void terminate(Member member, Decrement decrement) {
    String id = member.instance().id();
    String clause = CauseText.terminatedByUser(id);
    Optional<CapacityChange> change = Optional.empty();
    if (decrement == Decrement.DESIRED) {
      int desired = plan.desired() - member.units();
      int minimum = plan.sizes().minimum();
      require(
          "instance " + id,
          desired < minimum ? List.of(InstanceRefusals.terminationAtMinimum(minimum)) : List.of());
      change = sizes.follow(desired, clause);
      change.ifPresent(each -> each.begin(member.units()));
    }
    ActivityLog.Entry activity = terminator.begin(member, Departure.USER, "", change);
    String cause = run.causes().at(run.nowNanos(), clause);
    run.after(0, Phase.ACT, "cause of the end of " + id, () -> activity.cause(cause));
    sizes.reconcile();
  }

  /** DEL2, DEL3: force deletion runs no hooks and heeds no suspended process. */
  void deleteAll() {
    String cause = run.causes().at(run.nowNanos(), CauseText.deleted());
    for (Member member : members.all()) {
      if (ALIVE.contains(member.state().kind())) {
        terminator.begin(member, Departure.DELETION, cause);
      } else if (member.is(Kind.RETAINED)) {
        terminator.release(member);
      } else {
        terminator.skipHooks(member);
      }
    }
  }
}
