package io.headroom.autoscaling.fleet;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.InstanceType;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.Money;
import io.headroom.ec2.PurchaseOption;
import io.headroom.testing.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolOrderTest {
  private static final PoolOffer BIG = offer("m5.xlarge", 2, "0.060", 30);
  private static final PoolOffer CHEAP = offer("m5.large", 1, "0.020", 100);
  private static final PoolOffer DEEP = offer("c5.large", 1, "0.030", 400);
  private static final PoolOffer DEAR = offer("r5.large", 1, "0.050", 250);
  private static final List<PoolOffer> OFFERS = List.of(BIG, CHEAP, DEEP, DEAR);

  private static PoolOffer offer(String type, int weight, String price, double spare) {
    return offer(type, weight, price, spare, 0);
  }

  private static PoolOffer offer(String type, int weight, String price, double spare, int held) {
    InstanceOverride override =
        InstanceOverride.of(
            LaunchConfiguration.of(
                "lt", LaunchConfiguration.Source.LAUNCH_TEMPLATE, InstanceType.of(type)),
            weight);
    return new PoolOffer(override, override.perUnit(Money.usd(price)), spare, held);
  }

  private static List<String> spot(InstancesDistribution distribution, List<PoolOffer> offers) {
    return names(new PoolOrder(distribution, 0.5).of(PurchaseOption.SPOT, offers));
  }

  private static List<String> names(List<PoolOffer> offers) {
    return offers.stream().map(offer -> offer.override().launch().type().name()).toList();
  }

  private static InstancesDistribution by(SpotAllocationStrategy strategy) {
    return InstancesDistribution.DEFAULT.spotStrategy(strategy);
  }

  @Test
  @Rule("autoscaling MX4")
  void onDemand_goesByPriority_orByPriceOfAUnit() {
    InstancesDistribution cheapest =
        InstancesDistribution.DEFAULT.onDemandStrategy(OnDemandAllocationStrategy.LOWEST_PRICE);
    PurchaseOption onDemand = PurchaseOption.ON_DEMAND;
    assertThat(names(new PoolOrder(InstancesDistribution.DEFAULT, 0.5).of(onDemand, OFFERS)))
        .containsExactly("m5.xlarge", "m5.large", "c5.large", "r5.large")
        .inOrder();
    assertThat(names(new PoolOrder(cheapest, 0.5).of(onDemand, OFFERS)))
        .containsExactly("m5.large", "m5.xlarge", "c5.large", "r5.large")
        .inOrder();
  }

  @Test
  @Rule("autoscaling MX6")
  void lowestPrice_takesTheLeastHeldOfTheCheapestPools_thenTheOthers() {
    List<PoolOffer> held = List.of(offer("m5.large", 1, "0.020", 100, 3), DEEP, DEAR);
    assertThat(spot(by(SpotAllocationStrategy.LOWEST_PRICE), held))
        .containsExactly("c5.large", "m5.large", "r5.large")
        .inOrder();
    assertThat(spot(by(SpotAllocationStrategy.LOWEST_PRICE).spotPools(1), held))
        .containsExactly("m5.large", "c5.large", "r5.large")
        .inOrder();
  }

  @Test
  @Rule("autoscaling MX5")
  void capacityOptimized_takesTheDeepestPool() {
    assertThat(spot(by(SpotAllocationStrategy.CAPACITY_OPTIMIZED), OFFERS))
        .containsExactly("c5.large", "r5.large", "m5.large", "m5.xlarge")
        .inOrder();
  }

  @Test
  @Rule("autoscaling MX5")
  void priceCapacityOptimized_takesTheCheapestOfTheDeepPools() {
    List<PoolOffer> offers = List.of(CHEAP, DEAR, DEEP);
    assertThat(spot(by(SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED), offers))
        .containsExactly("c5.large", "r5.large", "m5.large")
        .inOrder();
  }

  @Test
  @Rule("autoscaling MX5")
  void capacityOptimizedPrioritized_takesTheFirstOfTheDeepPools() {
    List<PoolOffer> offers = List.of(CHEAP, DEAR, DEEP);
    assertThat(spot(by(SpotAllocationStrategy.CAPACITY_OPTIMIZED_PRIORITIZED), offers))
        .containsExactly("r5.large", "c5.large", "m5.large")
        .inOrder();
  }

  @Test
  @Rule("autoscaling MX7")
  void spotAboveTheMaximumOfAUnit_isNotTried() {
    InstancesDistribution poor =
        by(SpotAllocationStrategy.LOWEST_PRICE).spotMaximum(Money.usd("0.03"));
    assertThat(spot(poor, OFFERS)).containsExactly("m5.large", "m5.xlarge", "c5.large");
    PoolOffer aboveOnDemand = offer("m5.large", 1, "0.097", 1);
    assertThat(spot(InstancesDistribution.DEFAULT, List.of(aboveOnDemand))).isEmpty();
  }
}
