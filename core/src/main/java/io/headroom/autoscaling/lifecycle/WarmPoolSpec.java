package io.headroom.autoscaling.lifecycle;

import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * A warm pool: instances that are prepared beside the group.
 *
 * <p>"PutWarmPool", Amazon EC2 Auto Scaling API Reference, and "Warm pools for Amazon EC2 Auto
 * Scaling", Amazon EC2 Auto Scaling User Guide.
 *
 * @param minimum the least size of the pool; default 0
 * @param maximumPrepared MaxGroupPreparedCapacity, of group and pool together; empty for MaxSize
 * @param state how the instances wait; default stopped
 * @param reuse whether a scale-in returns instances to the pool; default no
 * @param restart from running to an application that answers, for an instance that was prepared and
 *     stopped or hibernated
 */
public record WarmPoolSpec(
    int minimum, OptionalInt maximumPrepared, PoolState state, Reuse reuse, Distribution restart) {
  /**
   * The time from running to answering of a prepared instance: with 16 s from pending to running it
   * makes the 30 s reported when warm pools were announced; an assumption.
   */
  public static final Distribution TYPICAL_RESTART =
      Distribution.logNormalByMedian(Duration.ofSeconds(14), 0.4);

  /** How the instances of a pool wait. */
  public enum PoolState {
    /** {@code Stopped}; only the volumes are billed. */
    STOPPED(LifecycleState.WARMED_STOPPED),
    /** {@code Running}; billed like instances in service. */
    RUNNING(LifecycleState.WARMED_RUNNING),
    /** {@code Hibernated}; only the volumes are billed. */
    HIBERNATED(LifecycleState.WARMED_HIBERNATED);

    private final LifecycleState lifecycleState;

    PoolState(LifecycleState lifecycleState) {
      this.lifecycleState = lifecycleState;
    }

    /** Returns the state of an instance that waits so. */
    public LifecycleState lifecycleState() {
      return lifecycleState;
    }
  }

  /** What a scale-in does with an instance. */
  public enum Reuse {
    /** {@code ReuseOnScaleIn}: it returns to the pool. */
    ON_SCALE_IN,
    /** It is terminated, and the pool is filled up with new ones. */
    NONE
  }

  /** Checks the sizes. */
  public WarmPoolSpec {
    if (minimum < 0) {
      throw new IllegalArgumentException("MinSize must be 0 or more, was " + minimum);
    }
    if (maximumPrepared.isPresent() && maximumPrepared.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "MaxGroupPreparedCapacity must be 0 or more, was " + maximumPrepared.getAsInt());
    }
  }

  /** Returns a pool with the defaults of the API. */
  public static WarmPoolSpec of(PoolState state) {
    return new WarmPoolSpec(0, OptionalInt.empty(), state, Reuse.NONE, TYPICAL_RESTART);
  }

  /** Returns a copy with another least size. */
  public WarmPoolSpec minimum(int newMinimum) {
    return new WarmPoolSpec(newMinimum, maximumPrepared, state, reuse, restart);
  }

  /** Returns a copy with another limit for group and pool together. */
  public WarmPoolSpec maximumPrepared(int newMaximum) {
    return new WarmPoolSpec(minimum, OptionalInt.of(newMaximum), state, reuse, restart);
  }

  /** Returns a copy that does something else with instances at a scale-in. */
  public WarmPoolSpec reuse(Reuse newReuse) {
    return new WarmPoolSpec(minimum, maximumPrepared, state, newReuse, restart);
  }

  /** Returns a copy with another time from running to answering. */
  public WarmPoolSpec restart(Distribution newRestart) {
    return new WarmPoolSpec(minimum, maximumPrepared, state, reuse, newRestart);
  }

  /**
   * Returns how many units the pool should hold (WP1).
   *
   * @param maximum MaxSize of the group
   * @param desired the desired capacity of the group
   */
  public int size(int maximum, int desired) {
    return Math.max(minimum, Math.max(0, maximumPrepared.orElse(maximum) - desired));
  }
}
