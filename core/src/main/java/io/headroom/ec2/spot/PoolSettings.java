package io.headroom.ec2.spot;

import io.headroom.ec2.InstanceType;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is special about some Spot pools. Of several that fit a pool, each value is taken from the
 * first that has it.
 *
 * @param type the instance type; empty for every type
 * @param zone the zone; empty for every zone
 * @param share the mean Spot price over the On-Demand price, in (0, 1]
 * @param monthly the probability that an instance is interrupted within a month, in [0, 1)
 * @param capacity how many Spot instances the pool can give to this account, at least 0
 */
public record PoolSettings(
    Optional<String> type,
    Optional<String> zone,
    OptionalDouble share,
    OptionalDouble monthly,
    OptionalInt capacity) {
  /** Checks the numbers. */
  public PoolSettings {
    share.ifPresent(PriceModel.DEFAULT::share);
    monthly.ifPresent(InterruptionModel.DEFAULT::monthly);
    if (capacity.isPresent() && capacity.getAsInt() < 0) {
      throw new IllegalArgumentException(
          "capacity must not be negative, was " + capacity.getAsInt());
    }
  }

  boolean fits(InstanceType other, String otherZone) {
    return type.map(other.name()::equals).orElse(true) && zone.map(otherZone::equals).orElse(true);
  }
}
