package io.headroom.ec2.spot;

import io.headroom.ec2.InstanceType;
import io.headroom.ec2.PurchaseOption;
import java.util.Optional;

/**
 * A limit on what can be launched: fewer instances than the account may want.
 *
 * @param type the instance type; empty for every type
 * @param zone the zone; empty for every zone
 * @param purchase how it is bought; empty for both ways
 * @param instances how many the account may have in one pool; 0 refuses every launch
 */
public record CapacityShortage(
    Optional<String> type,
    Optional<String> zone,
    Optional<PurchaseOption> purchase,
    int instances) {
  /** Checks the number. */
  public CapacityShortage {
    if (instances < 0) {
      throw new IllegalArgumentException("instances must not be negative, was " + instances);
    }
  }

  boolean holdsFor(InstanceType wanted, String wantedZone, PurchaseOption wantedPurchase) {
    return type.map(wanted.name()::equals).orElse(true)
        && zone.map(wantedZone::equals).orElse(true)
        && purchase.map(wantedPurchase::equals).orElse(true);
  }
}
