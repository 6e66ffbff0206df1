package io.headroom.autoscaling.fleet;

import io.headroom.ec2.Money;
import io.headroom.ec2.PurchaseOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which the pools of one zone are tried (MX4 to MX7, MX16).
 *
 * <p>AWS does not publish when a pool has much spare capacity; here it has at least the {@code
 * deepShare} of that of the deepest pool.
 *
 * @param distribution the strategies and the maximum price
 * @param deepShare the least spare capacity of a deep pool over that of the deepest, in [0, 1]
 */
public record PoolOrder(InstancesDistribution distribution, double deepShare) {

  /**
   * Returns the pools to try, best first; those whose Spot price is above the maximum are left out.
   *
   * @param offers the pools of the zone in order of priority
   */
  public List<PoolOffer> of(PurchaseOption purchase, List<PoolOffer> offers) {
    return purchase == PurchaseOption.ON_DEMAND ? onDemand(offers) : spot(affordable(offers));
  }

  private List<PoolOffer> onDemand(List<PoolOffer> offers) {
    return switch (distribution.onDemandStrategy()) {
      case PRIORITIZED -> offers;
      case LOWEST_PRICE -> byPrice(offers);
    };
  }

  /** MX7: without a maximum, the On-Demand price of the type is the maximum. */
  private List<PoolOffer> affordable(List<PoolOffer> offers) {
    return offers.stream().filter(each -> each.perUnit().compareTo(maximum(each)) <= 0).toList();
  }

  private Money maximum(PoolOffer offer) {
    return distribution.spotMaximum().orElse(offer.override().onDemandPerUnit());
  }

  private List<PoolOffer> spot(List<PoolOffer> offers) {
    return switch (distribution.spotStrategy()) {
      case LOWEST_PRICE -> spread(byPrice(offers));
      case CAPACITY_OPTIMIZED -> bySpare(offers);
      case CAPACITY_OPTIMIZED_PRIORITIZED -> deepFirst(offers, offers);
      case PRICE_CAPACITY_OPTIMIZED -> deepFirst(offers, byPrice(offers));
    };
  }

  /** MX6: evenly over the cheapest pools, then the others from the cheapest on. */
  private List<PoolOffer> spread(List<PoolOffer> byPrice) {
    int pools = Math.min(distribution.spotPools(), byPrice.size());
    List<PoolOffer> order = new ArrayList<>(byPrice.subList(0, pools));
    order.sort(Comparator.comparingInt(PoolOffer::held));
    order.addAll(byPrice.subList(pools, byPrice.size()));
    return order;
  }

  /** The deep pools in the given order, then the others from the deepest on. */
  private List<PoolOffer> deepFirst(List<PoolOffer> offers, List<PoolOffer> wanted) {
    double deepest = offers.stream().mapToDouble(PoolOffer::spare).max().orElse(0);
    double least = deepest * deepShare;
    List<PoolOffer> order =
        new ArrayList<>(wanted.stream().filter(each -> each.spare() >= least).toList());
    bySpare(offers).stream().filter(each -> each.spare() < least).forEach(order::add);
    return order;
  }

  private static List<PoolOffer> byPrice(List<PoolOffer> offers) {
    return sorted(offers, Comparator.comparing(PoolOffer::perUnit));
  }

  private static List<PoolOffer> bySpare(List<PoolOffer> offers) {
    return sorted(offers, Comparator.comparingDouble(PoolOffer::spare).reversed());
  }

  private static List<PoolOffer> sorted(List<PoolOffer> offers, Comparator<PoolOffer> order) {
    return offers.stream().sorted(order).toList();
  }
}
