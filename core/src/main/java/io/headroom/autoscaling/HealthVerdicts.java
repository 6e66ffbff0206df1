package io.headroom.autoscaling;

import io.headroom.autoscaling.FleetSettings.ImpairedZones;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.ec2.InstanceState;
import java.util.Optional;

/**
 * What a group makes of the health of one instance in service.
 *
 * <p>"Health checks for instances in an Auto Scaling group" and "Set the health check grace
 * period", Amazon EC2 Auto Scaling User Guide.
 */
record HealthVerdicts(GroupRun run, Registrations registrations) {

  /** Returns why the instance is unhealthy; empty while it is healthy or cannot be told. */
  Optional<HealthFailure> of(Member member) {
    InstanceState state = member.instance().state();
    if (state != InstanceState.PENDING && state != InstanceState.RUNNING) {
      return Optional.of(HealthFailure.NOT_RUNNING);
    }
    boolean impaired =
        member.impairedForNanos(run.nowNanos()) >= run.timings().impairedTolerance().toNanos()
            && member.instance().impaired();
    if (isInGrace(member) || isIgnored(member)) {
      return Optional.empty();
    }
    if (impaired) {
      return Optional.of(HealthFailure.STATUS_CHECK);
    }
    boolean unhealthy =
        run.spec().healthCheck() == HealthCheckKind.ELB
            && registrations.reportUnhealthy(member.instance());
    return unhealthy ? Optional.of(HealthFailure.ELB) : Optional.empty();
  }

  /** AZ17: returns whether checks do not count in the zone, because the group shifts away. */
  private boolean isIgnored(Member member) {
    return run.shifts().isAwayFrom(member.zone())
        && run.spec().fleet().impairedZones() == ImpairedZones.IGNORE_UNHEALTHY;
  }

  /** Returns whether the mere passing of time may make a healthy member unhealthy. */
  boolean mayTurn(Member member) {
    return member.instance().impaired()
        || (run.spec().healthCheck() == HealthCheckKind.ELB
            && registrations.reportUnhealthy(member.instance()));
  }

  /** HC8: instances that are there at the start of the run have their grace period behind them. */
  boolean isInGrace(Member member) {
    boolean wasThere =
        member.order().isFor(LaunchOrder.Purpose.FIRST) && member.inServiceNanos() == 0;
    return !wasThere
        && run.nowNanos() - member.inServiceNanos() < run.spec().gracePeriod().toNanos();
  }

  /** Returns whether a replacement is done: in service, past its warm-up and its first check. */
  boolean isSettled(Member member) {
    if (!member.is(Kind.IN_SERVICE) || !member.isHealthy()) {
      return !member.is(Kind.PENDING);
    }
    return hasPassed(member) && member.isWarm(run.nowNanos());
  }

  /** Returns whether the load balancers hold an instance healthy, if their verdict counts. */
  boolean hasPassed(Member member) {
    return run.spec().healthCheck() == HealthCheckKind.EC2
        || registrations.reportHealthy(member.instance());
  }
}
