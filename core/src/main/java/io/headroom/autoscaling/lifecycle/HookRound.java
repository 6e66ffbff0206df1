package io.headroom.autoscaling.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lifecycle actions of one instance on one transition: each hook has its own clock, and all of
 * them run at once (HK10). Not thread-safe.
 *
 * <p>"Complete a lifecycle action", Amazon EC2 Auto Scaling User Guide: with CONTINUE the others
 * still run to their end; with ABANDON they do not, whether the instance comes or goes (HK7 to
 * HK9).
 */
public final class HookRound {
  private final Map<String, HookClock> active = new LinkedHashMap<>();
  private Optional<HookResult> outcome = Optional.empty();

  /**
   * Starts the clocks.
   *
   * @param hooks the hooks of the transition, at least one
   * @param startNanos the beginning of the wait
   */
  public HookRound(List<LifecycleHook> hooks, long startNanos) {
    hooks.forEach(hook -> active.put(hook.name(), new HookClock(hook, startNanos)));
  }

  /** Returns the clock of an action that is still active; empty for any other. */
  public Optional<HookClock> clock(String hook) {
    return Optional.ofNullable(active.get(hook));
  }

  /** Ends an action; returns the outcome of the round if this decides it. */
  public Optional<HookResult> complete(String hook, HookResult result) {
    if (active.remove(hook) == null) {
      return Optional.empty();
    }
    if (result == HookResult.ABANDON) {
      active.clear();
    }
    if (active.isEmpty()) {
      outcome = Optional.of(result);
    }
    return outcome;
  }

  /** Ends all actions without an outcome. */
  public void cancel() {
    active.clear();
  }

  /** Returns the names of the hooks whose actions are active, in order. */
  public List<String> activeHooks() {
    return List.copyOf(active.keySet());
  }
}
