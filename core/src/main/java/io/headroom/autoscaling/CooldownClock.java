package io.headroom.autoscaling;

import java.time.Duration;

/**
 * The cooldown of one group, which holds back simple scaling.
 *
 * <p>"Scaling cooldowns for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User Guide. The clock
 * belongs to the capacity change that finished last.
 */
final class CooldownClock {
  private long untilNanos;

  /** Starts the cooldown when the last instance of a capacity change is done (CD3). */
  void start(long nowNanos, Duration length) {
    untilNanos = nowNanos + length.toNanos();
  }

  /** Returns when the cooldown ends or ended; that instant is no longer part of it. */
  long untilNanos() {
    return untilNanos;
  }

  boolean isRunning(long nowNanos) {
    return nowNanos < untilNanos;
  }
}
