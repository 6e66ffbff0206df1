package io.headroom.autoscaling.operations;

import io.headroom.autoscaling.fleet.MixedChange;
import io.headroom.autoscaling.refresh.DesiredConfiguration;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import java.time.Duration;
import java.util.List;

/**
 * One setting of a group that {@code UpdateAutoScalingGroup} changes, beside the sizes.
 *
 * <p>It holds for activities that begin afterwards (UP2).
 */
public interface SettingChange {
  /** Changes the setting. */
  void applyTo(GroupSettings settings);

  /** {@code AvailabilityZones} or {@code VPCZoneIdentifier}: the zones, at least one. */
  record Zones(List<String> zones) implements SettingChange {
    /** Copies the list. */
    public Zones {
      zones = List.copyOf(zones);
    }

    @Override
    public void applyTo(GroupSettings settings) {
      settings.zones(zones);
    }

    @Override
    public String toString() {
      return "zones " + String.join(", ", zones);
    }
  }

  /** {@code LaunchTemplate}: another version of it. */
  record Launch(DesiredConfiguration launch) implements SettingChange {
    @Override
    public void applyTo(GroupSettings settings) {
      settings.launch(launch);
    }

    @Override
    public String toString() {
      return launch.toString();
    }
  }

  /** {@code MixedInstancesPolicy}. */
  record Mixed(MixedChange change) implements SettingChange {
    @Override
    public void applyTo(GroupSettings settings) {
      settings.mixed(change);
    }

    @Override
    public String toString() {
      return "mixed instances policy " + change;
    }
  }

  /** {@code DefaultCooldown}. */
  record Cooldown(Duration length) implements SettingChange {
    @Override
    public void applyTo(GroupSettings settings) {
      settings.cooldown(length);
    }

    @Override
    public String toString() {
      return "cooldown %d s".formatted(length.toSeconds());
    }
  }

  /** {@code HealthCheckGracePeriod}. */
  record GracePeriod(Duration length) implements SettingChange {
    @Override
    public void applyTo(GroupSettings settings) {
      settings.gracePeriod(length);
    }

    @Override
    public String toString() {
      return "grace period %d s".formatted(length.toSeconds());
    }
  }

  /** {@code DefaultInstanceWarmup}. */
  record Warmup(Duration length) implements SettingChange {
    @Override
    public void applyTo(GroupSettings settings) {
      settings.warmup(length);
    }

    @Override
    public String toString() {
      return "warm-up %d s".formatted(length.toSeconds());
    }
  }

  /** {@code TerminationPolicies}, by AWS's names in order. */
  record TerminationPolicies(List<String> names) implements SettingChange {
    /** Copies the list. */
    public TerminationPolicies {
      names = List.copyOf(names);
    }

    @Override
    public void applyTo(GroupSettings settings) {
      settings.terminationPolicies(names);
    }

    @Override
    public String toString() {
      return "termination policies " + String.join(", ", names);
    }
  }

  /** {@code InstanceMaintenancePolicy}. */
  record Maintenance(InstanceMaintenancePolicy policy) implements SettingChange {
    @Override
    public void applyTo(GroupSettings settings) {
      settings.maintenance(policy);
    }

    @Override
    public String toString() {
      return "from %d%% to %d%% healthy"
          .formatted(policy.minHealthyPercentage(), policy.maxHealthyPercentage());
    }
  }
}
