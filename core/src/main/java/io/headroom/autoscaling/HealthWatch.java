package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.replacement.ReplacementReason;
import io.headroom.sim.Phase;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the health of the instances of one group at fixed intervals and replaces the unhealthy
 * ones: the old instance begins to leave and, without waiting, its replacement is launched (HR1).
 */
final class HealthWatch {
  private static final String WRITER = "health check";

  /** Without these nothing is replaced (section 7). */
  private static final List<ScalingProcess> REPLACING =
      List.of(ScalingProcess.REPLACE_UNHEALTHY, ScalingProcess.TERMINATE);

  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final Reconciler reconciler;
  private final Launcher launcher;
  private final Maintenance maintenance;
  private final Registrations registrations;
  private final HealthVerdicts verdicts;
  private final GroupLedger ledger;
  private Runnable wake = () -> {};

  HealthWatch(
      GroupRun run,
      GroupMembers members,
      CapacityPlan plan,
      Reconciler reconciler,
      Maintenance maintenance) {
    this.maintenance = maintenance;
    this.run = run;
    this.members = members;
    this.plan = plan;
    this.reconciler = reconciler;
    launcher = reconciler.hands().launcher();
    registrations = reconciler.hands().registrations();
    verdicts = new HealthVerdicts(run, registrations);
    ledger = new GroupLedger(run, plan);
    run.processes().onResume(ScalingProcess.HEALTH_CHECK, this::changed);
    run.processes().onResume(ScalingProcess.TERMINATE, this::lookNow);
    run.processes().onResume(ScalingProcess.REPLACE_UNHEALTHY, this::lookNow);
  }

  void start(Rounds rounds) {
    wake = rounds.add(this::look, run.timings().healthPollInterval().toNanos());
    members.onChange(member -> changed());
    registrations.onChange(this::changed);
  }

  /** Learns of a change, of a machine or of what is thought of it, that a look may find. */
  void changed() {
    wake.run();
  }

  private boolean look() {
    List<Member> inService = members.in(Kind.IN_SERVICE);
    if (run.processes().isActive(ScalingProcess.HEALTH_CHECK)) {
      inService.stream().filter(Member::isHealthy).forEach(this::check);
    }
    List<Member> unhealthy = inService.stream().filter(HealthWatch::needsReplacement).toList();
    if (!unhealthy.isEmpty() && mayReplace(unhealthy.size())) {
      run.after(0, Phase.ACT, "replacements", () -> replace(unhealthy));
    }
    return inService.stream().anyMatch(member -> !member.isHealthy() || verdicts.mayTurn(member));
  }

  private void check(Member member) {
    verdicts.of(member).ifPresent(member::markUnhealthy);
  }

  /** Looks at once, as when a process is resumed or a user sets the health of an instance. */
  void lookNow() {
    changed();
    run.after(0, Phase.EVALUATE, "health checks", this::look);
  }

  /** Returns whether an instance has passed its checks and its warm-up. */
  boolean isSettled(Member member) {
    return verdicts.isSettled(member);
  }

  /** Returns whether an instance in service is healthy by every check that counts. */
  boolean passes(Member member) {
    return member.isHealthy() && verdicts.hasPassed(member);
  }

  /** Returns whether an instance is within its grace period (HC8). */
  boolean isInGrace(Member member) {
    return verdicts.isInGrace(member);
  }

  private boolean mayReplace(int unhealthy) {
    for (ScalingProcess each : REPLACING) {
      if (run.processes().isSuspended(each)) {
        ledger.note(
            WRITER,
            unhealthy + " unhealthy",
            "does not replace: process %s is suspended".formatted(each.awsName()),
            Obstacle.PROCESS_SUSPENDED);
        return false;
      }
    }
    return true;
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
        ledger.note(
            WRITER,
            batched.size() + " unhealthy",
            "waits until more of the group is in service and healthy",
            Obstacle.ACTIVITY_IN_PROGRESS);
      }
    }
    leaving.stream().filter(member -> member.is(Kind.IN_SERVICE)).forEach(this::replace);
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
    Replacement how =
        Replacement.of(departure(member), CauseText.unhealthy(failure), CauseText.replacement())
            .when(verdicts::isSettled);
    ReplacementReason reason =
        failure.isBatched() ? ReplacementReason.HEALTH_CHECK : ReplacementReason.INSTANCE_STOPPED;
    if (maintenance.replace(member, reason, how)) {
      ledger.append(WRITER, saw, "replaces " + member.instance());
    } else {
      ledger.note(
          WRITER,
          saw,
          "waits until the instance maintenance policy leaves room",
          Obstacle.MAINTENANCE_POLICY);
    }
  }

  /** An instance whose successor is on its way goes on, unless it does not run any more. */
  private static boolean needsReplacement(Member member) {
    return !member.isHealthy()
        && !(member.isOutgoing() && member.failure().orElseThrow().isBatched());
  }

  private static Departure departure(Member member) {
    return member.instance().interrupted() ? Departure.SPOT_INTERRUPTION : Departure.UNHEALTHY;
  }
}
