package io.headroom.autoscaling.fleet;

import io.headroom.ec2.InstanceType;
import io.headroom.ec2.LaunchConfiguration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What becomes of the mixed instances policy of a group; what is empty is kept.
 *
 * @param types the instance types in order of priority; a group without a policy has its one type
 * @param onDemandBase OnDemandBaseCapacity
 * @param onDemandPercentage OnDemandPercentageAboveBaseCapacity
 * @param weights WeightedCapacity by name of the type
 */
public record MixedChange(
    Optional<List<InstanceType>> types,
    OptionalInt onDemandBase,
    OptionalInt onDemandPercentage,
    Map<String, Integer> weights) {
  /** Copies the collections. */
  public MixedChange {
    types = types.map(List::copyOf);
    weights = Map.copyOf(weights);
  }

  /** Returns a change of the On-Demand base and of the percentage above it. */
  public static MixedChange onDemand(int base, int percentageAboveBase) {
    return new MixedChange(
        Optional.empty(), OptionalInt.of(base), OptionalInt.of(percentageAboveBase), Map.of());
  }

  /**
   * Returns the policy that a group has afterwards.
   *
   * @param plain what a group without a policy launches
   * @param before its policy, if it has one
   * @throws IllegalArgumentException naming everything that AWS would refuse
   */
  public MixedInstancesPolicy applyTo(
      LaunchConfiguration plain, Optional<MixedInstancesPolicy> before) {
    List<InstanceOverride> known =
        before
            .map(MixedInstancesPolicy::overrides)
            .orElseGet(() -> List.of(InstanceOverride.of(plain)));
    List<InstanceType> newTypes =
        types.orElseGet(() -> known.stream().map(each -> each.launch().type()).toList());
    InstancesDistribution distribution =
        before.map(MixedInstancesPolicy::distribution).orElse(InstancesDistribution.DEFAULT);
    return new MixedInstancesPolicy(
        newTypes.stream().map(type -> override(type, plain, known)).toList(),
        distribution.onDemand(
            onDemandBase.orElse(distribution.onDemandBase()),
            onDemandPercentage.orElse(distribution.onDemandPercentage())));
  }

  private InstanceOverride override(
      InstanceType type, LaunchConfiguration plain, List<InstanceOverride> known) {
    InstanceOverride old =
        known.stream()
            .filter(each -> each.launch().type().name().equals(type.name()))
            .findFirst()
            .orElseGet(() -> InstanceOverride.of(plain.type(type)));
    Integer weight = weights.get(type.name());
    return weight == null ? old : InstanceOverride.of(old.launch(), weight);
  }

  @Override
  public String toString() {
    Map<String, Object> given = new TreeMap<>();
    types.ifPresent(each -> given.put("types", each));
    onDemandBase.ifPresent(each -> given.put("OnDemandBaseCapacity", each));
    onDemandPercentage.ifPresent(
        each -> given.put("OnDemandPercentageAboveBaseCapacity", each + "%"));
    if (!weights.isEmpty()) {
      given.put("weights", new TreeMap<>(weights));
    }
    return given.toString();
  }
}
