package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.FleetFixture.buying;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.fleet.InstanceOverride;
import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.fleet.SpotAllocationStrategy;
import io.headroom.ec2.PurchaseOption;
import io.headroom.ec2.spot.CapacityShortage;
import io.headroom.testing.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Groups of several types and ways to buy, live. */
class MixedGroupTest {
  private static final InstancesDistribution HALF_SPOT =
      InstancesDistribution.DEFAULT.onDemand(2, 50);

  private static AutoScalingGroupSpec.Builder group(FleetSettings fleet) {
    return web().min(0).max(20).desired(6).fleet(fleet);
  }

  private static ScriptedPolicy to(long second, int capacity) {
    return ScriptedPolicy.of("to " + capacity, Pacing.IMMEDIATE).at(second, capacity);
  }

  @Test
  @Rule("autoscaling MX1")
  @Rule("autoscaling MX3")
  @Rule("autoscaling MX9")
  void group_launchesTheBase_thenTheShares_inLevelZones() {
    FleetFixture run =
        new FleetFixture(Timings.immediate())
            .start(group(buying(HALF_SPOT, "c5.large", "m5.large")).policies(List.of(to(60, 10))));
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 4L, "c5.large/SPOT", 2L);
    run.runTo(200);
    assertThat(run.bought())
        .containsExactly("c5.large/ON_DEMAND", 6L, "c5.large/SPOT", 2L, "m5.large/SPOT", 2L);
    assertThat(run.zones()).containsExactly("a", 5L, "b", 5L);
  }

  /** Two of the base, and half of three above it: two more, not one. */
  @Test
  @Rule("autoscaling MX3")
  @Rule("autoscaling 33.10")
  void halfOfAnOddNumber_isRoundedUpForOnDemand() {
    FleetFixture run =
        new FleetFixture(Timings.immediate())
            .start(
                group(buying(HALF_SPOT, "c5.large"))
                    .desired(2)
                    .policies(List.of(to(60, 3), to(120, 4), to(180, 5))));
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 2L);
    run.runTo(119);
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 3L);
    run.runTo(179);
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 3L, "c5.large/SPOT", 1L);
    run.runTo(239);
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 4L, "c5.large/SPOT", 1L);
  }

  @Test
  @Rule("autoscaling LF4")
  void poolWithoutCapacity_isPassedOver_inTheSameZone() {
    FleetFixture run =
        new FleetFixture(Timings.immediate())
            .start(
                group(buying(InstancesDistribution.DEFAULT, "c5.large", "m5.large"))
                    .policies(List.of(to(60, 8))));
    run.market.begin(FleetFixture.none("c5.large", "a", PurchaseOption.ON_DEMAND));
    run.runTo(200);
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 7L, "m5.large/ON_DEMAND", 1L);
    assertThat(run.zones()).containsExactly("a", 4L, "b", 4L);
    assertThat(run.run.newest("purchase").obstacles())
        .containsExactly(Obstacle.INSUFFICIENT_CAPACITY);
  }

  @Test
  @Rule("autoscaling LF4")
  @Rule("autoscaling AZ5")
  void zoneWithoutAnyPool_leavesTheLaunchToTheOthers_orWaitsWhenBalancedOnly() {
    FleetSettings fleet = buying(InstancesDistribution.DEFAULT, "c5.large");
    FleetFixture effort = shortOf("a", fleet);
    assertThat(effort.zones()).containsExactly("a", 3L, "b", 5L);
    FleetFixture strict =
        shortOf("a", fleet.distribution(FleetSettings.ZoneDistribution.BALANCED_ONLY));
    assertThat(strict.run.inService()).isLessThan(8);
    assertThat(strict.run.newest("launch").obstacles()).contains(Obstacle.INSUFFICIENT_CAPACITY);
  }

  private static FleetFixture shortOf(String zone, FleetSettings fleet) {
    FleetFixture run =
        new FleetFixture(Timings.immediate()).start(group(fleet).policies(List.of(to(30, 8))));
    run.market.begin(FleetFixture.none("c5.large", zone, PurchaseOption.ON_DEMAND));
    return run.runTo(50);
  }

  @Test
  @Rule("autoscaling MX6")
  void lowestPrice_spreadsOverTwoPoolsInEachZone() {
    FleetFixture run =
        new FleetFixture(Timings.immediate())
            .start(
                group(
                        buying(
                            InstancesDistribution.DEFAULT.onDemand(0, 0),
                            "r5.large",
                            "m5.large",
                            "c5.large"))
                    .desired(8));
    assertThat(run.bought()).containsExactly("c5.large/SPOT", 4L, "m5.large/SPOT", 4L);
  }

  @Test
  @Rule("autoscaling MX5")
  void capacityOptimized_staysInTheDeepestPoolOfEachZone() {
    FleetFixture run =
        new FleetFixture(Timings.immediate())
            .start(
                group(
                    buying(
                        InstancesDistribution.DEFAULT
                            .onDemand(0, 0)
                            .spotStrategy(SpotAllocationStrategy.CAPACITY_OPTIMIZED),
                        "r5.large",
                        "m5.large",
                        "c5.large")));
    assertThat(
            run.serving().stream()
                .map(member -> member.zone() + " " + member.configuration().type())
                .distinct()
                .toList())
        .hasSize(2);
  }

  @Test
  @Rule("autoscaling 11.3.1")
  @Rule("autoscaling 11.3.2")
  void scaleIn_takesTheOptionOverItsShare_andKeepsZonesLevel() {
    FleetFixture run =
        new FleetFixture(Timings.immediate())
            .start(
                group(buying(InstancesDistribution.DEFAULT.onDemand(0, 50), "c5.large"))
                    .desired(10)
                    .policies(List.of(to(60, 9), to(600, 6))));
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 5L, "c5.large/SPOT", 5L);
    run.runTo(120);
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 5L, "c5.large/SPOT", 4L);
    run.runTo(700);
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 3L, "c5.large/SPOT", 3L);
    assertThat(run.zones()).containsExactly("a", 3L, "b", 3L);
  }

  @Test
  @Rule("autoscaling 11.3.3")
  void scaleIn_takesTheTypeOfLowestPriority_first() {
    FleetFixture run = new FleetFixture(Timings.immediate());
    run.market.begin(
        new CapacityShortage(Optional.of("c5.large"), Optional.empty(), Optional.empty(), 2));
    run.start(
        group(buying(InstancesDistribution.DEFAULT, "c5.large", "m5.large"))
            .desired(0)
            .policies(List.of(to(30, 6), to(600, 4))));
    run.runTo(500);
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 4L, "m5.large/ON_DEMAND", 2L);
    run.runTo(800);
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 4L);
  }

  private static FleetSettings weighted(int... weights) {
    String[] types = {"c5.large", "m5.large", "r5.large"};
    List<InstanceOverride> overrides = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      overrides.add(InstanceOverride.of(FleetFixture.launch(types[i]), weights[i]));
    }
    return FleetSettings.NONE.mixed(
        new MixedInstancesPolicy(overrides, InstancesDistribution.DEFAULT));
  }

  @Test
  @Rule("autoscaling MX10")
  @Rule("autoscaling MX11")
  @Rule("autoscaling MX12")
  void weights_countInUnits_andMayOvershootByLessThanOneInstance() {
    FleetFixture run =
        new FleetFixture(Timings.immediate())
            .start(group(weighted(4)).desired(8).policies(List.of(to(60, 13))));
    assertThat(run.serving()).hasSize(2);
    run.runTo(200);
    assertThat(run.serving()).hasSize(4);
    assertThat(run.run.inService()).isEqualTo(16);
    assertThat(run.run.desired()).isEqualTo(13);
  }

  @Test
  @Rule("autoscaling MX15")
  void scaleIn_neverGoesBelowDesired() {
    FleetFixture run =
        new FleetFixture(Timings.immediate())
            .start(group(weighted(4)).desired(16).policies(List.of(to(60, 14), to(600, 12))));
    run.runTo(300);
    assertThat(run.run.inService()).isEqualTo(16);
    run.runTo(900);
    assertThat(run.run.inService()).isEqualTo(12);
  }

  @Test
  @Rule("autoscaling MX11")
  void lighterPool_isJoinedByMore_untilTheUnitsAreThere() {
    FleetFixture run =
        new FleetFixture(Timings.immediate())
            .start(group(weighted(6, 1)).desired(6).policies(List.of(to(60, 9))));
    run.market.begin(FleetFixture.none("c5.large", "a", PurchaseOption.ON_DEMAND));
    run.market.begin(FleetFixture.none("c5.large", "b", PurchaseOption.ON_DEMAND));
    run.runTo(200);
    assertThat(run.run.inService()).isEqualTo(9);
    assertThat(run.bought()).containsExactly("c5.large/ON_DEMAND", 1L, "m5.large/ON_DEMAND", 3L);
  }
}
