package io.headroom.autoscaling;

import io.headroom.autoscaling.Member.State;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Moves the actual capacity of one group towards the desired one: some time after a change it
 * launches or terminates the difference (M1 to M3).
 *
 * <p>"Verify a scaling activity for an Auto Scaling group", Amazon EC2 Auto Scaling User Guide:
 * causes tell the change of the desired capacity and the difference to the actual one apart, with
 * different times.
 */
final class Reconciler {
  private final GroupRun run;
  private final GroupMembers members;
  private final CapacityPlan plan;
  private final Hands hands;
  private final Launcher launcher;
  private final Terminator terminator;
  private final TerminationChoice choice;
  private final RandomStream delays;
  private boolean planned;

  /** Creates the loop and has it follow the plan. */
  Reconciler(GroupRun run, GroupMembers members, CapacityPlan plan, Hands hands) {
    this.run = run;
    this.members = members;
    this.plan = plan;
    this.hands = hands;
    launcher = hands.launcher;
    terminator = hands.terminator;
    AutoScalingGroupSpec spec = run.spec();
    ConfigurationAge age = new ConfigurationAge(spec.launchConfiguration(), List.of());
    choice = new TerminationChoice(spec.terminationPolicies(), age, run.stream("termination"));
    delays = run.stream("reconcile");
    plan.onChange(this::request);
    launcher.onRetry(this::reconcile);
  }

  /** What the loop acts with. */
  record Hands(Launcher launcher, Terminator terminator, Registrations registrations) {}

  Hands hands() {
    return hands;
  }

  /** Returns whether an instance is about to come or go, or a change of capacity to be seen to. */
  boolean hasUnfinishedActivity() {
    return planned || launcher.ordered() > 0 || members.any(member -> !member.is(State.IN_SERVICE));
  }

  /** Returns the instances that are pending or in service or have been ordered (M1). */
  int actual() {
    return members.count(State.PENDING) + members.count(State.IN_SERVICE) + launcher.ordered();
  }

  private void request() {
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
    if (missing > 0 && launcher.isWaitingToRetry()) {
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

  private void launch(int missing, List<String> clauses) {
    clauses.add(at(CauseText.increasing(actual(), plan.desired())));
    String cause = CauseText.join(clauses);
    List<LaunchOrder> orders = new ArrayList<>();
    for (int i = 0; i < missing; i++) {
      Optional<CapacityChange> change = plan.changes().beginLaunch();
      orders.add(LaunchOrder.of(cause, change, run.spec()));
    }
    launcher.order(orders);
  }

  private void terminate(int surplus, List<String> clauses) {
    clauses.add(at(CauseText.shrinking(actual(), plan.desired())));
    int withdrawn = launcher.withdraw(surplus);
    for (int i = 0; i < withdrawn; i++) {
      plan.changes().beginTermination().ifPresent(CapacityChange::finishOne);
    }
    for (Member member : chosen(surplus - withdrawn)) {
      List<String> own = new ArrayList<>(clauses);
      own.add(at(CauseText.selected(member.instance().id())));
      Optional<CapacityChange> change = plan.changes().beginTermination();
      terminator.scaleIn(member, CauseText.join(own), change);
    }
  }

  /** Instances in service leave first; those that are pending only when no other may (11.1). */
  private List<Member> chosen(int surplus) {
    long nowNanos = run.nowNanos();
    List<Member> actual = members.actual();
    List<Member> chosen =
        choice.choose(
            actual, member -> member.is(State.IN_SERVICE) && member.isHealthy(), surplus, nowNanos);
    actual.removeAll(chosen);
    int more = surplus - chosen.size();
    chosen.addAll(choice.choose(actual, member -> member.is(State.PENDING), more, nowNanos));
    return chosen;
  }

  private String at(String clause) {
    return run.causes().at(run.nowNanos(), clause);
  }
}
