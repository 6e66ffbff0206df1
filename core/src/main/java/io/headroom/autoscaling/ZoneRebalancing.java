package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.replacement.ReplacementReason;
import io.headroom.autoscaling.replacement.ZoneImbalance;
import io.headroom.sim.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the zones of one group back into balance: a launch in the emptiest zone, then, once the
 * instance is in service, a termination in the fullest; one pair at a time (AZ9 to AZ15).
 *
 * <p>"Availability Zone rebalancing", Amazon EC2 Auto Scaling User Guide. It looks at the zones at
 * fixed intervals and only while the group is at rest, since launches and terminations choose zones
 * by themselves.
 */
final class ZoneRebalancing {
  private static final String WRITER = "zone rebalancing";

  private final GroupRun run;
  private final GroupMembers members;
  private final Reconciler reconciler;
  private final Maintenance maintenance;
  private final GroupLedger ledger;
  private Optional<Member> leaving = Optional.empty();

  ZoneRebalancing(
      GroupRun run, GroupMembers members, Reconciler reconciler, Maintenance maintenance) {
    this.run = run;
    this.members = members;
    this.reconciler = reconciler;
    this.maintenance = maintenance;
    ledger = reconciler.ledger();
  }

  void start(Rounds rounds) {
    Runnable wake = rounds.add(this::tick, run.timings().rebalanceInterval().toNanos());
    run.changes().onChange(wake);
    run.processes().onResume(ScalingProcess.AZ_REBALANCE, this::look);
  }

  /**
   * Looks at the end of the instant if there is anything to see. Zones in balance stay so until a
   * member comes or goes, and the group is not at rest in the instant in which one does.
   */
  private boolean tick() {
    boolean isOut = imbalance().isPresent();
    if (isOut) {
      run.after(0, Phase.ACT, "rebalancing of zones", this::look);
    }
    return isOut;
  }

  /** Returns the worst imbalance, whether or not its zones can launch. */
  private Optional<ZoneImbalance> imbalance() {
    List<String> zones = run.spec().zones();
    return ZoneImbalance.find(members.countsByZone(), zones, zones);
  }

  private void look() {
    Optional<ZoneImbalance> worst = imbalance();
    if (isUnderWay() || worst.isEmpty()) {
      return;
    }
    if (!isAtRest()) {
      waits(worst.get(), "instances have come and gone", Obstacle.ACTIVITY_IN_PROGRESS);
      return;
    }
    Map<String, Integer> counts = members.countsByZone();
    List<String> zones = run.spec().zones();
    Optional<ZoneImbalance> imbalance =
        ZoneImbalance.find(counts, reconciler.hands().launcher().zones().usable(), zones);
    if (imbalance.isEmpty()) {
      waits(worst.get(), "the zone can launch", Obstacle.ZONE_FAILED);
    } else if (mayRebalance(imbalance.get())) {
      rebalance(imbalance.get());
    }
  }

  private void waits(ZoneImbalance imbalance, String until, Obstacle obstacle) {
    ledger.note(WRITER, text(imbalance), "waits until " + until, obstacle);
  }

  /**
   * Returns whether a pair is not done yet. While the process Terminate is suspended a launch is
   * all that can be done of a pair, so that the group may grow to its temporary limit.
   */
  private boolean isUnderWay() {
    Replacer replacer = reconciler.hands().replacer();
    return leaving.filter(old -> replacer.isReplacing(old) && !replacer.isHeld(old)).isPresent();
  }

  private boolean isAtRest() {
    return !reconciler.hasUnfinishedActivity()
        && reconciler.hands().launcher().mayOrder()
        && reconciler.actual() >= reconciler.desired();
  }

  private boolean mayRebalance(ZoneImbalance imbalance) {
    if (run.processes().isSuspended(ScalingProcess.AZ_REBALANCE)) {
      ledger.note(
          WRITER,
          text(imbalance),
          "does nothing: process AZRebalance is suspended",
          Obstacle.PROCESS_SUSPENDED);
      return false;
    }
    return true;
  }

  private void rebalance(ZoneImbalance imbalance) {
    List<Member> victims =
        reconciler.first(member -> member.zone().equals(imbalance.from()), largest(imbalance));
    if (victims.isEmpty()) {
      Obstacle obstacle =
          reconciler.consent().isNeeded() ? Obstacle.CUSTOM_POLICY : Obstacle.PROTECTED;
      ledger.note(WRITER, text(imbalance), "no instance of the zone may leave", obstacle);
      return;
    }
    Member victim = victims.get(0);
    Replacement how =
        Replacement.of(
                Departure.ZONE_REBALANCE,
                CauseText.rebalancedAway(imbalance.from()),
                CauseText.rebalancing(imbalance, run.spec().zones(), members.countsByZone()))
            .in(imbalance.to());
    if (maintenance.replace(victim, ReplacementReason.ZONE_REBALANCE, how)) {
      leaving = Optional.of(victim);
      ledger.append(WRITER, text(imbalance), "replaces " + victim.instance());
    } else {
      Obstacle obstacle =
          maintenance.policy().isPresent() ? Obstacle.MAINTENANCE_POLICY : Obstacle.MAXIMUM;
      ledger.note(WRITER, text(imbalance), "waits for room above the maximum", obstacle);
    }
  }

  /** The units to ask for, so that an instance of any weight may be the one. */
  private int largest(ZoneImbalance imbalance) {
    List<Integer> units = new ArrayList<>(List.of(1));
    run.spec().fleet().mixed().ifPresent(mixed -> units.add(mixed.largestWeight()));
    return imbalance.fromCount() > 0 ? units.get(units.size() - 1) : 1;
  }

  private static String text(ZoneImbalance imbalance) {
    return "zones %s and %s have %d and %d instances"
        .formatted(imbalance.from(), imbalance.to(), imbalance.fromCount(), imbalance.toCount());
  }
}
