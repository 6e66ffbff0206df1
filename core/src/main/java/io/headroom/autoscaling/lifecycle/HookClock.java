package io.headroom.autoscaling.lifecycle;

/**
 * The time-out of one lifecycle action. Not thread-safe; times in nanoseconds since any fixed
 * instant.
 *
 * <p>"Complete a lifecycle action", Amazon EC2 Auto Scaling User Guide: each heartbeat restarts the
 * time-out, but never past the global limit.
 */
public final class HookClock {
  private final LifecycleHook hook;
  private final long limitNanos;
  private long expiresNanos;

  /** Starts the clock at the beginning of the wait. */
  public HookClock(LifecycleHook hook, long startNanos) {
    this.hook = hook;
    limitNanos = startNanos + hook.globalLimit().toNanos();
    expiresNanos = startNanos;
    heartbeat(startNanos);
  }

  /** Restarts the time-out (HK4); no effect once it has expired. */
  public void heartbeat(long nowNanos) {
    if (nowNanos <= expiresNanos) {
      expiresNanos = Math.min(limitNanos, nowNanos + hook.heartbeatTimeout().toNanos());
    }
  }

  /** Returns when the action expires, unless another heartbeat comes; that instant is included. */
  public long expiresNanos() {
    return expiresNanos;
  }
}
