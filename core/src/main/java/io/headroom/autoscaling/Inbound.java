package io.headroom.autoscaling;

import io.headroom.autoscaling.ActivityLog.Step;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.ec2.Instance;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import java.util.Optional;

/** Brings running instances into service, a short time after the request, without hooks. */
final class Inbound {
  private final GroupRun run;
  private final ServiceEntry entry;
  private final CooldownClock cooldown;
  private final RandomStream delays;

  Inbound(GroupRun run, ServiceEntry entry, CooldownClock cooldown) {
    this.run = run;
    this.entry = entry;
    this.cooldown = cooldown;
    delays = run.stream("inbound");
  }

  /** Opens the activity of a move into service. */
  ActivityLog.Entry open(Instance instance, String description, String clause, Step step) {
    return run.activities()
        .begin(
            new ActivityLog.Begun(
                run.nowNanos(),
                run.name(),
                Optional.of(instance.id()),
                description + instance.id(),
                run.causes().at(run.nowNanos(), clause),
                step));
  }

  /** Lets a pending member into service. */
  void admit(Member member, ActivityLog.Entry activity, Optional<CapacityChange> change) {
    change.ifPresent(each -> each.begin(member.units()));
    run.after(
        run.timings().ec2CallDelay().sampleNanos(delays),
        Phase.ACT,
        member.instance() + " in service",
        () -> enter(member, activity, change));
  }

  private void enter(Member member, ActivityLog.Entry activity, Optional<CapacityChange> change) {
    entry.enter(member);
    ActivityStatus status =
        member.is(Kind.IN_SERVICE) ? ActivityStatus.SUCCESSFUL : ActivityStatus.CANCELLED;
    activity.end(run.nowNanos(), status);
    change.filter(each -> each.finishOne(member.units())).ifPresent(this::done);
  }

  private void done(CapacityChange change) {
    cooldown.start(run.nowNanos(), change.origin().cooldown());
  }
}
