package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Says why a surplus of one group stays for now, or a part of it. */
final class Remainder {
  private static final String WRITER = "reconcile";

  private final GroupRun run;
  private final GroupMembers members;
  private final GroupLedger ledger;

  Remainder(GroupRun run, GroupMembers members, GroupLedger ledger) {
    this.run = run;
    this.members = members;
    this.ledger = ledger;
  }

  /**
   * Notes that fewer units leave than there are too many.
   *
   * @param clauses the clauses of the cause so far
   * @param mayLeave which members could leave
   */
  void stays(int surplus, List<String> clauses, Predicate<Member> mayLeave) {
    String saw = surplus + " too many";
    if (members.any(mayLeave)) {
      if (run.spec().fleet().mixed().isPresent()) {
        ledger.note(WRITER, saw, "no instance is light enough", Obstacle.WEIGHT);
      }
    } else if (members.any(member -> member.isProtected() && member.is(Kind.IN_SERVICE))) {
      allProtected(saw, clauses);
    } else {
      ledger.note(WRITER, saw, "the rest is unhealthy or on its way", Obstacle.UNHEALTHY);
    }
  }

  /** PR4: the desired capacity is lower all the same, and the surplus stays. */
  private void allProtected(String saw, List<String> clauses) {
    ledger.note(WRITER, saw, CauseText.allProtected(), Obstacle.PROTECTED);
    run.activities()
        .begin(
            new ActivityLog.Begun(
                run.nowNanos(),
                run.name(),
                Optional.empty(),
                CauseText.allProtected(),
                CauseText.join(clauses),
                ActivityLog.Step.BEGUN))
        .end(run.nowNanos(), ActivityStatus.CANCELLED);
  }
}
