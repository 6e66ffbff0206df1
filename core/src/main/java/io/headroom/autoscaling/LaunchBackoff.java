package io.headroom.autoscaling;

import java.time.Duration;

/**
 * How long a group waits after launches that failed one after the other: a first wait that doubles
 * with each further failure up to a limit (LF3).
 */
final class LaunchBackoff {
  private static final int HOPELESS_FAILURES = 15;
  private static final long HOPELESS_NANOS = Duration.ofDays(1).toNanos();

  private final Duration first;
  private final Duration limit;
  private int failures;
  private long untilNanos;
  private long firstNanos;

  LaunchBackoff(Duration first, Duration limit) {
    this.first = first;
    this.limit = limit;
  }

  boolean isWaiting(long nowNanos) {
    return nowNanos < untilNanos;
  }

  /** Notes that an attempt failed; returns when the next one may be made. */
  long failed(long nowNanos) {
    long waitNanos = first.toNanos();
    for (int i = 0; i < failures && waitNanos < limit.toNanos(); i++) {
      waitNanos *= 2;
    }
    firstNanos = failures == 0 ? nowNanos : firstNanos;
    failures++;
    untilNanos = nowNanos + Math.min(waitNanos, limit.toNanos());
    return untilNanos;
  }

  /** SP1: for a day no launch succeeded, although many were tried. */
  boolean isHopeless(long nowNanos) {
    return failures >= HOPELESS_FAILURES && nowNanos - firstNanos >= HOPELESS_NANOS;
  }

  /** Notes a success, or an update of the group: the next attempt need not wait. */
  void reset() {
    failures = 0;
    untilNanos = 0;
  }
}
