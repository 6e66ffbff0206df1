package io.headroom.autoscaling.lifecycle;

import java.time.Duration;

/**
 * A lifecycle hook: holds each instance up on one transition until somebody completes the action.
 *
 * <p>"PutLifecycleHook", Amazon EC2 Auto Scaling API Reference, and "Amazon EC2 Auto Scaling
 * lifecycle hooks", Amazon EC2 Auto Scaling User Guide.
 *
 * @param name the hook's name, unique in its group
 * @param transition what it holds up
 * @param heartbeatTimeout how long without a heartbeat, 30 s to 7200 s; default 3600 s
 * @param defaultResult what happens at the time-out; default ABANDON
 * @param consumer who completes the actions, and when
 */
public record LifecycleHook(
    String name,
    HookTransition transition,
    Duration heartbeatTimeout,
    HookResult defaultResult,
    HookConsumer consumer) {
  /** The longest that an instance waits, whatever the heartbeats (HK5). */
  private static final Duration LONGEST = Duration.ofDays(2);

  private static final int LONGEST_TIMEOUTS = 100;

  /** Returns a hook with the defaults of the API and the typical consumer. */
  public static LifecycleHook of(String name, HookTransition transition) {
    return new LifecycleHook(
        name,
        transition,
        Duration.ofHours(1),
        HookResult.ABANDON,
        HookConsumer.typical(transition));
  }

  /** Returns a copy with another heartbeat time-out. */
  public LifecycleHook heartbeatTimeout(Duration newTimeout) {
    return new LifecycleHook(name, transition, newTimeout, defaultResult, consumer);
  }

  /** Returns a copy with another result at the time-out. */
  public LifecycleHook defaultResult(HookResult newResult) {
    return new LifecycleHook(name, transition, heartbeatTimeout, newResult, consumer);
  }

  /** Returns a copy that somebody else completes. */
  public LifecycleHook consumer(HookConsumer newConsumer) {
    return new LifecycleHook(name, transition, heartbeatTimeout, defaultResult, newConsumer);
  }

  /** Returns the longest that an instance waits: 48 hours or 100 time-outs, the shorter (HK5). */
  public Duration globalLimit() {
    Duration timeouts = heartbeatTimeout.multipliedBy(LONGEST_TIMEOUTS);
    return timeouts.compareTo(LONGEST) < 0 ? timeouts : LONGEST;
  }
}
