package io.headroom.ec2;

import io.headroom.ec2.LaunchOutcome.Refused;
import java.util.Optional;

/**
 * What EC2 has to sell in one run: whether a launch finds capacity, and what Spot costs.
 *
 * <p>A pool is an instance type in a zone. Not thread-safe.
 */
public interface InstanceMarket {
  /** Capacity without limit, Spot at the On-Demand price, and no interruption. */
  InstanceMarket UNLIMITED = new InstanceMarket() {};

  /** Returns why an instance cannot be had now; empty when it can. */
  default Optional<Refused> refusal(LaunchConfiguration configuration, String zone) {
    return Optional.empty();
  }

  /** Returns the Spot price of an hour in a pool now; nothing when the type has no price. */
  default Money spotPrice(InstanceType type, String zone) {
    return type.usdPerHour().orElse(Money.ZERO);
  }

  /**
   * Returns the spare Spot capacity of a pool, in a measure that orders pools; 0 while instances of
   * it are called back.
   */
  default double spareCapacity(InstanceType type, String zone) {
    return 1;
  }

  /**
   * Returns from which share of the spare capacity of the deepest pool on a pool counts as deep;
   * AWS does not publish it.
   */
  default double deepShare() {
    return 0.5;
  }

  /** Learns of an instance that was launched. */
  default void launched(Instance instance) {}

  /** Learns that an instance gives its capacity back. */
  default void released(Instance instance) {}
}
