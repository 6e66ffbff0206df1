package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceState;
import io.headroom.sim.Phase;
import java.util.Optional;

/**
 * Takes instances of one group out: deregistration and draining first, then the termination (T6,
 * T9, LB3).
 */
final class Terminator {
  private static final String TERMINATING = "Terminating EC2 instance: ";

  private final GroupRun run;
  private final GroupMembers members;
  private final Registrations registrations;
  private final CooldownClock cooldown;

  Terminator(
      GroupRun run, GroupMembers members, Registrations registrations, CooldownClock cooldown) {
    this.run = run;
    this.members = members;
    this.registrations = registrations;
    this.cooldown = cooldown;
  }

  /** One termination under way. */
  private record Leaving(
      Member member, ActivityLog.Entry activity, Optional<CapacityChange> change) {}

  /** Begins the termination of an instance that no change of desired capacity asks for. */
  void begin(Member member, Departure why, String cause) {
    begin(member, why, cause, Optional.empty());
  }

  /**
   * Begins the termination of an instance that is not needed any more.
   *
   * @param change the change of desired capacity that asks for it, if one does
   */
  void scaleIn(Member member, String cause, Optional<CapacityChange> change) {
    begin(member, Departure.SCALE_IN, cause, change);
  }

  private void begin(Member member, Departure why, String cause, Optional<CapacityChange> change) {
    boolean wasInService = member.is(Kind.IN_SERVICE);
    Instance instance = member.instance();
    if (member.is(Kind.PENDING)) {
      cancelLaunch(member);
    }
    members.leave(member, why, run.nowNanos());
    run.environment().ec2().stopCountingInGroupMetrics(instance);
    ActivityLog.Entry activity =
        run.activities()
            .begin(
                new ActivityLog.Begun(
                    run.nowNanos(),
                    run.name(),
                    Optional.of(instance.id()),
                    TERMINATING + instance.id(),
                    cause,
                    ActivityStatus.IN_PROGRESS));
    Leaving leaving = new Leaving(member, activity, change);
    if (wasInService && !registrations.isEmpty()) {
      drain(leaving);
    } else {
      terminate(leaving);
    }
  }

  private void cancelLaunch(Member member) {
    String description = Launcher.LAUNCHING + member.instance().id();
    member
        .launch()
        .ifPresent(launch -> launch.end(run.nowNanos(), ActivityStatus.CANCELLED, description));
    member.order().change().ifPresent(change -> finish(change, member));
  }

  private void drain(Leaving leaving) {
    Instance instance = leaving.member.instance();
    leaving.activity.becomes(
        ActivityStatus.WAITING_FOR_ELB_CONNECTION_DRAINING,
        TERMINATING + instance.id() + " - Waiting For ELB Connection Draining.");
    registrations.deregister(instance, () -> drained(leaving));
  }

  /** CD5: behind a load balancer, the scale-in is over for the cooldown when draining is. */
  private void drained(Leaving leaving) {
    leaving.change.ifPresent(change -> finish(change, leaving.member));
    leaving.activity.becomes(
        ActivityStatus.IN_PROGRESS, TERMINATING + leaving.member.instance().id());
    terminate(new Leaving(leaving.member, leaving.activity, Optional.empty()));
  }

  private void terminate(Leaving leaving) {
    Instance instance = leaving.member.instance();
    leaving.member.onEnd(() -> ended(leaving));
    if (instance.state() == InstanceState.TERMINATED) {
      run.after(0, Phase.ACT, instance + " is gone", leaving.member::terminated);
    } else {
      run.environment().ec2().terminate(instance);
    }
  }

  private void ended(Leaving leaving) {
    members.move(leaving.member, LifecycleState.TERMINATED, run.nowNanos());
    leaving.activity.end(
        run.nowNanos(), ActivityStatus.SUCCESSFUL, TERMINATING + leaving.member.instance().id());
    leaving.change.ifPresent(change -> finish(change, leaving.member));
  }

  private void finish(CapacityChange change, Member member) {
    if (change.finishOne(member.units())) {
      cooldown.start(run.nowNanos(), change.origin().cooldown());
    }
  }
}
