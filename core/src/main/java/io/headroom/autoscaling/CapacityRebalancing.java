package io.headroom.autoscaling;

import io.headroom.autoscaling.FleetSettings.CapacityRebalance;
import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.replacement.ReplacementReason;
import io.headroom.ec2.Instance;
import io.headroom.sim.Phase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Replaces Spot instances of one group ahead of their interruption: at a recommendation if there is
 * a safer pool, at the interruption notice in any case (CR1 to CR6).
 *
 * <p>"Use Capacity Rebalancing to handle Amazon EC2 Spot Interruptions", Amazon EC2 Auto Scaling
 * User Guide.
 */
final class CapacityRebalancing {
  private static final String WRITER = "capacity rebalancing";

  private final GroupRun run;
  private final GroupMembers members;
  private final Reconciler reconciler;
  private final Maintenance maintenance;
  private final GroupLedger ledger;
  private final Set<Member> atRisk = new LinkedHashSet<>();
  private Predicate<Member> ready = member -> true;
  private boolean looking;

  CapacityRebalancing(
      GroupRun run, GroupMembers members, Reconciler reconciler, Maintenance maintenance) {
    this.run = run;
    this.members = members;
    this.reconciler = reconciler;
    this.maintenance = maintenance;
    ledger = reconciler.ledger();
  }

  /** Sets what a new instance must fulfil before the old one leaves. */
  void readyWhen(Predicate<Member> condition) {
    ready = condition;
  }

  /** Learns that EC2 recommends to replace an instance, or that it will be interrupted. */
  void atRisk(Instance instance) {
    members.of(instance).ifPresent(this::atRisk);
  }

  private void atRisk(Member member) {
    if (run.spec().fleet().capacityRebalance() == CapacityRebalance.ON) {
      atRisk.add(member);
      run.after(0, Phase.ACT, member.instance() + " is at risk", this::look);
    } else if (member.instance().noticeNanos() == run.nowNanos()) {
      ledger.append(
          WRITER,
          member.instance() + " will be interrupted",
          "is replaced after it has failed its check: capacity rebalancing is off");
    }
  }

  private void look() {
    atRisk.removeIf(member -> !member.is(Kind.IN_SERVICE) || member.isOutgoing());
    for (Member member : new ArrayList<>(atRisk)) {
      if (mayReplace(member)) {
        replace(member);
      }
    }
    if (!atRisk.isEmpty() && !looking) {
      looking = true;
      run.after(
          run.timings().healthPollInterval().toNanos(),
          Phase.ACT,
          "instances at risk",
          this::again);
    }
  }

  private void again() {
    looking = false;
    look();
  }

  private boolean mayReplace(Member member) {
    if (run.processes().isSuspended(ScalingProcess.LAUNCH)) {
      return waits(member, "process Launch is suspended", Obstacle.PROCESS_SUSPENDED);
    }
    if (reconciler.actual() < reconciler.desired()) {
      return waits(member, "first the group scales out", Obstacle.ACTIVITY_IN_PROGRESS);
    }
    boolean noticed = member.instance().noticeNanos() >= 0;
    if (!noticed && !reconciler.hands().launcher().purchasing().hasSaferPool()) {
      return waits(member, "no pool is safer", Obstacle.NO_SAFER_POOL);
    }
    return true;
  }

  private boolean waits(Member member, String why, Obstacle obstacle) {
    ledger.note(WRITER, member.instance() + " is at risk", "waits: " + why, obstacle);
    return false;
  }

  private void replace(Member member) {
    Replacement how =
        Replacement.of(
                Departure.CAPACITY_REBALANCE,
                CauseText.atRisk(member.instance().id()),
                CauseText.replacesAtRisk(member.instance().id()))
            .when(ready);
    if (maintenance.replace(member, ReplacementReason.CAPACITY_REBALANCE, how)) {
      atRisk.remove(member);
      String saw =
          member.instance().noticeNanos() >= 0 ? "interruption notice" : "rebalance recommendation";
      ledger.append(WRITER, member.instance() + ": " + saw, "replaces " + member.instance());
    } else {
      Obstacle obstacle =
          maintenance.policy().isPresent()
              ? Obstacle.MAINTENANCE_POLICY
              : Obstacle.REPLACEMENT_LIMIT;
      waits(member, "as many are being replaced as may be", obstacle);
    }
  }
}
