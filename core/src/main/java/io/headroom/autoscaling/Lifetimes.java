package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.replacement.MaximumLifetime;
import io.headroom.autoscaling.replacement.ReplacementReason;
import io.headroom.autoscaling.termination.TerminationRequest.Cause;
import io.headroom.sim.Phase;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Replaces instances of one group that are as old as they may become: one at a time, or up to a
 * tenth at once when many come of age together (ML1 to ML4).
 *
 * <p>"Replace Auto Scaling instances based on maximum instance lifetime", Amazon EC2 Auto Scaling
 * User Guide. Instances wait in the order in which they came into service, so that a look costs
 * only those that are due.
 */
final class Lifetimes {
  private static final String WRITER = "maximum lifetime";

  private final GroupRun run;
  private final Reconciler reconciler;
  private final Maintenance maintenance;
  private final GroupLedger ledger;
  private final Deque<Member> bySeniority = new ArrayDeque<>();

  Lifetimes(GroupRun run, GroupMembers members, Reconciler reconciler, Maintenance maintenance) {
    this.run = run;
    this.reconciler = reconciler;
    this.maintenance = maintenance;
    ledger = reconciler.ledger();
    if (run.spec().fleet().maximumLifetime().isPresent()) {
      members.onChange(this::moved);
    }
  }

  private void moved(Member member) {
    boolean entered = member.is(LifecycleState.IN_SERVICE) && !member.isOutgoing();
    if (entered && member.inServiceNanos() == run.nowNanos()) {
      bySeniority.add(member);
    }
  }

  void start() {
    run.spec()
        .fleet()
        .maximumLifetime()
        .ifPresent(
            lifetime ->
                run.every(
                    run.timings().rebalanceInterval().toNanos(),
                    Phase.ACT,
                    "ages of instances",
                    () -> look(lifetime)));
  }

  private void look(MaximumLifetime lifetime) {
    List<Member> due = due(lifetime, Duration.ZERO);
    if (due.isEmpty() || !mayReplace(due.size())) {
      return;
    }
    Duration window = run.spec().defaultWarmup().orElse(Duration.ZERO);
    List<Member> soon = due(lifetime, window);
    int batch = MaximumLifetime.batch(soon.size(), reconciler.actual());
    int begun = 0;
    for (Member member : reconciler.consent().of(Cause.MAX_INSTANCE_LIFETIME, soon, batch)) {
      if (begun < batch && replace(member)) {
        begun++;
      }
    }
    if (begun < due.size()) {
      ledger.note(
          WRITER,
          due.size() + " instances are too old",
          "replaces %d at a time".formatted(batch),
          maintenance.policy().isPresent()
              ? Obstacle.MAINTENANCE_POLICY
              : Obstacle.REPLACEMENT_LIMIT);
    }
  }

  /** ML2, ML3: one batch after the other, and only while instances may come and go. */
  private boolean mayReplace(int due) {
    for (ScalingProcess each : List.of(ScalingProcess.LAUNCH, ScalingProcess.TERMINATE)) {
      if (run.processes().isSuspended(each)) {
        ledger.note(
            WRITER,
            due + " instances are too old",
            "waits: process %s is suspended".formatted(each.awsName()),
            Obstacle.PROCESS_SUSPENDED);
        return false;
      }
    }
    boolean isAtRest =
        !reconciler.hasUnfinishedActivity() && reconciler.actual() >= reconciler.desired();
    if (!isAtRest) {
      ledger.note(
          WRITER,
          due + " instances are too old",
          "waits until instances have come and gone",
          Obstacle.ACTIVITY_IN_PROGRESS);
    }
    return isAtRest;
  }

  /** Returns the instances that reach the limit within a time, oldest in service first. */
  private List<Member> due(MaximumLifetime lifetime, Duration within) {
    long bornNanos = run.nowNanos() + within.toNanos() - lifetime.limit().toNanos();
    List<Member> due = new ArrayList<>();
    for (Member member : bySeniority) {
      if (member.inServiceNanos() > bornNanos) {
        break;
      }
      if (member.is(Kind.IN_SERVICE) && !member.isOutgoing() && !member.isProtected()) {
        due.add(member);
      }
    }
    while (!bySeniority.isEmpty() && bySeniority.getFirst().is(Kind.GONE)) {
      bySeniority.removeFirst();
    }
    return due;
  }

  private boolean replace(Member member) {
    Replacement how =
        Replacement.of(
            Departure.LIFETIME, CauseText.tooOld(member.instance().id()), CauseText.forTooOld());
    boolean begun = maintenance.replace(member, ReplacementReason.MAX_LIFETIME, how);
    if (begun) {
      ledger.append(WRITER, member.instance() + " is too old", "replaces " + member.instance());
    }
    return begun;
  }
}
