package io.headroom.autoscaling;

import io.headroom.autoscaling.ActivityLog.Step;
import io.headroom.autoscaling.AutoScalingSettings.ExitStandby;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.operations.GroupOperation.Decrement;
import io.headroom.autoscaling.refusal.InstanceRefusals;
import io.headroom.autoscaling.refusal.Quota;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceState;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Moves instances of one group in and out when a user asks for it: attach, detach, standby. Hooks
 * do not run (HK13).
 *
 * <p>"Attach EC2 instances", "Detach EC2 instances" and "Temporarily remove instances from your
 * Auto Scaling group", Amazon EC2 Auto Scaling User Guide.
 */
final class Moves {
  private static final Outbound.Way DETACH =
      new Outbound.Way(
          "Detaching EC2 instance: ",
          CauseText::detached,
          LifecycleState.DETACHING,
          LifecycleState.DETACHED);

  private static final Outbound.Way STANDBY =
      new Outbound.Way(
          "Moving EC2 instance to Standby: ",
          CauseText::toStandby,
          LifecycleState.ENTERING_STANDBY,
          LifecycleState.STANDBY);

  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final Parts parts;
  private final Deque<Instance> detached = new ArrayDeque<>();
  private final Set<Member> decremented = new HashSet<>();

  Moves(GroupRun run, GroupMembers members, CapacityPlan plan, Parts parts) {
    this.run = run;
    this.members = members;
    this.plan = plan;
    this.parts = parts;
  }

  /** Who takes part in the moves. */
  record Parts(SizeRequests sizes, Outbound outbound, Inbound inbound, Launcher launcher) {}

  /** MA6: deregistered with draining, then on its own; the protection is lost (PR5). */
  void detach(List<Member> chosen, Decrement decrement) {
    parts.outbound.move(chosen, decrement, DETACH, member -> detached.add(member.instance()));
  }

  /** MA7. */
  void enterStandby(List<Member> chosen, Decrement decrement) {
    parts.outbound.move(chosen, decrement, STANDBY, member -> {});
    if (decrement == Decrement.DESIRED) {
      decremented.addAll(chosen);
    }
  }

  /** MA8: the desired capacity rises again, by the reading of C12. */
  void exitStandby(List<Member> chosen) {
    boolean always = run.settings().exitStandby() == ExitStandby.ALWAYS;
    int units =
        chosen.stream()
            .filter(member -> always || decremented.contains(member))
            .mapToInt(Member::units)
            .sum();
    int from = plan.desired();
    Optional<CapacityChange> change = grow(from + units);
    int capacity = from;
    for (Member member : chosen) {
      boolean counts = always || decremented.remove(member);
      int next = capacity + (counts ? member.units() : 0);
      String clause = CauseText.outOfStandby(member.instance().id(), capacity, next);
      capacity = next;
      members.move(member, LifecycleState.PENDING, run.nowNanos());
      ActivityLog.Entry activity =
          parts.inbound.open(
              member.instance(),
              "Moving EC2 instance out of Standby: ",
              clause,
              Step.PRE_IN_SERVICE);
      parts.inbound.admit(member, activity, counts ? change : Optional.empty());
    }
    parts.sizes.reconcile();
  }

  /** MA5: those that were detached before come first, then ones that ran elsewhere until now. */
  void attach(int count) {
    List<Refusal> refusals = new ArrayList<>();
    Quota.INSTANCES_PER_CALL.check("InstanceIds", count).ifPresent(refusals::add);
    run.require(refusals);
    int capacity = plan.desired() + count;
    Optional<CapacityChange> change = grow(capacity);
    for (int i = 0; i < count; i++) {
      Instance instance = outsider();
      ActivityLog.Entry activity =
          parts.inbound.open(
              instance,
              "Attaching an existing EC2 instance: ",
              CauseText.attached(capacity),
              Step.PRE_IN_SERVICE);
      Member member = new Member(instance, attachment(), null);
      member.protect(run.spec().lifecycle().newInstances());
      members.add(member, run.nowNanos());
      parts.inbound.admit(member, activity, change);
    }
  }

  private LaunchOrder attachment() {
    return LaunchOrder.of(LaunchOrder.Purpose.ATTACHMENT, "", WarmupRule.ofGroup(run.spec()));
  }

  private Instance outsider() {
    while (!detached.isEmpty()) {
      Instance instance = detached.remove();
      if (instance.state() == InstanceState.RUNNING) {
        return instance;
      }
    }
    return parts.launcher.outsider();
  }

  /** Refuses to go beyond the maximum, and while nothing may be launched (section 7). */
  private Optional<CapacityChange> grow(int desired) {
    int maximum = plan.sizes().maximum();
    List<Refusal> refusals = new ArrayList<>();
    if (desired > maximum) {
      refusals.add(InstanceRefusals.aboveMaximum(desired, maximum));
    }
    if (run.processes().isSuspended(ScalingProcess.LAUNCH)) {
      refusals.add(Refusal.validation("AutoScalingGroupName", "the process Launch is suspended"));
    }
    run.require(refusals);
    return parts.sizes.follow(desired, "a user request (instances brought into service)");
  }
}
