package io.headroom.autoscaling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes down what one group does, or does not do, apart from the wishes of its policies. */
record GroupLedger(GroupRun run, CapacityPlan plan) {
  /**
   * Writes down what may be repeated: the same writer's same obstacles at the same desired capacity
   * only add to the count of the entry before.
   *
   * @param writer which part of the group
   * @param saw what it looked at
   * @param reason what it does about it
   * @param obstacles what stands in the way
   */
  void note(String writer, String saw, String reason, Obstacle... obstacles) {
    run.ledger().record(entry(writer, saw, reason, List.of(obstacles)));
  }

  /** Writes down what is worth an entry of its own. */
  void append(String writer, String saw, String reason, Obstacle... obstacles) {
    run.ledger().append(entry(writer, saw, reason, List.of(obstacles)));
  }

  private LedgerEntry entry(String writer, String saw, String reason, List<Obstacle> obstacles) {
    int desired = plan.desired();
    return new LedgerEntry(
        run.nowNanos(),
        run.nowNanos(),
        1,
        run.name(),
        writer,
        saw,
        reason,
        desired,
        OptionalInt.empty(),
        desired,
        obstacles,
        Optional.empty());
  }
}
