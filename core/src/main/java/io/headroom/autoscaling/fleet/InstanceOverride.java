package io.headroom.autoscaling.fleet;

import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.Money;
import java.util.OptionalInt;

/**
 * One type that a mixed group may launch.
 *
 * <p>"LaunchTemplateOverrides", Amazon EC2 Auto Scaling API Reference.
 *
 * @param launch what is launched, with the type and template of the override
 * @param weight WeightedCapacity: how many units an instance counts, 1 to 999; empty for one
 */
public record InstanceOverride(LaunchConfiguration launch, OptionalInt weight) {

  /** Returns an override without weight. */
  public static InstanceOverride of(LaunchConfiguration launch) {
    return new InstanceOverride(launch, OptionalInt.empty());
  }

  /** Returns an override with a weight. */
  public static InstanceOverride of(LaunchConfiguration launch, int weight) {
    return new InstanceOverride(launch, OptionalInt.of(weight));
  }

  /** Returns how many units an instance counts. */
  public int units() {
    return weight.orElse(1);
  }

  /** Returns the price of a unit for a price of the instance (MX16), rounded to a nano-dollar. */
  public Money perUnit(Money price) {
    return price.times(1, units());
  }

  /** Returns the On-Demand price of an hour of a unit; nothing when the type has no price. */
  public Money onDemandPerUnit() {
    return perUnit(launch.type().usdPerHour().orElse(Money.ZERO));
  }

  /** Returns a copy that launches something else. */
  public InstanceOverride launch(LaunchConfiguration newLaunch) {
    return new InstanceOverride(newLaunch, weight);
  }
}
