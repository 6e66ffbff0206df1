package io.headroom.cloudformation.launch;

import io.headroom.autoscaling.fleet.InstanceOverride;
import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.fleet.OnDemandAllocationStrategy;
import io.headroom.autoscaling.fleet.SpotAllocationStrategy;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.InstanceTypes;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads a mixed instances policy: the types in order of priority with their weights, and how
 * capacity is divided.
 *
 * <p>Source: AWS CloudFormation, "AWS::AutoScaling::AutoScalingGroup MixedInstancesPolicy". With
 * attributes in place of types, the forty cheapest known types that fit stand for all.
 */
final class MixedInstances {

  private final Launches launches;
  private final Properties group;

  MixedInstances(Launches launches, Properties group) {
    this.launches = launches;
    this.group = group;
  }

  Optional<LaunchSource> read() {
    Properties policy = group.map("MixedInstancesPolicy");
    Properties mix = policy.map("LaunchTemplate");
    Optional<LaunchDraft> base = launches.template(mix.map("LaunchTemplateSpecification"));
    boolean byAttributes =
        mix.maps("Overrides").stream().anyMatch(each -> each.has("InstanceRequirements"));
    Optional<InstancesDistribution> distribution =
        distribution(policy.map("InstancesDistribution"), byAttributes);
    if (base.isEmpty()) {
      return Optional.empty();
    }
    List<InstanceOverride> overrides = overrides(mix, base.get());
    List<String> problems =
        overrides.isEmpty() ? List.of() : MixedInstancesPolicy.problems(overrides);
    problems.forEach(problem -> mix.error("Overrides", problem));
    return overrides.isEmpty() || !problems.isEmpty()
        ? Optional.empty()
        : distribution.map(
            found ->
                new LaunchSource(
                    overrides.get(0).launch(),
                    Optional.of(new MixedInstancesPolicy(overrides, found))));
  }

  private List<InstanceOverride> overrides(Properties mix, LaunchDraft base) {
    List<Properties> given = mix.maps("Overrides");
    if (given.isEmpty()) {
      return base.own().map(InstanceOverride::of).map(List::of).orElse(List.of());
    }
    List<InstanceOverride> overrides = new ArrayList<>();
    given.stream()
        .filter(MixedInstances::isKnown)
        .forEach(override -> overrides.addAll(override(override, base)));
    if (overrides.isEmpty()) {
      mix.error("Overrides", "none of them names an instance type that is known");
    }
    return overrides;
  }

  /** A type that the built-in table lacks is left out, so that the others can be simulated. */
  private static boolean isKnown(Properties override) {
    Optional<String> unknown =
        override.text("InstanceType").filter(type -> InstanceTypes.sized(type).isEmpty());
    unknown.ifPresent(
        type -> override.warning("InstanceType", InstanceTypes.unknown(type) + "; it is left out"));
    return unknown.isEmpty();
  }

  private List<InstanceOverride> override(Properties override, LaunchDraft base) {
    Optional<LaunchDraft> draft =
        override.has("LaunchTemplateSpecification")
            ? launches.template(override.map("LaunchTemplateSpecification"))
            : Optional.of(base);
    OptionalInt weight =
        override.integer("WeightedCapacity").map(OptionalInt::of).orElse(OptionalInt.empty());
    if (draft.isEmpty()) {
      return List.of();
    }
    if (override.has("InstanceRequirements")) {
      return byAttributes(override, draft.get());
    }
    Optional<LaunchConfiguration> launch =
        override.has("InstanceType")
            ? override
                .known("InstanceType")
                .flatMap(type -> draft.get().of(type, override, "InstanceType"))
            : draft.get().own();
    return launch.map(found -> List.of(new InstanceOverride(found, weight))).orElse(List.of());
  }

  /** DesiredCapacityType counts the sizes of the group in vCPUs instead of instances. */
  private List<InstanceOverride> byAttributes(Properties override, LaunchDraft draft) {
    boolean inVcpus =
        group
            .word("DesiredCapacityType", "units", List.of("units", "vcpu", "memory-mib"))
            .equals("vcpu");
    return TypeRequirements.cheapestFirst(override, "InstanceRequirements").stream()
        .limit(MixedInstancesPolicy.MOST_TYPES)
        .map(type -> new InstanceOverride(draft.with(type), weight(type, inVcpus)))
        .toList();
  }

  private static OptionalInt weight(InstanceType type, boolean inVcpus) {
    return inVcpus ? OptionalInt.of(type.vCpus()) : OptionalInt.empty();
  }

  private static Optional<InstancesDistribution> distribution(
      Properties distribution, boolean byAttributes) {
    InstancesDistribution defaults = InstancesDistribution.DEFAULT;
    String order =
        byAttributes
            ? OnDemandAllocationStrategy.LOWEST_PRICE.awsName()
            : defaults.onDemandStrategy().awsName();
    String onDemand =
        distribution.word("OnDemandAllocationStrategy", order, OnDemandAllocationStrategy.names());
    String spot =
        distribution.word(
            "SpotAllocationStrategy",
            defaults.spotStrategy().awsName(),
            SpotAllocationStrategy.names());
    InstancesDistribution read =
        defaults
            .onDemand(
                distribution.integer("OnDemandBaseCapacity", 0, 0, Integer.MAX_VALUE),
                distribution.integer("OnDemandPercentageAboveBaseCapacity", 100, 0, 100))
            .onDemandStrategy(OnDemandAllocationStrategy.named(onDemand).orElseThrow())
            .spotStrategy(SpotAllocationStrategy.named(spot).orElseThrow())
            .spotPools(distribution.integer("SpotInstancePools", defaults.spotPools(), 1, 20));
    Optional<Money> maximum = SpotPrice.read(distribution, "SpotMaxPrice");
    return Optional.of(maximum.map(read::spotMaximum).orElse(read));
  }
}
