package io.headroom.autoscaling.lifecycle;

/** How a lifecycle action ends. */
public enum HookResult {
  /** Go on: into service, or with the termination after the other hooks. */
  CONTINUE,
  /** Give up: a launch is taken back, a termination goes on without waiting for other hooks. */
  ABANDON
}
