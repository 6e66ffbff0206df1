package io.headroom.autoscaling;

import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import io.headroom.autoscaling.replacement.MaximumLifetime;
import io.headroom.autoscaling.termination.CustomTermination;
import java.util.Optional;

/**
 * The settings of a group about what it buys and how it replaces instances.
 *
 * @param mixed the instance types and ways to buy them; empty for the one launch configuration
 * @param distribution what happens when a zone would not launch; default balanced-best-effort
 * @param capacityRebalance whether Spot instances at risk are replaced ahead; default off
 * @param maximumLifetime how old instances may become; empty for any age
 * @param maintenance the limits while instances are replaced; empty for AWS's behaviour without
 * @param termination the Lambda function that is the first termination policy; empty for none
 * @param impairedZones whether zonal shifts are allowed, and which health checks count then
 */
public record FleetSettings(
    Optional<MixedInstancesPolicy> mixed,
    ZoneDistribution distribution,
    CapacityRebalance capacityRebalance,
    Optional<MaximumLifetime> maximumLifetime,
    Optional<InstanceMaintenancePolicy> maintenance,
    Optional<CustomTermination> termination,
    ImpairedZones impairedZones) {
  /** The defaults of the API: one launch configuration, and nothing of all this. */
  public static final FleetSettings NONE =
      new FleetSettings(
          Optional.empty(),
          ZoneDistribution.BALANCED_BEST_EFFORT,
          CapacityRebalance.OFF,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          ImpairedZones.NO_SHIFT);

  /** {@code AvailabilityZoneImpairmentPolicy} (AZ17). */
  public enum ImpairedZones {
    /** {@code ZonalShiftEnabled} is false; the default. */
    NO_SHIFT,
    /** Unhealthy instances of a zone that is shifted away from are replaced in other zones. */
    REPLACE_UNHEALTHY,
    /** They stay until the shift is over. */
    IGNORE_UNHEALTHY
  }

  /** {@code AvailabilityZoneDistribution} (AZ5). */
  public enum ZoneDistribution {
    /** Another zone takes what a zone would not launch. */
    BALANCED_BEST_EFFORT,
    /** The group stays short until the zone launches again. */
    BALANCED_ONLY
  }

  /** {@code CapacityRebalance}. */
  public enum CapacityRebalance {
    /** A Spot instance is replaced ahead, at a rebalance recommendation. */
    ON,
    /** It is replaced after it was interrupted; the default. */
    OFF
  }

  /** Returns a copy that buys several types. */
  public FleetSettings mixed(MixedInstancesPolicy newMixed) {
    return new FleetSettings(
        Optional.of(newMixed),
        distribution,
        capacityRebalance,
        maximumLifetime,
        maintenance,
        termination,
        impairedZones);
  }

  /** Returns a copy that does something else when a zone would not launch. */
  public FleetSettings distribution(ZoneDistribution newDistribution) {
    return new FleetSettings(
        mixed,
        newDistribution,
        capacityRebalance,
        maximumLifetime,
        maintenance,
        termination,
        impairedZones);
  }

  /** Returns a copy that replaces Spot instances at risk, or not. */
  public FleetSettings capacityRebalance(CapacityRebalance newCapacityRebalance) {
    return new FleetSettings(
        mixed,
        distribution,
        newCapacityRebalance,
        maximumLifetime,
        maintenance,
        termination,
        impairedZones);
  }

  /** Returns a copy with a maximum age of instances. */
  public FleetSettings maximumLifetime(MaximumLifetime newMaximumLifetime) {
    return new FleetSettings(
        mixed,
        distribution,
        capacityRebalance,
        Optional.of(newMaximumLifetime),
        maintenance,
        termination,
        impairedZones);
  }

  /** Returns a copy with limits while instances are replaced. */
  public FleetSettings maintenance(InstanceMaintenancePolicy newMaintenance) {
    return new FleetSettings(
        mixed,
        distribution,
        capacityRebalance,
        maximumLifetime,
        Optional.of(newMaintenance),
        termination,
        impairedZones);
  }

  /** Returns a copy that has a Lambda function for its first termination policy. */
  public FleetSettings termination(CustomTermination newTermination) {
    return new FleetSettings(
        mixed,
        distribution,
        capacityRebalance,
        maximumLifetime,
        maintenance,
        Optional.of(newTermination),
        impairedZones);
  }

  /** Returns a copy with another policy about impaired zones. */
  public FleetSettings impairedZones(ImpairedZones newImpairedZones) {
    return new FleetSettings(
        mixed,
        distribution,
        capacityRebalance,
        maximumLifetime,
        maintenance,
        termination,
        newImpairedZones);
  }
}
