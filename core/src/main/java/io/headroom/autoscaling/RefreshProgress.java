package io.headroom.autoscaling;

import io.headroom.autoscaling.refresh.Checkpoints;
import java.util.OptionalInt;

/**
 * How far one instance refresh has come: instances replaced, of how many, and the checkpoints that
 * are reached (IR7, IR9, IR10). Not thread-safe.
 */
final class RefreshProgress {
  private final RefreshLog log;
  private Checkpoints checkpoints;
  private int reached;
  private int instancesAtStart;
  private int desiredAtStart;

  RefreshProgress(RefreshLog log, Checkpoints checkpoints) {
    this.log = log;
    this.checkpoints = checkpoints;
  }

  /** Starts to count anew, as when a refresh begins or rolls back. */
  void begin(int instances, int replaced, int desired) {
    log.about(instances, replaced);
    reached = 0;
    instancesAtStart = instances;
    desiredAtStart = desired;
  }

  /** Stops at no checkpoint any more. */
  void dropCheckpoints() {
    checkpoints = Checkpoints.NONE;
  }

  /**
   * Learns the desired capacity of a group without weights. With more instances a checkpoint may
   * not be reached any more, and is reached again later (IR10).
   */
  void grown(int desired) {
    int instances = instancesAtStart + Math.max(0, desired - desiredAtStart);
    if (instances > log.instances()) {
      log.about(instances, log.replaced());
      reached = checkpoints.reached(log.replaced(), instances, 0).orElse(0);
    }
  }

  /** Counts a batch that is done; returns the checkpoint that it reaches, if it reaches one. */
  OptionalInt replaced(int more) {
    log.replaced(more);
    log.step("%d of %d are replaced and warm".formatted(log.replaced(), log.instances()));
    OptionalInt next = checkpoints.reached(log.replaced(), log.instances(), reached);
    if (next.isPresent()) {
      reached = next.getAsInt();
      log.step("checkpoint %d%% reached".formatted(reached));
    }
    return next;
  }

  /** Returns the highest checkpoint that is reached, 0 for none. */
  int reached() {
    return reached;
  }

  /** Returns how many more instances are to be replaced before the refresh stops next. */
  int goal() {
    return checkpoints.goal(log.instances(), reached) - log.replaced();
  }

  /** Returns whether as many are replaced as the last checkpoint asks for. */
  boolean isAtEnd() {
    return log.replaced() >= Checkpoints.replacedAt(checkpoints.last(), log.instances());
  }
}
