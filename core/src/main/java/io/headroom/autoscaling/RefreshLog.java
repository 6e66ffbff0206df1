package io.headroom.autoscaling;

import io.headroom.autoscaling.refresh.InstanceRefresh;
import io.headroom.autoscaling.refresh.InstanceRefresh.Step;
import io.headroom.autoscaling.refresh.RefreshStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known of one instance refresh: status, progress and steps. Not thread-safe. */
final class RefreshLog {
  private static final String WRITER = "instance refresh";

  private final GroupRun run;
  private final GroupLedger ledger;
  private final String id;
  private final long startNanos;
  private final List<Step> steps = new ArrayList<>();
  private RefreshStatus status = RefreshStatus.PENDING;
  private Optional<Long> endNanos = Optional.empty();
  private String reason = "";
  private int instances;
  private int replaced;

  RefreshLog(GroupRun run, GroupLedger ledger, String id) {
    this.run = run;
    this.ledger = ledger;
    this.id = id;
    startNanos = run.nowNanos();
  }

  InstanceRefresh toResult() {
    return new InstanceRefresh(
        id, run.name(), status, startNanos, endNanos, instances, replaced, reason, steps);
  }

  RefreshStatus status() {
    return status;
  }

  void becomes(RefreshStatus newStatus, String newReason) {
    status = newStatus;
    reason = newReason;
    step(status.awsName() + (newReason.isEmpty() ? "" : ": " + newReason));
    if (!status.isActive()) {
      endNanos = Optional.of(run.nowNanos());
    }
  }

  /** Starts to count anew, as when a refresh begins or rolls back. */
  void about(int newInstances, int newReplaced) {
    instances = newInstances;
    replaced = newReplaced;
  }

  int instances() {
    return instances;
  }

  int replaced() {
    return replaced;
  }

  void replaced(int more) {
    replaced += more;
  }

  void step(String what) {
    steps.add(new Step(run.nowNanos(), InstanceRefresh.percentage(replaced, instances), what));
    ledger.append(WRITER, progress(), what);
  }

  /** Notes what stands in the way; repeated, it is counted. */
  void waits(String what, Obstacle obstacle) {
    ledger.note(WRITER, progress(), "waits: " + what, obstacle);
  }

  private String progress() {
    return "%d of %d instances replaced, %d%%"
        .formatted(replaced, instances, InstanceRefresh.percentage(replaced, instances));
  }
}
