package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.FleetSettings;
import io.headroom.autoscaling.FleetSettings.CapacityRebalance;
import io.headroom.autoscaling.FleetSettings.ImpairedZones;
import io.headroom.autoscaling.FleetSettings.ZoneDistribution;
import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.refusal.GroupRefusals;
import io.headroom.autoscaling.refusal.RefreshRefusals;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import io.headroom.autoscaling.replacement.MaximumLifetime;
import io.headroom.cloudformation.launch.LaunchSource;
import io.headroom.cloudformation.resources.Properties;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads what a group says about types, Spot, zones, and the replacement of instances. */
final class Fleets {

  private Fleets() {}

  static FleetSettings read(Properties group, Optional<LaunchSource> launch) {
    Optional<MixedInstancesPolicy> mixed = launch.flatMap(LaunchSource::mixed);
    return new FleetSettings(
        mixed,
        distribution(group),
        rebalance(group),
        lifetime(group),
        maintenance(group),
        Optional.empty(),
        impairedZones(group));
  }

  private static ImpairedZones impairedZones(Properties group) {
    if (!group.has("AvailabilityZoneImpairmentPolicy")) {
      return ImpairedZones.NO_SHIFT;
    }
    Properties policy = group.map("AvailabilityZoneImpairmentPolicy");
    boolean enabled = policy.flag("ZonalShiftEnabled", false);
    String behavior =
        policy.word(
            "ImpairedZoneHealthCheckBehavior",
            "ReplaceUnhealthy",
            List.of("ReplaceUnhealthy", "IgnoreUnhealthy"));
    if (!enabled) {
      return ImpairedZones.NO_SHIFT;
    }
    return behavior.equals("IgnoreUnhealthy")
        ? ImpairedZones.IGNORE_UNHEALTHY
        : ImpairedZones.REPLACE_UNHEALTHY;
  }

  private static ZoneDistribution distribution(Properties group) {
    if (!group.has("AvailabilityZoneDistribution")) {
      return ZoneDistribution.BALANCED_BEST_EFFORT;
    }
    String strategy =
        group
            .map("AvailabilityZoneDistribution")
            .word(
                "CapacityDistributionStrategy",
                "balanced-best-effort",
                List.of("balanced-best-effort", "balanced-only"));
    return strategy.equals("balanced-only")
        ? ZoneDistribution.BALANCED_ONLY
        : ZoneDistribution.BALANCED_BEST_EFFORT;
  }

  private static CapacityRebalance rebalance(Properties group) {
    return group.flag("CapacityRebalance", false) ? CapacityRebalance.ON : CapacityRebalance.OFF;
  }

  private static Optional<MaximumLifetime> lifetime(Properties group) {
    Optional<Integer> seconds = group.integer("MaxInstanceLifetime").filter(value -> value != 0);
    seconds
        .flatMap(GroupRefusals::maximumLifetime)
        .ifPresent(refusal -> group.error(refusal.property(), refusal.text()));
    return seconds
        .filter(value -> MaximumLifetime.problems(value).isEmpty())
        .map(value -> new MaximumLifetime(Duration.ofSeconds(value)));
  }

  /** AWS wants both percentages; -1 for both takes a policy back. */
  private static Optional<InstanceMaintenancePolicy> maintenance(Properties group) {
    if (!group.has("InstanceMaintenancePolicy")) {
      return Optional.empty();
    }
    Properties policy = group.map("InstanceMaintenancePolicy");
    Optional<Integer> least = policy.integer("MinHealthyPercentage");
    Optional<Integer> most = policy.integer("MaxHealthyPercentage");
    boolean none = least.filter(v -> v == -1).isPresent() && most.filter(v -> v == -1).isPresent();
    if (none) {
      return Optional.empty();
    }
    List<String> problems =
        least.isPresent() && most.isPresent()
            ? InstanceMaintenancePolicy.problems(least.get(), most.get())
            : List.of("both MinHealthyPercentage and MaxHealthyPercentage are needed");
    problems.forEach(
        problem ->
            group.error("InstanceMaintenancePolicy", RefreshRefusals.maintenance(problem).text()));
    return problems.isEmpty()
        ? Optional.of(new InstanceMaintenancePolicy(least.orElseThrow(), most.orElseThrow()))
        : Optional.empty();
  }
}
