package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.ScheduledAction;
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

  void add(ScalingPolicy policy) {
    policies.add(policy);
  }

  void add(ScheduledAction action) {
    scheduledActions.add(action);
  }

  AutoScalingGroupSpec spec() {
    return settings.toBuilder().policies(policies).scheduledActions(scheduledActions).build();
  }
}
