package io.headroom.autoscaling;

import java.util.Optional;

/**
 * A decision to launch one instance.
 *
 * @param purpose what the instance is for
 * @param cause the cause of its activity
 * @param change the change of desired capacity that asks for it; empty if none does
 * @param warmup the warm-up of the instance
 */
record LaunchOrder(
    Purpose purpose, String cause, Optional<CapacityChange> change, WarmupRule warmup) {
  /** The order of the instances that are there when the run starts. */
  static final LaunchOrder FIRST =
      new LaunchOrder(Purpose.FIRST, "", Optional.empty(), WarmupRule.NONE);

  /** What an instance is launched for. */
  enum Purpose {
    /** It is there when the run starts. */
    FIRST,
    /** The desired capacity rose. */
    GROWTH,
    /** It takes the place of one that is gone. */
    REPLACEMENT
  }

  /** Returns the order of an instance for a change of desired capacity, else of a replacement. */
  static LaunchOrder of(String cause, Optional<CapacityChange> change, AutoScalingGroupSpec group) {
    return change
        .map(each -> new LaunchOrder(Purpose.GROWTH, cause, change, each.origin().warmup()))
        .orElseGet(
            () -> new LaunchOrder(Purpose.REPLACEMENT, cause, change, WarmupRule.ofGroup(group)));
  }

  boolean isFor(Purpose other) {
    return purpose == other;
  }
}
