package io.headroom.autoscaling;

import io.headroom.autoscaling.ActivityLog.Step;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.operations.GroupOperation.Decrement;
import io.headroom.autoscaling.refusal.InstanceRefusals;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes instances out of service that go on running: the desired capacity, then draining. */
final class Outbound {
  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final SizeRequests sizes;
  private final Doors doors;

  Outbound(GroupRun run, GroupMembers members, CapacityPlan plan, SizeRequests sizes, Doors doors) {
    this.run = run;
    this.members = members;
    this.plan = plan;
    this.sizes = sizes;
    this.doors = doors;
  }

  /** The clause of the cause of a move, with the capacity before and after. */
  interface Clause {
    String of(String instance, int from, int to);
  }

  /**
   * A way out of service.
   *
   * @param description the description of its activities, without the instance
   * @param clause the clause of their cause
   * @param during the state while the instance drains
   * @param after the state then
   */
  record Way(String description, Clause clause, LifecycleState during, LifecycleState after) {}

  /**
   * Begins the moves.
   *
   * @param arrived learns each instance that has drained
   * @throws io.headroom.autoscaling.refusal.AutoScalingException if the desired capacity would fall
   *     below its minimum
   */
  void move(List<Member> chosen, Decrement decrement, Way way, Consumer<Member> arrived) {
    int capacity = plan.desired();
    Optional<CapacityChange> change =
        decrement == Decrement.DESIRED ? decrement(chosen, way) : Optional.empty();
    for (Member member : chosen) {
      int left = capacity - member.units();
      move(member, way.clause.of(member.instance().id(), capacity, left), way, change, arrived);
      capacity = left;
    }
    sizes.reconcile();
  }

  private Optional<CapacityChange> decrement(List<Member> chosen, Way way) {
    int desired = plan.desired() - chosen.stream().mapToInt(Member::units).sum();
    int minimum = plan.sizes().minimum();
    run.require(
        desired < minimum ? List.of(InstanceRefusals.belowMinimum(desired, minimum)) : List.of());
    String clause = "a user request (%s)".formatted(way.description.strip());
    return sizes.follow(desired, clause);
  }

  private void move(
      Member member,
      String clause,
      Way way,
      Optional<CapacityChange> change,
      Consumer<Member> arrived) {
    String id = member.instance().id();
    String description = way.description + id;
    ActivityLog.Entry activity =
        run.activities()
            .begin(
                new ActivityLog.Begun(
                    run.nowNanos(),
                    run.name(),
                    Optional.of(id),
                    description,
                    run.causes().at(run.nowNanos(), clause),
                    Step.MOVING));
    change.ifPresent(each -> each.begin(member.units()));
    members.move(member, way.during, run.nowNanos());
    run.environment().ec2().stopCountingInGroupMetrics(member.instance());
    Runnable drained =
        () -> {
          change.ifPresent(each -> finish(each, member));
          if (member.is(way.during)) {
            members.move(member, way.after, run.nowNanos());
            arrived.accept(member);
          }
          activity.end(run.nowNanos(), ActivityStatus.SUCCESSFUL);
        };
    doors.registrations().deregister(member.instance(), drained, run);
  }

  private void finish(CapacityChange change, Member member) {
    if (change.finishOne(member.units())) {
      doors.cooldown().start(run.nowNanos(), change.origin().cooldown());
    }
  }
}
