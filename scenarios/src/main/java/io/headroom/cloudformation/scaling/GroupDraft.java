package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.LifecycleSettings;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.ScheduledAction;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.refusal.Quota;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.cloudformation.resources.Properties;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A group while its policies and scheduled actions are read. Not thread-safe. */
final class GroupDraft {

  private final Properties source;
  private final AutoScalingGroupSpec settings;
  private final List<ScalingPolicy> policies = new ArrayList<>();
  private final List<ScheduledAction> scheduledActions = new ArrayList<>();
  private final List<LifecycleHook> hooks = new ArrayList<>();
  private Optional<WarmPoolSpec> warmPool = Optional.empty();

  GroupDraft(Properties source, AutoScalingGroupSpec settings) {
    this.source = source;
    this.settings = settings;
  }

  Properties source() {
    return source;
  }

  /** The group without policies and scheduled actions. */
  AutoScalingGroupSpec settings() {
    return settings;
  }

  /** Returns how many policies there are so far. */
  int policies() {
    return policies.size();
  }

  /** Returns why the group refuses a scheduled action beside those that it has. */
  Optional<Refusal> conflict(ScheduledAction action) {
    return action.conflict(scheduledActions);
  }

  /** Returns how many scheduled actions there are so far. */
  int scheduledActions() {
    return scheduledActions.size();
  }

  /** Adds a hook, unless the group has one of its name, or too many. */
  void add(Properties where, LifecycleHook hook) {
    if (hooks.stream().anyMatch(each -> each.name().equals(hook.name()))) {
      where.error("LifecycleHookName", "the group has a hook of this name: " + hook.name());
      return;
    }
    Quota.LIFECYCLE_HOOKS
        .check("LifecycleHookName", hooks.size() + 1)
        .ifPresentOrElse(
            refusal -> where.error(refusal.property(), refusal.text()), () -> hooks.add(hook));
  }

  void add(WarmPoolSpec pool) {
    warmPool = Optional.of(pool);
  }

  void add(ScalingPolicy policy) {
    policies.add(policy);
  }

  void add(ScheduledAction action) {
    scheduledActions.add(action);
  }

  AutoScalingGroupSpec spec() {
    LifecycleSettings lifecycle = settings.lifecycle().hooks(hooks);
    return settings.toBuilder()
        .policies(policies)
        .scheduledActions(scheduledActions)
        .lifecycle(warmPool.map(lifecycle::warmPool).orElse(lifecycle))
        .build();
  }
}
