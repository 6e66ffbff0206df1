package io.headroom.cloudformation.launch;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.ec2.InstanceTypes;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.PurchaseOption;
import java.util.List;
import java.util.Optional;

/**
 * Reads a mixed instances policy. Groups of one type bought On-Demand are what this version
 * simulates, so the first override that names a known type stands for all.
 */
final class MixedInstances {

  private final Launches launches;

  MixedInstances(Launches launches) {
    this.launches = launches;
  }

  Optional<LaunchConfiguration> choose(Properties policy) {
    Properties mix = policy.map("LaunchTemplate");
    policy.unsupportedIfPresent(
        "InstancesDistribution", "all instances are of one type and On-Demand");
    List<Properties> overrides = mix.maps("Overrides");
    overrides.forEach(
        each -> each.unsupportedIfPresent("WeightedCapacity", "every instance counts as one"));
    Optional<LaunchDraft> draft = launches.template(mix.map("LaunchTemplateSpecification"));
    Optional<LaunchConfiguration> chosen =
        draft
            .flatMap(base -> first(base, overrides).or(base::own))
            .map(launch -> launch.purchase(PurchaseOption.ON_DEMAND));
    chosen.ifPresent(
        launch ->
            mix.warning(
                "Overrides",
                "mixed instances are simulated as %s, On-Demand".formatted(launch.type())));
    return chosen;
  }

  private static Optional<LaunchConfiguration> first(LaunchDraft base, List<Properties> overrides) {
    for (Properties override : overrides) {
      Optional<String> type = override.text("InstanceType");
      if (type.flatMap(InstanceTypes::sized).isPresent()) {
        return base.of(type.get(), override, "InstanceType");
      }
      if (override.has("InstanceRequirements")) {
        return TypeRequirements.cheapest(override, "InstanceRequirements").map(base::with);
      }
    }
    return Optional.empty();
  }
}
