package io.headroom.autoscaling.fleet;

import io.headroom.ec2.PurchaseOption;

/**
 * How the capacity of a mixed group is divided between On-Demand and Spot, in units (MX1 to MX3).
 *
 * <p>"Auto Scaling groups with multiple instance types and purchase options", section "Instances
 * distribution", Amazon EC2 Auto Scaling User Guide: fractions are rounded up for On-Demand.
 *
 * @param base On-Demand units of the base, which is filled first
 * @param onDemandAbove On-Demand units above the base
 * @param spot Spot units
 */
public record PurchaseSplit(int base, int onDemandAbove, int spot) {

  /** Divides so many units. */
  static PurchaseSplit of(int total, int onDemandBase, int percentageAboveBase) {
    int base = Math.min(total, onDemandBase);
    int above = total - base;
    int onDemandAbove = (int) ((above * (long) percentageAboveBase + 99) / 100);
    return new PurchaseSplit(base, onDemandAbove, above - onDemandAbove);
  }

  /** Returns all On-Demand units. */
  public int onDemand() {
    return base + onDemandAbove;
  }

  /** Returns the units bought one way. */
  public int units(PurchaseOption purchase) {
    return purchase == PurchaseOption.SPOT ? spot : onDemand();
  }

  /**
   * Returns what the next launch is bought as: On-Demand until its share is filled.
   *
   * @param onDemandUnits the On-Demand units that are there or on their way
   */
  public PurchaseOption next(int onDemandUnits) {
    return onDemandUnits < onDemand() ? PurchaseOption.ON_DEMAND : PurchaseOption.SPOT;
  }

  /**
   * Returns which option loses an instance when this is the split after it: the one that exceeds
   * its share by more; Spot when both exceed it equally (11.3.1, 11.3.4).
   *
   * @param onDemandUnits the On-Demand units before
   * @param spotUnits the Spot units before
   */
  public PurchaseOption loser(int onDemandUnits, int spotUnits) {
    int onDemandOver = onDemandUnits - onDemand();
    int spotOver = spotUnits - spot;
    if (spotUnits == 0) {
      return PurchaseOption.ON_DEMAND;
    }
    return onDemandUnits > 0 && onDemandOver > spotOver
        ? PurchaseOption.ON_DEMAND
        : PurchaseOption.SPOT;
  }
}
