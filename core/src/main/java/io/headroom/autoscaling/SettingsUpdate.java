package io.headroom.autoscaling;

import io.headroom.autoscaling.fleet.MixedChange;
import io.headroom.autoscaling.operations.GroupSettings;
import io.headroom.autoscaling.refresh.DesiredConfiguration;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import java.time.Duration;
import java.util.List;

/** Collects what an update makes of the settings of one group. */
final class SettingsUpdate implements GroupSettings {
  private AutoScalingGroupSpec group;
  private boolean changesLaunch;

  SettingsUpdate(AutoScalingGroupSpec group) {
    this.group = group;
  }

  /** Returns the settings afterwards. */
  AutoScalingGroupSpec result() {
    return group;
  }

  /** Returns whether instances that are there may not be what would be launched. */
  boolean changesLaunch() {
    return changesLaunch;
  }

  @Override
  public void zones(List<String> zones) {
    group = group.toBuilder().zones(zones).build();
  }

  @Override
  public void launch(DesiredConfiguration launch) {
    changesLaunch = true;
    group = group.launches(launch::applyTo);
  }

  @Override
  public void mixed(MixedChange change) {
    changesLaunch = true;
    FleetSettings fleet = group.fleet();
    try {
      group =
          group.toBuilder()
              .fleet(fleet.mixed(change.applyTo(group.launchConfiguration(), fleet.mixed())))
              .build();
    } catch (IllegalArgumentException refused) {
      String why = String.valueOf(refused.getMessage());
      throw new AutoScalingException(
          "group " + group.name(), List.of(Refusal.validation("MixedInstancesPolicy", why)));
    }
  }

  @Override
  public void cooldown(Duration cooldown) {
    group = group.toBuilder().cooldown(cooldown).build();
  }

  @Override
  public void gracePeriod(Duration gracePeriod) {
    group = group.toBuilder().gracePeriod(gracePeriod).build();
  }

  @Override
  public void warmup(Duration warmup) {
    group = group.toBuilder().warmup(warmup).build();
  }

  @Override
  public void terminationPolicies(List<String> names) {
    group = group.toBuilder().terminationPolicyNames(names).build();
  }

  @Override
  public void maintenance(InstanceMaintenancePolicy policy) {
    group = group.toBuilder().fleet(group.fleet().maintenance(policy)).build();
  }
}
