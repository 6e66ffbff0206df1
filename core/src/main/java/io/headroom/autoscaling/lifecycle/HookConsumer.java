package io.headroom.autoscaling.lifecycle;

import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.Optional;

/**
 * Who completes the actions of a lifecycle hook: a script on the instance, a function, an operator,
 * or nobody. No template says so, and AWS has no default.
 *
 * @param moment what it waits for
 * @param after how long it takes from that moment; zero or more
 * @param abandonShare the share of actions that it completes with ABANDON, in [0, 1]
 * @param heartbeat how often it records a heartbeat meanwhile; empty for never
 */
public record HookConsumer(
    Moment moment, Distribution after, double abandonShare, Optional<Duration> heartbeat) {
  /** How long a terminate hook takes when nothing is said: an assumption. */
  public static final Duration TYPICAL_TERMINATION = Duration.ofMinutes(1);

  /** Since when a consumer counts. */
  public enum Moment {
    /** From the start of the wait. */
    WAIT,
    /** From the first moment in the wait at which the application on the instance answers. */
    READY,
    /** It never completes an action. */
    NEVER
  }

  /** Checks the share and the heartbeat. */
  public HookConsumer {
    if (!(abandonShare >= 0 && abandonShare <= 1)) {
      throw new IllegalArgumentException("abandonShare must be in [0, 1], was " + abandonShare);
    }
    if (heartbeat.filter(each -> each.isNegative() || each.isZero()).isPresent()) {
      throw new IllegalArgumentException("heartbeat must be positive, was " + heartbeat.get());
    }
  }

  /**
   * Returns the consumer that is assumed when nothing is said: the boot script of the instance
   * completes a launch hook as its last step, when the application answers; a terminate hook takes
   * a minute.
   */
  public static HookConsumer typical(HookTransition transition) {
    return switch (transition) {
      case LAUNCHING -> ready();
      case TERMINATING -> after(Distribution.constant(TYPICAL_TERMINATION));
    };
  }

  /** Returns a consumer that completes with CONTINUE as soon as the application answers. */
  public static HookConsumer ready() {
    return new HookConsumer(
        Moment.READY, Distribution.constant(Duration.ZERO), 0, Optional.empty());
  }

  /** Returns a consumer that completes with CONTINUE some time after the wait began. */
  public static HookConsumer after(Distribution time) {
    return new HookConsumer(Moment.WAIT, time, 0, Optional.empty());
  }

  /** Returns a consumer that never completes an action. */
  public static HookConsumer never() {
    return new HookConsumer(
        Moment.NEVER, Distribution.constant(Duration.ZERO), 0, Optional.empty());
  }

  /** Returns a copy that completes a share of the actions with ABANDON. */
  public HookConsumer abandoning(double newShare) {
    return new HookConsumer(moment, after, newShare, heartbeat);
  }

  /** Returns a copy that records a heartbeat each time a period is over. */
  public HookConsumer heartbeat(Duration newHeartbeat) {
    return new HookConsumer(moment, after, abandonShare, Optional.of(newHeartbeat));
  }
}
