package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.termination.TerminationRequest.Cause;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Moves the actual capacity of one group towards the desired one: some time after a change it
 * launches or terminates the difference (M1 to M3).
 *
 * <p>"Verify a scaling activity for an Auto Scaling group", Amazon EC2 Auto Scaling User Guide:
 * causes tell the change of the desired capacity and the difference to the actual one apart, with
 * different times.
 */
final class Reconciler {
  private static final String WRITER = "reconcile";

  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final Hands hands;
  private final Launcher launcher;
  private final Terminator terminator;
  private final RandomStream random;
  private final PurchaseShares shares;
  private final CustomConsent consent;
  private final RandomStream delays;
  private final GroupLedger ledger;
  private final Remainder remainder;
  private Optional<WarmPool> pool = Optional.empty();
  private boolean planned;

  /** Creates the loop and has it follow the plan. */
  Reconciler(GroupRun run, GroupMembers members, CapacityPlan plan, Hands hands) {
    this.run = run;
    this.members = members;
    this.plan = plan;
    this.hands = hands;
    launcher = hands.launcher;
    terminator = hands.terminator;
    random = run.stream("termination");
    shares = new PurchaseShares(launcher.purchasing(), plan);
    delays = run.stream("reconcile");
    ledger = new GroupLedger(run, plan);
    remainder = new Remainder(run, members, ledger);
    consent = new CustomConsent(run, ledger);
    plan.onChange(this::request);
    run.processes().onResume(ScalingProcess.LAUNCH, this::reconcile);
    run.processes().onResume(ScalingProcess.TERMINATE, this::reconcile);
    launcher.onRetry(this::reconcile);
    launcher.onRefused(hands.replacer::refused);
    hands.replacer.onCancelled(this::request);
  }

  /** What the loop acts with. */
  record Hands(
      Launcher launcher, Terminator terminator, Replacer replacer, Registrations registrations) {}

  Hands hands() {
    return hands;
  }

  GroupLedger ledger() {
    return ledger;
  }

  /** Returns who is asked before instances leave. */
  CustomConsent consent() {
    return consent;
  }

  int desired() {
    return plan.desired();
  }

  /** Returns whether an instance is about to come or go, or a change of capacity to be seen to. */
  boolean hasUnfinishedActivity() {
    Census census = members.census();
    return planned
        || launcher.orderedUnits() > 0
        || Stream.of(Kind.PENDING, Kind.TERMINATING, Kind.MOVING)
            .anyMatch(kind -> census.instances(kind) > 0);
  }

  /** Returns the units that are pending or in service or have been ordered (M1). */
  int actual() {
    return members.census().actualUnits() + launcher.orderedUnits();
  }

  /** Sets the warm pool that instances come from first. */
  void pool(WarmPool newPool) {
    pool = Optional.of(newPool);
  }

  /** Asks for a look at the difference, some time from now. */
  void request() {
    if (!planned) {
      planned = true;
      run.after(
          run.timings().reconcileDelay().sampleNanos(delays), Phase.ACT, "reconcile", this::due);
    }
  }

  private void due() {
    planned = false;
    reconcile();
  }

  private void reconcile() {
    int missing = plan.desired() - actual();
    if ((missing > 0 && !mayLaunch(missing)) || (missing < 0 && !mayTerminate(-missing))) {
      return;
    }
    List<String> clauses = new ArrayList<>();
    for (CapacityChange change : plan.changes().takeUnseen()) {
      clauses.add(run.causes().at(change.timeNanos(), change.clause()));
    }
    if (missing > 0) {
      launch(missing, clauses);
    } else if (missing < 0) {
      terminate(-missing, clauses);
    }
    if (actual() == plan.desired()) {
      plan.changes().settle();
    }
  }

  private boolean mayLaunch(int missing) {
    if (run.processes().isSuspended(ScalingProcess.LAUNCH)) {
      return suspended(ScalingProcess.LAUNCH, "%d missing".formatted(missing));
    }
    if (!launcher.mayOrder()) {
      ledger.note(WRITER, missing + " missing", "waits to launch again", Obstacle.BACK_OFF);
    }
    return launcher.mayOrder();
  }

  private boolean mayTerminate(int surplus) {
    return run.processes().isActive(ScalingProcess.TERMINATE)
        || suspended(ScalingProcess.TERMINATE, "%d too many".formatted(surplus));
  }

  private boolean suspended(ScalingProcess process, String saw) {
    String reason = "does nothing: process %s is suspended".formatted(process.awsName());
    ledger.note(WRITER, saw, reason, Obstacle.PROCESS_SUSPENDED);
    return false;
  }

  private void launch(int missing, List<String> clauses) {
    clauses.add(at(CauseText.increasing(actual(), plan.desired())));
    String cause = CauseText.join(clauses);
    List<LaunchOrder> orders = new ArrayList<>();
    int left = missing;
    while (left > 0) {
      LaunchOrder order = hands.replacer.orderWaiting().orElseGet(() -> order(cause));
      orders.add(order);
      left -= order.units();
    }
    launcher.order(pool.map(each -> each.serve(orders)).orElse(orders));
  }

  private LaunchOrder order(String cause) {
    int units = launcher.purchasing().nextUnits();
    return LaunchOrder.of(cause, plan.changes().beginLaunch(units), run.spec()).units(units);
  }

  private void terminate(int surplus, List<String> clauses) {
    clauses.add(at(CauseText.shrinking(actual(), plan.desired())));
    int left = surplus;
    for (LaunchOrder order : launcher.withdraw(surplus)) {
      left -= withdrawn(order);
    }
    List<Member> chosen = chosen(left);
    for (Member member : chosen) {
      List<String> own = new ArrayList<>(clauses);
      own.add(at(CauseText.selected(member.instance().id())));
      Optional<CapacityChange> change = plan.changes().beginTermination(member.units());
      scaleIn(member, CauseText.join(own), change);
    }
    if (left > chosen.stream().mapToInt(Member::units).sum()) {
      remainder.stays(left, clauses, Reconciler::mayLeave);
    }
  }

  /** WP6: an instance returns to the warm pool, or is terminated. */
  private void scaleIn(Member member, String cause, Optional<CapacityChange> change) {
    if (member.is(Kind.IN_SERVICE) && pool.filter(WarmPool::reuses).isPresent()) {
      terminator.toPool(member, cause, change, pool.get().entry());
    } else {
      terminator.scaleIn(member, cause, change);
    }
  }

  /** Returns by how much the surplus is smaller; an instance that was to be replaced stays. */
  private int withdrawn(LaunchOrder order) {
    if (order.exchange().isPresent()) {
      hands.replacer.cancel(order.exchange().get().old());
      return 0;
    }
    ledger.note(
        WRITER,
        "a launch of %d that has not begun".formatted(order.units()),
        "takes it back",
        Obstacle.LATER_CHANGE);
    plan.changes()
        .beginTermination(order.units())
        .ifPresent(change -> change.finishOne(order.units()));
    return order.units();
  }

  /** Instances in service leave first; those that are pending only when no other may (11.1). */
  private List<Member> chosen(int surplus) {
    if (surplus <= 0) {
      return List.of();
    }
    long nowNanos = run.nowNanos();
    List<Member> actual = members.actual();
    List<Member> chosen = inShares(actual, Reconciler::mayLeave, surplus);
    if (consent.isNeeded() && !chosen.isEmpty()) {
      return named(chosen, surplus);
    }
    int more = surplus - chosen.stream().mapToInt(Member::units).sum();
    if (more > 0) {
      chosen.addAll(choice().choose(actual, member -> member.is(Kind.PENDING), more, nowNanos));
    }
    return chosen;
  }

  /** 11.4: fewer than asked for means only those now, and another question later. */
  private List<Member> named(List<Member> proposed, int surplus) {
    Predicate<Member> named =
        consent.asked(Cause.SCALE_IN, proposed, inOrder(Reconciler::mayLeave));
    List<Member> chosen = choice().choose(members.actual(), named, surplus, run.nowNanos());
    if (chosen.stream().mapToInt(Member::units).sum() < surplus) {
      consent.askAgain(this::reconcile);
    }
    return chosen;
  }

  /** Takes what has been chosen out of the list of those that stay. */
  private List<Member> inShares(List<Member> actual, Predicate<Member> mayGo, int surplus) {
    List<Member> chosen = new ArrayList<>();
    for (PurchaseShares.Part part : shares.of(actual, surplus)) {
      chosen.addAll(
          choice()
              .choose(
                  actual,
                  member -> mayGo.test(member) && part.holdsFor(member),
                  part.units(),
                  run.nowNanos()));
      actual.removeAll(Set.copyOf(chosen));
    }
    return chosen;
  }

  /** Returns those of some instances that the termination policies take first to rebalance. */
  List<Member> first(Predicate<Member> which, int units) {
    Predicate<Member> mayGo = which.and(Reconciler::mayLeave);
    List<Member> chosen = choice().choose(members.actual(), mayGo, units, run.nowNanos());
    if (!consent.isNeeded() || chosen.isEmpty()) {
      return chosen;
    }
    Predicate<Member> named = consent.asked(Cause.REBALANCE, chosen, inOrder(mayGo));
    return choice().choose(members.actual(), mayGo.and(named), units, run.nowNanos());
  }

  /** Returns all instances that may leave, in the order in which they would. */
  List<Member> inOrder(Predicate<Member> mayLeave) {
    List<Member> actual = members.actual();
    int all = actual.stream().mapToInt(Member::units).sum();
    return choice().choose(actual, mayLeave, all, run.nowNanos());
  }

  /** Returns the choice by the settings as they stand. */
  private TerminationChoice choice() {
    AutoScalingGroupSpec spec = run.spec();
    ConfigurationAge age = new ConfigurationAge(spec.launchConfiguration(), List.of());
    return new TerminationChoice(spec.terminationPolicies(), age, random, launcher.purchasing());
  }

  private static boolean mayLeave(Member member) {
    return member.is(Kind.IN_SERVICE) && member.isHealthy() && !member.isProtected();
  }

  private String at(String clause) {
    return run.causes().at(run.nowNanos(), clause);
  }
}
