package io.headroom.ec2.spot;

import java.time.Duration;
import java.util.Optional;

/**
 * An event in which pools call Spot instances back.
 *
 * @param type the instance type; empty for every type
 * @param zone the zone; empty for every zone
 * @param share the share of the instances of each pool, in (0, 1]
 * @param lead how long before the notice a rebalance recommendation comes; zero for together
 */
public record SpotCall(Optional<String> type, Optional<String> zone, double share, Duration lead) {
  /** Checks the numbers. */
  public SpotCall {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share must be in (0, 1], was " + share);
    }
    if (lead.isNegative()) {
      throw new IllegalArgumentException("lead must not be negative, was " + lead);
    }
  }

  boolean fits(String otherType, String otherZone) {
    return type.map(otherType::equals).orElse(true) && zone.map(otherZone::equals).orElse(true);
  }
}
