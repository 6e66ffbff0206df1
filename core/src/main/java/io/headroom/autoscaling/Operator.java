package io.headroom.autoscaling;

import io.headroom.autoscaling.operations.OperationOutcome;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.sim.Phase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Lets the operations of one group happen at their times, and notes what came of them. */
final class Operator {
  private static final String WRITER = "operation";

  private final GroupRun run;
  private final GroupLedger ledger;
  private final GroupRequests requests;
  private final List<OperationOutcome> outcomes = new ArrayList<>();

  Operator(GroupRun run, GroupLedger ledger, GroupRequests requests) {
    this.run = run;
    this.ledger = ledger;
    this.requests = requests;
  }

  void start() {
    for (TimedOperation each : run.spec().lifecycle().operations()) {
      run.after(
          each.at().toNanos(), Phase.WORLD, "a user " + each.operation(), () -> carryOut(each));
    }
  }

  private void carryOut(TimedOperation timed) {
    String what = timed.operation().toString();
    List<String> refusals = List.of();
    try {
      requests.requireGroup();
      timed.operation().applyTo(requests);
      ledger.append(WRITER, "a user", what);
    } catch (AutoScalingException refused) {
      refusals = refused.refusals().stream().map(Refusal::text).toList();
      ledger.append(WRITER, "a user " + what, String.join("; ", refusals), Obstacle.REFUSED);
    }
    outcomes.add(new OperationOutcome(run.nowNanos(), run.name(), what, refusals));
  }

  /** Returns what came of the operations so far, in order of time; a view. */
  List<OperationOutcome> outcomes() {
    return Collections.unmodifiableList(outcomes);
  }
}
