package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.Departure;

/**
 * What becomes of launches that EC2 accepted and that never came into service: the instance is
 * terminated, and the group launches another one (T5, HK8, LF6).
 */
final class FailedLaunches {
  private final GroupRun run;
  private final Reconciler reconciler;

  FailedLaunches(GroupRun run, Reconciler reconciler) {
    this.run = run;
    this.reconciler = reconciler;
  }

  void follow(ServiceEntry entry) {
    entry.onAbandoned(this::abandoned);
    entry.onEntered(reconciler.hands().launcher()::succeeded);
    reconciler.hands().launcher().onLate(this::late);
  }

  private void abandoned(Member member, String message) {
    reconciler.hands().terminator().cancelLaunch(member, message);
    begin(member, Departure.ABANDONED, CauseText.abandoned());
    reconciler.hands().launcher().abandoned();
  }

  private void late(Member member) {
    begin(member, Departure.START_TIMEOUT, CauseText.late());
    reconciler
        .ledger()
        .append("launch", member + " does not run", "ends it", Obstacle.START_TIMEOUT);
    reconciler.request();
  }

  private void begin(Member member, Departure why, String clause) {
    String cause = run.causes().at(run.nowNanos(), clause);
    reconciler.hands().terminator().begin(member, why, cause);
  }
}
