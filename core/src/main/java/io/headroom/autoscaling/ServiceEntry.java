package io.headroom.autoscaling;

import io.headroom.autoscaling.ActivityLog.Step;
import io.headroom.autoscaling.lifecycle.HookResult;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.ec2.Instance;
import io.headroom.sim.Phase;

/**
 * Brings instances of one group into service: the launch hooks, then registration, then InService,
 * then the end of the warm-up (T2 to T4a, WU4, MT1).
 */
final class ServiceEntry {
  private final GroupRun run;
  private final GroupMembers members;
  private final Registrations registrations;
  private final CooldownClock cooldown;
  private final Hooks hooks;
  private final GroupLedger ledger;
  private Abandonment onAbandoned = (member, message) -> {};
  private Runnable onEntered = () -> {};

  ServiceEntry(GroupRun run, GroupMembers members, Doors doors, GroupLedger ledger) {
    this.ledger = ledger;
    this.run = run;
    this.members = members;
    registrations = doors.registrations();
    cooldown = doors.cooldown();
    hooks = doors.hooks();
  }

  /** Learns that the launch hook of an instance was abandoned. */
  interface Abandonment {
    void abandoned(Member member, String message);
  }

  /** Sets what shall happen with an instance whose launch hook was abandoned. */
  void onAbandoned(Abandonment action) {
    onAbandoned = action;
  }

  /** Sets what shall happen when a launched instance is in service. */
  void onEntered(Runnable action) {
    onEntered = action;
  }

  /** Adds an instance that is in service, healthy and warm when the run starts. */
  void atStart(Instance instance, int units) {
    Member member = new Member(instance, LaunchOrder.FIRST.units(units), null);
    members.add(member, run.nowNanos());
    registrations.registerHealthy(instance);
    members.move(member, LifecycleState.IN_SERVICE, run.nowNanos());
    member.protect(run.spec().lifecycle().newInstances());
    run.environment().ec2().countInGroupMetrics(instance);
  }

  /** Learns that a pending instance runs. */
  void running(Member member) {
    if (!member.is(LifecycleState.PENDING)) {
      return;
    }
    if (hooks.hasAny(HookTransition.LAUNCHING)) {
      hold(member);
    } else {
      long delayNanos =
          run.timings()
              .runningToInService()
              .sampleNanos(run.stream("in-service", member.instance().ordinal()));
      run.after(delayNanos, Phase.ACT, member.instance() + " in service", () -> enter(member));
    }
  }

  private void hold(Member member) {
    members.move(member, LifecycleState.PENDING_WAIT, run.nowNanos());
    member.launch().ifPresent(launch -> launch.becomes(Step.HOOKED));
    hooks.hold(member, HookTransition.LAUNCHING, outcome -> over(member, outcome));
  }

  private void over(Member member, Hooks.Outcome outcome) {
    if (outcome.result() == HookResult.ABANDON) {
      onAbandoned.abandoned(member, outcome.message());
    } else {
      members.move(member, LifecycleState.PENDING_PROCEED, run.nowNanos());
      enter(member);
    }
  }

  /** Lets a pending instance into service, without hooks. */
  void enter(Member member) {
    if (!member.is(LifecycleState.PENDING) && !member.is(LifecycleState.PENDING_PROCEED)) {
      return;
    }
    if (run.processes().isActive(ScalingProcess.ADD_TO_LOAD_BALANCER)) {
      registrations.register(member.instance());
    } else if (!registrations.isEmpty()) {
      ledger.note(
          "launch",
          member + " comes into service",
          "is not registered: process AddToLoadBalancer is suspended",
          Obstacle.PROCESS_SUSPENDED);
    }
    members.move(member, LifecycleState.IN_SERVICE, run.nowNanos());
    count(member);
    member.launch().ifPresent(each -> each.end(run.nowNanos(), ActivityStatus.SUCCESSFUL));
    member.takeChange().ifPresent(change -> finish(change, member.units()));
    onEntered.run();
  }

  private void count(Member member) {
    if (member.order().warmup().visibility() == WarmupRule.Visibility.COUNTED) {
      run.environment().ec2().countInGroupMetrics(member.instance());
    } else {
      long warmingNanos = member.warmNanos() - run.nowNanos();
      run.after(warmingNanos, Phase.WORLD, member.instance() + " warm", () -> warm(member));
    }
  }

  private void warm(Member member) {
    if (member.is(Kind.IN_SERVICE) && member.warmNanos() <= run.nowNanos()) {
      run.environment().ec2().countInGroupMetrics(member.instance());
    }
  }

  private void finish(CapacityChange change, int units) {
    if (change.finishOne(units)) {
      cooldown.start(run.nowNanos(), change.origin().cooldown());
    }
  }
}
