package io.headroom.autoscaling;

import java.util.Optional;

/**
 * A decision to launch one instance.
 *
 * @param purpose what the instance is for
 * @param cause the cause of its activity
 * @param change the change of desired capacity that asks for it; empty if none does
 * @param exchange the replacement that it belongs to, launched before the old instance leaves
 * @param warmup the warm-up of the instance
 * @param units its capacity units, 1 without weights
 * @param zone the only zone that will do; empty for the choice of the group
 */
record LaunchOrder(
    Purpose purpose,
    String cause,
    Optional<CapacityChange> change,
    Optional<Exchange> exchange,
    WarmupRule warmup,
    int units,
    Optional<String> zone) {
  /** The order of the instances that are there when the run starts. */
  static final LaunchOrder FIRST = of(Purpose.FIRST, "", WarmupRule.NONE);

  /** What an instance is launched for. */
  enum Purpose {
    /** It is there when the run starts. */
    FIRST,
    /** The desired capacity rose. */
    GROWTH,
    /** A user attached it. */
    ATTACHMENT,
    /** It waits in the warm pool. */
    POOL,
    /** It takes the place of one that is gone, or that will go. */
    REPLACEMENT
  }

  /** Returns an order of one unit that no change of desired capacity asks for. */
  static LaunchOrder of(Purpose purpose, String cause, WarmupRule warmup) {
    return new LaunchOrder(
        purpose, cause, Optional.empty(), Optional.empty(), warmup, 1, Optional.empty());
  }

  /** Returns the order of an instance for a change of desired capacity, else of a replacement. */
  static LaunchOrder of(String cause, Optional<CapacityChange> change, AutoScalingGroupSpec group) {
    return change
        .map(each -> of(Purpose.GROWTH, cause, each.origin().warmup()).change(each))
        .orElseGet(() -> of(Purpose.REPLACEMENT, cause, WarmupRule.ofGroup(group)));
  }

  private LaunchOrder change(CapacityChange newChange) {
    return new LaunchOrder(purpose, cause, Optional.of(newChange), exchange, warmup, units, zone);
  }

  /** Returns a copy that belongs to a replacement. */
  LaunchOrder exchange(Exchange newExchange) {
    return new LaunchOrder(
        purpose, cause, change, Optional.of(newExchange), warmup, units, newExchange.plan().zone());
  }

  boolean isFor(Purpose other) {
    return purpose == other;
  }

  /** Returns a copy for an instance of another weight. */
  LaunchOrder units(int newUnits) {
    return new LaunchOrder(purpose, cause, change, exchange, warmup, newUnits, zone);
  }
}
