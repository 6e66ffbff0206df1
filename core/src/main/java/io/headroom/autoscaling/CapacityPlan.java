package io.headroom.autoscaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sizes of one group as they stand, and every change of them. */
final class CapacityPlan {
  private final GroupRun run;
  private final CapacityHistory history;
  private final CapacityChanges changes = new CapacityChanges();
  private final List<CapacityChange> policyScaleOuts = new ArrayList<>();
  private GroupSizes sizes;
  private Runnable onChange = () -> {};
  private Runnable onSizes = () -> {};
  private boolean closed;

  CapacityPlan(GroupRun run, CapacityHistory history) {
    this.run = run;
    this.history = history;
    this.sizes = GroupSizes.of(run.spec());
  }

  /** Sets what shall happen whenever the desired capacity changes. */
  void onChange(Runnable action) {
    onChange = action;
  }

  /** Sets what shall happen whenever any of the sizes is set. */
  void onSizes(Runnable action) {
    onSizes = action;
  }

  /** Fixes the sizes for good, as the deletion of the group does. */
  void close() {
    closed = true;
    run.changes().happened();
  }

  boolean isClosed() {
    return closed;
  }

  GroupSizes sizes() {
    return sizes;
  }

  int desired() {
    return sizes.desired();
  }

  CapacityChanges changes() {
    return changes;
  }

  /** Raises MaxSize, which stays raised (PS8); never lowers it. */
  void raiseMaximum(int maximum) {
    sizes = new GroupSizes(sizes.minimum(), Math.max(maximum, sizes.maximum()), sizes.desired());
    run.changes().happened();
  }

  /**
   * Sets new sizes; a new desired capacity is a change that instances follow.
   *
   * @return the change, if the desired capacity is another one now
   */
  Optional<CapacityChange> set(GroupSizes newSizes, CapacityChange.Origin origin) {
    if (closed) {
      return Optional.empty();
    }
    int before = sizes.desired();
    sizes = newSizes;
    run.changes().happened();
    onSizes.run();
    if (newSizes.desired() == before) {
      return Optional.empty();
    }
    CapacityChange change = new CapacityChange(run.nowNanos(), before, newSizes.desired(), origin);
    change(change);
    return Optional.of(change);
  }

  private void change(CapacityChange change) {
    history.desired(run.nowNanos(), change.to());
    if (change.isIncrease() && change.origin().trail().isPresent()) {
      policyScaleOuts.add(change);
    }
    changes.add(change);
    onChange.run();
  }

  /** Returns the scale-outs by policies, in order of time, as they stand. */
  List<ScaleOut> scaleOuts() {
    return policyScaleOuts.stream()
        .map(
            change ->
                new ScaleOut(
                    run.name(),
                    change.origin().trail().orElseThrow(),
                    change.from(),
                    change.to(),
                    change.launched()))
        .toList();
  }
}
