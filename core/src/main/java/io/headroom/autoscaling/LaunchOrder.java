package io.headroom.autoscaling;

import java.util.Optional;

/**
 * A decision to launch one instance.
 *
 * @param cause the cause of its activity
 * @param change the change of desired capacity that asks for it; empty for a replacement
 * @param warmup the warm-up of the instance
 */
record LaunchOrder(String cause, Optional<CapacityChange> change, WarmupRule warmup) {
  /** The order of the instances that are there when the run starts. */
  static final LaunchOrder INITIAL = new LaunchOrder("", Optional.empty(), WarmupRule.NONE);

  static LaunchOrder of(String cause, Optional<CapacityChange> change, AutoScalingGroupSpec group) {
    WarmupRule warmup =
        change.map(each -> each.origin().warmup()).orElse(WarmupRule.ofGroup(group));
    return new LaunchOrder(cause, change, warmup);
  }
}
