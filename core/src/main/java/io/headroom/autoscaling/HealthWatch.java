package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.sim.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Looks at the health of the instances of one group at fixed intervals and replaces the unhealthy
 * ones: the old instance begins to leave and, without waiting, its replacement is launched (HR1).
 */
final class HealthWatch {
  private static final String WRITER = "health check";

  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final Reconciler reconciler;
  private final Launcher launcher;
  private final HealthVerdicts verdicts;

  HealthWatch(GroupRun run, GroupMembers members, CapacityPlan plan, Reconciler reconciler) {
    this.run = run;
    this.members = members;
    this.plan = plan;
    this.reconciler = reconciler;
    launcher = reconciler.hands().launcher();
    verdicts = new HealthVerdicts(run, reconciler.hands().registrations());
  }

  void start() {
    run.every(
        run.timings().healthPollInterval().toNanos(), Phase.EVALUATE, "health checks", this::look);
  }

  private void look() {
    for (Member member : members.in(Kind.IN_SERVICE)) {
      if (member.isHealthy()) {
        verdicts.of(member).ifPresent(member::markUnhealthy);
      }
    }
    List<Member> unhealthy =
        members.in(Kind.IN_SERVICE).stream().filter(member -> !member.isHealthy()).toList();
    if (!unhealthy.isEmpty()) {
      run.after(0, Phase.ACT, "replacements", () -> replace(unhealthy));
    }
  }

  /** HR4, HR5: instances that do not run go at once, the others in batches. */
  private void replace(List<Member> unhealthy) {
    List<Member> leaving = new ArrayList<>();
    List<Member> batched = new ArrayList<>();
    for (Member member : unhealthy) {
      (member.failure().orElseThrow().isBatched() ? batched : leaving).add(member);
    }
    if (!batched.isEmpty()) {
      if (mayStartBatch()) {
        int size = Math.min(batched.size(), ReplacementRules.batchSize(plan.desired()));
        leaving.addAll(batched.subList(0, size));
      } else {
        run.ledger().record(waiting(batched.size()));
      }
    }
    leaving.forEach(this::replace);
  }

  private boolean mayStartBatch() {
    if (launcher.anyOrdered(order -> order.isFor(LaunchOrder.Purpose.REPLACEMENT))
        || members.any(member -> member.isReplacement() && !verdicts.isSettled(member))) {
      return false;
    }
    int healthy = members.count(member -> member.is(Kind.IN_SERVICE) && member.isHealthy());
    boolean inProgress = reconciler.hasUnfinishedActivity() || reconciler.actual() < plan.desired();
    return ReplacementRules.mayStart(plan.desired(), healthy, inProgress);
  }

  private void replace(Member member) {
    HealthFailure failure = member.failure().orElseThrow();
    String saw = member.instance() + ": " + failure.words();
    run.ledger().append(entry(saw, "replaces " + member.instance(), List.of()));
    reconciler
        .hands()
        .replacer()
        .terminateFirst(
            member,
            Replacement.of(
                Departure.UNHEALTHY, CauseText.unhealthy(failure), CauseText.replacement()));
  }

  private LedgerEntry waiting(int unhealthy) {
    return entry(
        unhealthy + " unhealthy",
        "waits until more of the group is in service and healthy",
        List.of(Obstacle.ACTIVITY_IN_PROGRESS));
  }

  private LedgerEntry entry(String saw, String reason, List<Obstacle> obstacles) {
    return new LedgerEntry(
        run.nowNanos(),
        run.nowNanos(),
        1,
        run.name(),
        WRITER,
        saw,
        reason,
        plan.desired(),
        OptionalInt.empty(),
        plan.desired(),
        obstacles,
        Optional.empty());
  }
}
