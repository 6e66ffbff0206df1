package io.headroom.autoscaling;

import io.headroom.autoscaling.ActivityLog.Step;
import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.HookResult;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec.PoolState;
import io.headroom.sim.Phase;
import java.util.HashMap;
import java.util.Map;

/**
 * Brings instances into the warm pool of one group: the hooks, then the stop or hibernation.
 *
 * <p>"Use lifecycle hooks with a warm pool in Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling
 * User Guide. An instance that is launched for the pool passes the launch hooks; one that returns
 * from service passes the terminate hooks (WP3, WP6).
 */
final class PoolEntry {
  private final GroupRun run;
  private final GroupMembers members;
  private final WarmPoolSpec spec;
  private final Doors doors;
  private final Terminator terminator;
  private final Map<Member, ActivityLog.Entry> activities = new HashMap<>();

  PoolEntry(
      GroupRun run, GroupMembers members, WarmPoolSpec spec, Doors doors, Terminator terminator) {
    this.run = run;
    this.members = members;
    this.spec = spec;
    this.doors = doors;
    this.terminator = terminator;
  }

  /** Adds an instance that was launched for the pool. */
  void launched(Member member, ActivityLog.Entry activity) {
    activities.put(member, activity);
    members.add(member, run.nowNanos());
  }

  /** Learns that an instance on its way into the pool runs. */
  void running(Member member) {
    if (member.is(LifecycleState.WARMED_PENDING)) {
      if (doors.hooks().hasAny(HookTransition.LAUNCHING)) {
        hold(member, HookTransition.LAUNCHING);
      } else {
        long delayNanos =
            run.timings()
                .runningToInService()
                .sampleNanos(run.stream("in-service", member.instance().ordinal()));
        run.after(delayNanos, Phase.ACT, member.instance() + " prepared", () -> settle(member));
      }
    }
  }

  /** Takes an instance back that leaves the service at a scale-in; it drains first. */
  void takeBack(Member member, ActivityLog.Entry activity, Runnable drained) {
    activities.put(member, activity);
    members.move(member, LifecycleState.WARMED_PENDING, run.nowNanos());
    run.environment().ec2().stopCountingInGroupMetrics(member.instance());
    doors
        .registrations()
        .deregister(
            member.instance(),
            () -> {
              drained.run();
              returned(member);
            },
            run);
  }

  private void returned(Member member) {
    if (!member.is(LifecycleState.WARMED_PENDING)) {
      return;
    }
    if (doors.hooks().hasAny(HookTransition.TERMINATING)) {
      hold(member, HookTransition.TERMINATING);
    } else {
      settle(member);
    }
  }

  private void hold(Member member, HookTransition transition) {
    members.move(member, LifecycleState.WARMED_PENDING_WAIT, run.nowNanos());
    become(member, Step.HOOKED);
    doors.hooks().hold(member, transition, outcome -> over(member, outcome));
  }

  private void over(Member member, Hooks.Outcome outcome) {
    if (outcome.result() == HookResult.ABANDON) {
      end(member, ActivityStatus.CANCELLED, outcome.message());
      String cause = run.causes().at(run.nowNanos(), CauseText.abandoned());
      terminator.begin(member, Departure.ABANDONED, cause);
    } else {
      members.move(member, LifecycleState.WARMED_PENDING_PROCEED, run.nowNanos());
      settle(member);
    }
  }

  private void settle(Member member) {
    if (!isArriving(member)) {
      return;
    }
    if (spec.state() == PoolState.RUNNING) {
      arrive(member);
    } else {
      run.environment().ec2().stop(member.instance());
    }
  }

  /** Learns that an instance is stopped. */
  void stopped(Member member) {
    if (isArriving(member)) {
      arrive(member);
    }
  }

  private static boolean isArriving(Member member) {
    return member.is(LifecycleState.WARMED_PENDING)
        || member.is(LifecycleState.WARMED_PENDING_PROCEED);
  }

  private void arrive(Member member) {
    members.move(member, spec.state().lifecycleState(), run.nowNanos());
    end(member, ActivityStatus.SUCCESSFUL, "");
  }

  private void become(Member member, Step step) {
    ActivityLog.Entry activity = activities.get(member);
    if (activity != null) {
      activity.becomes(step);
    }
  }

  private void end(Member member, ActivityStatus status, String message) {
    ActivityLog.Entry activity = activities.remove(member);
    if (activity != null) {
      activity.end(run.nowNanos(), status, message);
    }
  }
}
