package io.headroom.autoscaling.fleet;

import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.PurchaseOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A group's choice among several instance types and ways to buy them.
 *
 * <p>"MixedInstancesPolicy", Amazon EC2 Auto Scaling API Reference. Overrides are in order of
 * priority.
 *
 * @param overrides the types, at least one, at most 40
 * @param distribution how capacity is divided and pools are chosen
 */
public record MixedInstancesPolicy(
    List<InstanceOverride> overrides, InstancesDistribution distribution) {
  /** How many types a group may have (MX8). */
  public static final int MOST_TYPES = 40;

  private static final int MOST_TEMPLATES = 20;
  private static final int MOST_WEIGHT = 999;

  /**
   * Copies the list and checks the limits.
   *
   * @throws IllegalArgumentException naming everything that AWS would refuse
   */
  public MixedInstancesPolicy {
    overrides = List.copyOf(overrides);
    List<String> problems = new ArrayList<>(problems(overrides));
    problems.addAll(distribution.problems());
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("mixed instances policy: " + String.join("; ", problems));
    }
  }

  /** Returns what AWS would refuse about overrides; empty when all is well (MX8, MX10, LT5). */
  public static List<String> problems(List<InstanceOverride> overrides) {
    List<String> problems = new ArrayList<>();
    if (overrides.isEmpty()) {
      problems.add("at least one instance type is needed");
    }
    if (overrides.size() > MOST_TYPES) {
      problems.add("at most 40 instance types are allowed, found " + overrides.size());
    }
    Set<String> templates = new HashSet<>();
    Set<String> types = new HashSet<>();
    for (InstanceOverride override : overrides) {
      templates.add(override.launch().name());
      String type = override.launch().type().name();
      if (!types.add(type)) {
        problems.add("instance type " + type + " is there twice");
      }
      if (override.launch().purchase() == PurchaseOption.SPOT) {
        problems.add("a launch template that requests Spot cannot be used: " + type);
      }
    }
    if (templates.size() > MOST_TEMPLATES) {
      problems.add("at most 20 launch templates are allowed, found " + templates.size());
    }
    problems.addAll(weightProblems(overrides));
    return problems;
  }

  private static List<String> weightProblems(List<InstanceOverride> overrides) {
    List<String> problems = new ArrayList<>();
    long weighted = overrides.stream().filter(each -> each.weight().isPresent()).count();
    if (weighted > 0 && weighted < overrides.size()) {
      problems.add("WeightedCapacity must be given for all instance types or for none");
    }
    for (InstanceOverride override : overrides) {
      if (override.units() < 1 || override.units() > MOST_WEIGHT) {
        problems.add(
            "WeightedCapacity of %s must be from 1 to 999, was %d"
                .formatted(override.launch().type(), override.units()));
      }
    }
    return problems;
  }

  /** Returns whether instances have weights, so that sizes are in units. */
  public boolean isWeighted() {
    return overrides.get(0).weight().isPresent();
  }

  /** Returns the largest weight, 1 without weights. */
  public int largestWeight() {
    return overrides.stream().mapToInt(InstanceOverride::units).max().orElse(1);
  }

  /** Returns a copy with every launch changed the same way, such as to another boot time. */
  public MixedInstancesPolicy launches(UnaryOperator<LaunchConfiguration> change) {
    return new MixedInstancesPolicy(
        overrides.stream().map(each -> each.launch(change.apply(each.launch()))).toList(),
        distribution);
  }

  /** Returns a copy with another division and choice of pools. */
  public MixedInstancesPolicy distribution(InstancesDistribution newDistribution) {
    return new MixedInstancesPolicy(overrides, newDistribution);
  }
}
