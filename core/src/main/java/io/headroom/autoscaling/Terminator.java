package io.headroom.autoscaling;

import io.headroom.autoscaling.ActivityLog.Step;
import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.HookResult;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceState;
import io.headroom.sim.Phase;
import java.util.Optional;

/**
 * Takes instances of one group out: deregistration and draining first, then the hooks, then the
 * termination (T6 to T9, LB3).
 */
final class Terminator {
  private static final String TERMINATING = "Terminating EC2 instance: ";

  private final GroupRun run;
  private final GroupMembers members;
  private final Registrations registrations;
  private final CooldownClock cooldown;
  private final Hooks hooks;

  Terminator(GroupRun run, GroupMembers members, Doors doors) {
    this.run = run;
    this.members = members;
    registrations = doors.registrations();
    cooldown = doors.cooldown();
    hooks = doors.hooks();
  }

  /** One termination under way. */
  private static final class Leaving {
    final Member member;
    final ActivityLog.Entry activity;
    Optional<CapacityChange> change;

    Leaving(Member member, ActivityLog.Entry activity, Optional<CapacityChange> change) {
      this.member = member;
      this.activity = activity;
      this.change = change;
    }

    Instance instance() {
      return member.instance();
    }

    String description() {
      return TERMINATING + instance().id();
    }

    boolean isPooled() {
      return member.is(Kind.COOLING);
    }
  }

  /** Begins the termination of an instance that no change of desired capacity asks for. */
  ActivityLog.Entry begin(Member member, Departure why, String cause) {
    return begin(member, why, cause, Optional.empty());
  }

  /**
   * Begins the termination of an instance that is not needed any more.
   *
   * @param change the change of desired capacity that asks for it, if one does
   */
  void scaleIn(Member member, String cause, Optional<CapacityChange> change) {
    begin(member, Departure.SCALE_IN, cause, change);
  }

  /**
   * Begins the termination of an instance.
   *
   * @param change the change of desired capacity that asks for it, if one does
   */
  ActivityLog.Entry begin(
      Member member, Departure why, String cause, Optional<CapacityChange> change) {
    Kind before = member.state().kind();
    hooks.cancel(member);
    if (before == Kind.PENDING) {
      cancelLaunch(member, "");
    }
    members.leave(member, why, run.nowNanos());
    run.environment().ec2().stopCountingInGroupMetrics(member.instance());
    Leaving leaving = new Leaving(member, open(member, why, cause), change);
    member.onEnd(() -> killed(leaving));
    if ((before == Kind.IN_SERVICE || before == Kind.MOVING) && !registrations.isEmpty()) {
      drain(leaving);
    } else {
      hold(leaving);
    }
    return leaving.activity;
  }

  private ActivityLog.Entry open(Member member, Departure why, String cause) {
    String id = member.instance().id();
    return run.activities()
        .begin(
            new ActivityLog.Begun(
                run.nowNanos(),
                run.name(),
                Optional.of(id),
                TERMINATING + id,
                cause,
                Step.BEGUN,
                Optional.of(why)));
  }

  /** Lets an instance go back to the warm pool instead of ending (WP6). */
  void toPool(Member member, String cause, Optional<CapacityChange> change, PoolEntry pool) {
    String id = member.instance().id();
    ActivityLog.Entry activity =
        run.activities()
            .begin(
                new ActivityLog.Begun(
                    run.nowNanos(),
                    run.name(),
                    Optional.of(id),
                    "Returning EC2 instance to warm pool: " + id,
                    cause,
                    Step.DRAINING));
    pool.takeBack(member, activity, () -> change.ifPresent(each -> finish(each, member)));
  }

  /** Ends the launch of an instance that will never be in service. */
  void cancelLaunch(Member member, String message) {
    member
        .launch()
        .ifPresent(launch -> launch.end(run.nowNanos(), ActivityStatus.CANCELLED, message));
    member.takeChange().ifPresent(change -> finish(change, member));
  }

  private void drain(Leaving leaving) {
    leaving.activity.becomes(
        Step.DRAINING, leaving.description() + " - Waiting For ELB Connection Draining.");
    if (run.settings().cooldownStartOnDrain() == AutoScalingSettings.CooldownStart.START) {
      finishChange(leaving);
    }
    registrations.deregister(leaving.instance(), () -> drained(leaving));
  }

  /** CD5: behind a load balancer, the scale-in is over for the cooldown when draining is. */
  private void drained(Leaving leaving) {
    finishChange(leaving);
    leaving.activity.becomes(Step.ENDING, leaving.description());
    hold(leaving);
  }

  /** T7: the hooks come after draining. */
  private void hold(Leaving leaving) {
    boolean hooked =
        hooks.hasAny(HookTransition.TERMINATING)
            && leaving.member.departure().orElseThrow().runsHooks();
    if (leaving.member.is(Kind.GONE)) {
      return;
    }
    if (!hooked) {
      terminate(leaving);
      return;
    }
    move(leaving, LifecycleState.TERMINATING_WAIT, LifecycleState.WARMED_TERMINATING_WAIT);
    leaving.activity.becomes(Step.HOOKED);
    finishChange(leaving);
    hooks.hold(leaving.member, HookTransition.TERMINATING, outcome -> over(leaving, outcome));
  }

  /** HK14: EC2 takes a Spot instance back, whether it drains or a hook holds it. */
  private void killed(Leaving leaving) {
    if (leaving.member.departure().equals(Optional.of(Departure.SPOT_INTERRUPTION))) {
      hooks.cancel(leaving.member);
      ended(leaving);
    }
  }

  private void over(Leaving leaving, Hooks.Outcome outcome) {
    boolean kept =
        outcome.result() == HookResult.ABANDON
            && run.spec().lifecycle().retention() == LifecycleSettings.Retention.RETAIN;
    if (kept) {
      move(
          leaving, LifecycleState.TERMINATING_RETAINED, LifecycleState.WARMED_TERMINATING_RETAINED);
      leaving.activity.end(run.nowNanos(), ActivityStatus.CANCELLED, outcome.message());
      return;
    }
    move(leaving, LifecycleState.TERMINATING_PROCEED, LifecycleState.WARMED_TERMINATING_PROCEED);
    leaving.activity.becomes(Step.ENDING);
    terminate(leaving);
  }

  private void move(Leaving leaving, LifecycleState next, LifecycleState nextInPool) {
    members.move(leaving.member, leaving.isPooled() ? nextInPool : next, run.nowNanos());
  }

  private void terminate(Leaving leaving) {
    Instance instance = leaving.instance();
    leaving.member.onEnd(() -> ended(leaving));
    if (instance.state() == InstanceState.TERMINATED) {
      run.after(0, Phase.ACT, instance + " is gone", leaving.member::terminated);
    } else {
      run.environment().ec2().terminate(instance);
    }
  }

  private void ended(Leaving leaving) {
    move(leaving, LifecycleState.TERMINATED, LifecycleState.WARMED_TERMINATED);
    leaving.activity.end(run.nowNanos(), ActivityStatus.SUCCESSFUL);
    finishChange(leaving);
  }

  /** Lets an instance that a terminate hook holds go on without it. */
  void skipHooks(Member member) {
    hooks.release(member);
  }

  /** Terminates an instance that was kept, as a user does in EC2. */
  void release(Member retained) {
    retained.onEnd(
        () ->
            members.move(
                retained,
                retained.is(LifecycleState.TERMINATING_RETAINED)
                    ? LifecycleState.TERMINATED
                    : LifecycleState.WARMED_TERMINATED,
                run.nowNanos()));
    run.environment().ec2().terminate(retained.instance());
  }

  private void finishChange(Leaving leaving) {
    leaving.change.ifPresent(change -> finish(change, leaving.member));
    leaving.change = Optional.empty();
  }

  private void finish(CapacityChange change, Member member) {
    if (change.finishOne(member.units())) {
      cooldown.start(run.nowNanos(), change.origin().cooldown());
    }
  }
}
