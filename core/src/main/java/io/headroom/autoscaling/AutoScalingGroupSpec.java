package io.headroom.autoscaling;

import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.GroupRefusals;
import io.headroom.autoscaling.refusal.Quota;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.autoscaling.termination.CustomTermination;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.PurchaseOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The settings of an Auto Scaling group.
 *
 * <p>"CreateAutoScalingGroup", Amazon EC2 Auto Scaling API Reference; the defaults are those of the
 * API, not of the console.
 *
 * @param name by what a scenario and its result know the group; the logical id in a template
 * @param minimum MinSize, at least 0
 * @param maximum MaxSize, at least the minimum
 * @param desired DesiredCapacity, within the limits; default the minimum
 * @param zones the Availability Zones, at least one
 * @param launchConfiguration what to launch
 * @param targetGroups logical names of the target groups, and of the Classic Load Balancers, that
 *     instances register with
 * @param healthCheck whose verdict replaces an instance; default EC2
 * @param gracePeriod how long after InService a failing check is ignored; default 0
 * @param defaultCooldown the cooldown of simple policies; default 300 s
 * @param defaultWarmup DefaultInstanceWarmup; empty when not set, which is not the same as 0
 * @param terminationPolicies in order; default {@code Default}
 * @param groupMetrics whether {@code AWS/AutoScaling} metrics are published; default off
 * @param policies the scaling policies
 * @param scheduledActions the scheduled actions
 * @param awsName AWS's name of the group, the value of {@code AutoScalingGroupName}; default the
 *     name
 * @param lifecycle hooks, warm pool, protection, suspended processes and operations; default none
 * @param fleet instance types, Spot, and how instances are replaced; default none of it
 */
public record AutoScalingGroupSpec(
    String name,
    int minimum,
    int maximum,
    int desired,
    List<String> zones,
    LaunchConfiguration launchConfiguration,
    List<String> targetGroups,
    HealthCheckKind healthCheck,
    Duration gracePeriod,
    Duration defaultCooldown,
    Optional<Duration> defaultWarmup,
    List<TerminationPolicy> terminationPolicies,
    GroupMetrics groupMetrics,
    List<ScalingPolicy> policies,
    List<ScheduledAction> scheduledActions,
    String awsName,
    LifecycleSettings lifecycle,
    FleetSettings fleet) {

  /** Whether a group publishes its own metrics. */
  public enum GroupMetrics {
    /** {@code MetricsCollection} is set: one data point a minute. */
    ENABLED,
    /** Nothing is published; the default. */
    DISABLED
  }

  /**
   * Copies the lists and checks what the API would refuse.
   *
   * @throws AutoScalingException with every reason, if there is any
   */
  public AutoScalingGroupSpec {
    zones = List.copyOf(zones);
    targetGroups = List.copyOf(targetGroups);
    terminationPolicies = List.copyOf(terminationPolicies);
    policies = List.copyOf(policies);
    scheduledActions = List.copyOf(scheduledActions);
    boolean isSpot = launchConfiguration.purchase() == PurchaseOption.SPOT;
    List<Refusal> refusals = new ArrayList<>(GroupRefusals.sizes(minimum, maximum, desired));
    if (zones.isEmpty()) {
      refusals.add(GroupRefusals.noZone());
    }
    refusals.addAll(
        GroupRefusals.terminationPolicies(
            terminationPolicies.stream().map(TerminationPolicy::awsName).toList()));
    defaultWarmup.flatMap(each -> GroupRefusals.warmup(each.toSeconds())).ifPresent(refusals::add);
    Quota.POLICIES.check("PolicyName", policies.size()).ifPresent(refusals::add);
    for (ScalingPolicy policy : policies) {
      refusals.addAll(policy.refusalsAmong(policies));
    }
    Quota.SCHEDULED_ACTIONS
        .check("ScheduledActionName", scheduledActions.size())
        .ifPresent(refusals::add);
    Quota.LIFECYCLE_HOOKS
        .check("LifecycleHookName", lifecycle.hooks().size())
        .ifPresent(refusals::add);
    if (lifecycle.warmPool().isPresent() && (fleet.mixed().isPresent() || isSpot)) {
      refusals.add(GroupRefusals.warmPool());
    }
    Quota.TARGET_GROUPS.check("TargetGroupARNs", targetGroups.size()).ifPresent(refusals::add);
    AutoScalingException.require("group " + name, refusals.stream().distinct().toList());
  }

  /** Returns a copy with everything that it launches changed the same way. */
  public AutoScalingGroupSpec launches(UnaryOperator<LaunchConfiguration> change) {
    FleetSettings changed =
        fleet.mixed().map(mixed -> fleet.mixed(mixed.launches(change))).orElse(fleet);
    return toBuilder()
        .launchConfiguration(change.apply(launchConfiguration))
        .fleet(changed)
        .build();
  }

  /** Starts the description of a group with the defaults of the API. */
  public static Builder builder(String name) {
    return new Builder(name);
  }

  /** Returns a builder that holds the settings of this group. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Collects the settings of a group; every method returns the builder itself. */
  public static final class Builder {
    private final String name;
    private int minimum = 1;
    private int maximum = 1;
    private Optional<Integer> desired = Optional.empty();
    private List<String> zones = List.of("us-east-1a", "us-east-1b");
    private LaunchConfiguration launchConfiguration = LaunchConfiguration.of("m5.large");
    private List<String> targetGroups = List.of();
    private HealthCheckKind healthCheck = HealthCheckKind.EC2;
    private Duration gracePeriod = Duration.ZERO;
    private Duration defaultCooldown = Duration.ofMinutes(5);
    private Optional<Duration> defaultWarmup = Optional.empty();
    private List<TerminationPolicy> terminationPolicies = List.of(TerminationPolicy.DEFAULT);
    private GroupMetrics groupMetrics = GroupMetrics.DISABLED;
    private List<ScalingPolicy> policies = List.of();
    private List<ScheduledAction> scheduledActions = List.of();
    private String awsName;
    private LifecycleSettings lifecycle = LifecycleSettings.NONE;
    private FleetSettings fleet = FleetSettings.NONE;

    private Builder(String name) {
      this.name = name;
      awsName = name;
    }

    private Builder(AutoScalingGroupSpec group) {
      name = group.name;
      minimum = group.minimum;
      maximum = group.maximum;
      desired = Optional.of(group.desired);
      zones = group.zones;
      launchConfiguration = group.launchConfiguration;
      targetGroups = group.targetGroups;
      healthCheck = group.healthCheck;
      gracePeriod = group.gracePeriod;
      defaultCooldown = group.defaultCooldown;
      defaultWarmup = group.defaultWarmup;
      terminationPolicies = group.terminationPolicies;
      groupMetrics = group.groupMetrics;
      policies = group.policies;
      scheduledActions = group.scheduledActions;
      awsName = group.awsName;
      lifecycle = group.lifecycle;
      fleet = group.fleet;
    }

    /**
     * Takes the defaults of the console where they differ from those of the API: a grace period of
     * 300 s.
     */
    public Builder consoleDefaults() {
      return gracePeriod(Duration.ofMinutes(5));
    }

    /** Sets MinSize; default 1. */
    public Builder min(int newMinimum) {
      minimum = newMinimum;
      return this;
    }

    /** Sets MaxSize; default 1. */
    public Builder max(int newMaximum) {
      maximum = newMaximum;
      return this;
    }

    /** Sets DesiredCapacity; default MinSize. */
    public Builder desired(int newDesired) {
      desired = Optional.of(newDesired);
      return this;
    }

    /** Sets the Availability Zones; default us-east-1a and us-east-1b. */
    public Builder zones(List<String> newZones) {
      zones = newZones;
      return this;
    }

    /** Sets what to launch; default m5.large. */
    public Builder launchConfiguration(LaunchConfiguration newLaunchConfiguration) {
      launchConfiguration = newLaunchConfiguration;
      return this;
    }

    /** Sets the logical names of the target groups to register with; default none. */
    public Builder targetGroups(List<String> newTargetGroups) {
      targetGroups = newTargetGroups;
      return this;
    }

    /** Sets whose verdict replaces an instance; default EC2. */
    public Builder healthCheck(HealthCheckKind newHealthCheck) {
      healthCheck = newHealthCheck;
      return this;
    }

    /** Sets the health check grace period; default 0. */
    public Builder gracePeriod(Duration newGracePeriod) {
      gracePeriod = newGracePeriod;
      return this;
    }

    /** Sets the cooldown of simple policies; default 300 s. */
    public Builder cooldown(Duration newCooldown) {
      defaultCooldown = newCooldown;
      return this;
    }

    /** Sets DefaultInstanceWarmup; default not set. */
    public Builder warmup(Duration newWarmup) {
      defaultWarmup = Optional.of(newWarmup);
      return this;
    }

    /** Sets the termination policies in order; default {@code Default}. */
    public Builder terminationPolicies(List<TerminationPolicy> newTerminationPolicies) {
      terminationPolicies = newTerminationPolicies;
      return this;
    }

    /**
     * Sets the termination policies by AWS's names, in order; the first may be the ARN of a Lambda
     * function. Nothing stands for the function yet.
     *
     * @throws AutoScalingException if AWS would refuse the order (TP2)
     * @throws IllegalArgumentException if a name is unknown
     */
    public Builder terminationPolicyNames(List<String> names) {
      AutoScalingException.require("group " + name, GroupRefusals.terminationPolicies(names));
      List<TerminationPolicy> known = new ArrayList<>();
      for (String each : names) {
        if (CustomTermination.isFunction(each)) {
          fleet = fleet.termination(CustomTermination.named(each));
        } else {
          known.add(TerminationPolicy.required(each));
        }
      }
      return terminationPolicies(known.isEmpty() ? List.of(TerminationPolicy.DEFAULT) : known);
    }

    /** Sets whether the group publishes its own metrics; default disabled. */
    public Builder groupMetrics(GroupMetrics newGroupMetrics) {
      groupMetrics = newGroupMetrics;
      return this;
    }

    /** Sets the scaling policies; default none. */
    public Builder policies(List<? extends ScalingPolicy> newPolicies) {
      policies = List.copyOf(newPolicies);
      return this;
    }

    /** Sets the scheduled actions; default none. */
    public Builder scheduledActions(List<ScheduledAction> newScheduledActions) {
      scheduledActions = newScheduledActions;
      return this;
    }

    /** Sets the value of {@code AutoScalingGroupName} in metrics and alarms; default the name. */
    public Builder awsName(String newAwsName) {
      awsName = newAwsName;
      return this;
    }

    /**
     * Adds a scheduled action; one of the same name is replaced (SC12).
     *
     * @throws AutoScalingException if another action has the same start time
     */
    public Builder schedule(ScheduledAction action) {
      AutoScalingException.require(
          "scheduled action " + action.name(),
          action.conflict(scheduledActions).map(List::of).orElse(List.of()));
      List<ScheduledAction> all = new ArrayList<>(scheduledActions);
      all.removeIf(each -> each.name().equals(action.name()));
      all.add(action);
      scheduledActions = all;
      return this;
    }

    /** Sets hooks, warm pool, protection, suspended processes and operations; default none. */
    public Builder lifecycle(LifecycleSettings newLifecycle) {
      lifecycle = newLifecycle;
      return this;
    }

    /** Sets instance types, Spot, and how instances are replaced; default none of it. */
    public Builder fleet(FleetSettings newFleet) {
      fleet = newFleet;
      return this;
    }

    /**
     * Returns the group.
     *
     * @throws IllegalArgumentException naming every size that AWS would refuse
     */
    public AutoScalingGroupSpec build() {
      return new AutoScalingGroupSpec(
          name,
          minimum,
          maximum,
          desired.orElse(minimum),
          zones,
          launchConfiguration,
          targetGroups,
          healthCheck,
          gracePeriod,
          defaultCooldown,
          defaultWarmup,
          terminationPolicies,
          groupMetrics,
          policies,
          scheduledActions,
          awsName,
          lifecycle,
          fleet);
    }
  }
}
