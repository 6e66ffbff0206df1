package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.ec2.Instance;
import io.headroom.sim.Phase;

/**
 * Brings instances of one group into service: registration first, then InService, then the end of
 * the warm-up (T4, T4a, WU4, MT1).
 */
final class ServiceEntry {
  private final GroupRun run;
  private final GroupMembers members;
  private final Registrations registrations;
  private final CooldownClock cooldown;

  ServiceEntry(
      GroupRun run, GroupMembers members, Registrations registrations, CooldownClock cooldown) {
    this.run = run;
    this.members = members;
    this.registrations = registrations;
    this.cooldown = cooldown;
  }

  /** Adds an instance that is in service, healthy and warm when the run starts. */
  void atStart(Instance instance) {
    Member member = new Member(instance, LaunchOrder.FIRST, null);
    members.add(member, run.nowNanos());
    registrations.registerHealthy(instance);
    members.move(member, LifecycleState.IN_SERVICE, run.nowNanos());
    run.environment().ec2().countInGroupMetrics(instance);
  }

  /** Learns that a pending instance runs. */
  void running(Member member) {
    long delayNanos =
        run.timings()
            .runningToInService()
            .sampleNanos(run.stream("in-service", member.instance().ordinal()));
    run.after(delayNanos, Phase.ACT, member.instance() + " in service", () -> enter(member));
  }

  private void enter(Member member) {
    if (!member.is(LifecycleState.PENDING)) {
      return;
    }
    Instance instance = member.instance();
    registrations.register(instance);
    members.move(member, LifecycleState.IN_SERVICE, run.nowNanos());
    count(member);
    member
        .launch()
        .ifPresent(
            launch ->
                launch.end(
                    run.nowNanos(), ActivityStatus.SUCCESSFUL, Launcher.LAUNCHING + instance.id()));
    member.order().change().ifPresent(change -> finish(change, member.units()));
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
    if (member.is(LifecycleState.IN_SERVICE)) {
      run.environment().ec2().countInGroupMetrics(member.instance());
    }
  }

  private void finish(CapacityChange change, int units) {
    if (change.finishOne(units)) {
      cooldown.start(run.nowNanos(), change.origin().cooldown());
    }
  }
}
