package io.headroom.autoscaling.fleet;

import io.headroom.ec2.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a mixed group divides its capacity and chooses pools.
 *
 * <p>"InstancesDistribution", Amazon EC2 Auto Scaling API Reference.
 *
 * @param onDemandBase OnDemandBaseCapacity in units, filled first; default 0
 * @param onDemandPercentage OnDemandPercentageAboveBaseCapacity in percent; default 100
 * @param onDemandStrategy the order of On-Demand types; default prioritized
 * @param spotStrategy the order of Spot pools; default lowest-price
 * @param spotPools SpotInstancePools, 1 to 20, only for lowest-price; default 2
 * @param spotMaximum SpotMaxPrice of a unit and hour, at least $0.001; empty for the On-Demand
 *     price
 */
public record InstancesDistribution(
    int onDemandBase,
    int onDemandPercentage,
    OnDemandAllocationStrategy onDemandStrategy,
    SpotAllocationStrategy spotStrategy,
    int spotPools,
    Optional<Money> spotMaximum) {

  /** The defaults of the API. */
  public static final InstancesDistribution DEFAULT =
      new InstancesDistribution(
          0,
          100,
          OnDemandAllocationStrategy.PRIORITIZED,
          SpotAllocationStrategy.LOWEST_PRICE,
          2,
          Optional.empty());

  private static final Money LEAST_PRICE = Money.usd("0.001");
  private static final int MOST_POOLS = 20;

  /** Returns a copy with another On-Demand base and percentage above it. */
  public InstancesDistribution onDemand(int base, int percentageAboveBase) {
    return new InstancesDistribution(
        base, percentageAboveBase, onDemandStrategy, spotStrategy, spotPools, spotMaximum);
  }

  /** Returns a copy with another order of On-Demand types. */
  public InstancesDistribution onDemandStrategy(OnDemandAllocationStrategy strategy) {
    return new InstancesDistribution(
        onDemandBase, onDemandPercentage, strategy, spotStrategy, spotPools, spotMaximum);
  }

  /** Returns a copy with another order of Spot pools. */
  public InstancesDistribution spotStrategy(SpotAllocationStrategy strategy) {
    return new InstancesDistribution(
        onDemandBase, onDemandPercentage, onDemandStrategy, strategy, spotPools, spotMaximum);
  }

  /** Returns a copy that spreads Spot over another number of pools in each zone. */
  public InstancesDistribution spotPools(int pools) {
    return new InstancesDistribution(
        onDemandBase, onDemandPercentage, onDemandStrategy, spotStrategy, pools, spotMaximum);
  }

  /** Returns a copy with a maximum Spot price of a unit and hour. */
  public InstancesDistribution spotMaximum(Money price) {
    return new InstancesDistribution(
        onDemandBase,
        onDemandPercentage,
        onDemandStrategy,
        spotStrategy,
        spotPools,
        Optional.of(price));
  }

  /** Returns how so many units are divided. */
  public PurchaseSplit split(int units) {
    return PurchaseSplit.of(units, onDemandBase, onDemandPercentage);
  }

  /** Returns what AWS would refuse; empty when all is well. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (onDemandBase < 0) {
      problems.add("OnDemandBaseCapacity must not be negative, was " + onDemandBase);
    }
    if (onDemandPercentage < 0 || onDemandPercentage > 100) {
      problems.add(
          "OnDemandPercentageAboveBaseCapacity must be from 0 to 100, was " + onDemandPercentage);
    }
    if (spotPools < 1 || spotPools > MOST_POOLS) {
      problems.add("SpotInstancePools must be from 1 to 20, was " + spotPools);
    }
    spotMaximum
        .filter(price -> price.compareTo(LEAST_PRICE) < 0)
        .ifPresent(price -> problems.add("SpotMaxPrice must be at least $0.001, was " + price));
    return problems;
  }
}
