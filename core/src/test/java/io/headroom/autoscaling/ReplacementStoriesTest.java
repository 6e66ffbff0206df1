package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.FleetFixture.buying;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.FleetSettings.CapacityRebalance;
import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.fleet.SpotAllocationStrategy;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import io.headroom.autoscaling.replacement.MaximumLifetime;
import io.headroom.ec2.Instance;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How groups exchange instances: time, event, state. */
class ReplacementStoriesTest {
  private static final long DAY = 86_400;

  private static FleetFixture start(AutoScalingGroupSpec.Builder group) {
    return new FleetFixture(Timings.immediate()).start(group);
  }

  private static AutoScalingGroupSpec.Builder two() {
    return web().min(0).max(2).desired(2);
  }

  /** 2 zones, desired 2: 1+1, then 0+2, then 1+1 again. */
  @Test
  @Rule("autoscaling AZ9")
  @Rule("autoscaling AZ11")
  @Rule("autoscaling AZ12")
  @Rule("autoscaling AZ15")
  @Rule("autoscaling AZ2")
  @Rule("autoscaling TS4")
  void zoneFailure_movesInstances_andRecoveryBringsOneBack_launchBeforeTerminate() {
    FleetFixture run = start(two());
    assertThat(run.zones()).containsExactly("a", 1L, "b", 1L);
    run.run.at(600, () -> run.run.ec2.failZone("b"));
    run.runTo(1_200);
    assertThat(run.zones()).containsExactly("a", 2L);
    run.run.at(3_600, () -> run.run.ec2.restoreZone("b"));
    run.runTo(3_700);
    assertThat(run.zones()).containsExactly("a", 1L, "b", 1L);
    ScalingActivity launch = run.run.launches().get(run.run.launches().size() - 1);
    ScalingActivity end = run.run.terminations().get(run.run.terminations().size() - 1);
    assertThat(launch.cause())
        .contains(
            "availability zones a b had 2 0 instances respectively. An instance was launched to aid"
                + " in balancing the group's zones.");
    assertThat(end.startNanos()).isAtLeast(launch.endNanos().orElseThrow());
    assertThat(run.run.group().history().inService().maximum()).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling AZ14")
  void rebalancing_goesPairByPair_aMinuteApart() {
    FleetFixture run = start(web().max(20).desired(8));
    run.run.at(600, () -> run.run.ec2.failZone("b"));
    run.run.at(5_000, () -> run.run.ec2.restoreZone("b"));
    run.runTo(4_900);
    assertThat(run.zones()).containsExactly("a", 8L);
    run.runTo(5_400);
    assertThat(run.zones()).containsExactly("a", 4L, "b", 4L);
    assertThat(run.story("zone rebalancing"))
        .containsExactly(
            "960 waits until the zone can launch [ZONE_FAILED]",
            "5040 replaces i",
            "5100 replaces i",
            "5160 replaces i",
            "5220 replaces i")
        .inOrder();
  }

  @Test
  @Rule("autoscaling 7")
  void suspendedRebalancing_leavesTheImbalance_andSaysSo() {
    LifecycleSettings suspended =
        LifecycleSettings.NONE.suspended(Set.of(ScalingProcess.AZ_REBALANCE));
    FleetFixture run = start(web().max(20).desired(4).lifecycle(suspended));
    run.run.at(600, () -> run.run.ec2.failZone("b"));
    run.run.at(3_600, () -> run.run.ec2.restoreZone("b"));
    run.runTo(4_000);
    assertThat(run.zones()).containsExactly("a", 4L);
    assertThat(run.run.newest("zone rebalancing").obstacles())
        .containsExactly(Obstacle.PROCESS_SUSPENDED);
  }

  @Test
  @Rule("autoscaling CR1")
  @Rule("autoscaling CR7")
  @Rule("autoscaling IM5")
  void spotInterruption_withoutRebalancing_isReplacedWhenTheInstanceIsGone() {
    FleetFixture run = start(two().fleet(allSpot()));
    Instance first = run.first();
    run.run.at(1_920, () -> run.market.callBack(FleetFixture.call(first.zone(), Duration.ZERO)));
    run.runTo(2_039);
    assertThat(run.run.launches()).isEmpty();
    run.runTo(2_300);
    assertThat(GroupFixture.seconds(first.endNanos())).isIn(twoMinutesAfterNotice(first));
    assertThat(run.run.launches()).hasSize(1);
    long launched = run.run.launches().get(0).startNanos();
    assertThat(launched - first.endNanos()).isAtMost(10_000_000_000L);
  }

  private static List<Long> twoMinutesAfterNotice(Instance instance) {
    return List.of(GroupFixture.seconds(instance.noticeNanos()) + 120);
  }

  private static FleetSettings allSpot() {
    return buying(
        InstancesDistribution.DEFAULT
            .onDemand(0, 0)
            .spotStrategy(SpotAllocationStrategy.CAPACITY_OPTIMIZED),
        "c5.large",
        "m5.large");
  }

  @Test
  @Rule("autoscaling CR2")
  @Rule("autoscaling CR4")
  @Rule("ec2 SPT-6")
  void recommendation_withRebalancing_launchesInASaferPool_thenTerminates() {
    FleetFixture run = start(two().fleet(allSpot().capacityRebalance(CapacityRebalance.ON)));
    Instance first = run.first();
    run.run.at(
        600, () -> run.market.callBack(FleetFixture.call(first.zone(), Duration.ofMinutes(30))));
    run.runTo(1_000);
    assertThat(first.interrupted()).isFalse();
    assertThat(first.endNanos()).isAtLeast(first.recommendedNanos());
    Instance next = run.run.instance(2);
    assertThat(next.launchNanos()).isEqualTo(first.recommendedNanos());
    assertThat(next.zone() + next.configuration().type())
        .isNotEqualTo(first.zone() + first.configuration().type());
    assertThat(run.run.group().history().inService().maximum()).isEqualTo(3);
    assertThat(run.run.terminations().get(0).cause())
        .contains("in response to an EC2 instance rebalance recommendation.");
  }

  @Test
  @Rule("autoscaling CR2")
  @Rule("autoscaling CR3")
  void withoutASaferPool_theRecommendationWaitsForTheNotice() {
    FleetSettings one =
        buying(InstancesDistribution.DEFAULT.onDemand(0, 0), "c5.large")
            .capacityRebalance(CapacityRebalance.ON);
    FleetFixture run = start(two().zones(List.of("a")).fleet(one).desired(1));
    Instance first = run.first();
    run.run.at(600, () -> run.market.callBack(FleetFixture.call("a", Duration.ofMinutes(10))));
    run.runTo(1_000);
    assertThat(run.run.newest("capacity rebalancing").obstacles())
        .containsExactly(Obstacle.NO_SAFER_POOL);
    assertThat(run.run.launches()).isEmpty();
    run.runTo(2_000);
    assertThat(run.run.launches()).hasSize(1);
    assertThat(run.run.launches().get(0).startNanos()).isEqualTo(first.noticeNanos());
  }

  @Test
  @Rule("autoscaling IM2")
  @Rule("autoscaling HR3")
  void healthReplacement_underMinimum100_launchesFirst() {
    InstanceMaintenancePolicy launchFirst = new InstanceMaintenancePolicy(100, 110);
    FleetFixture run = start(two().fleet(FleetSettings.NONE.maintenance(launchFirst)));
    run.run.at(600, () -> mark(run));
    run.runTo(900);
    assertThat(run.run.launches()).hasSize(1);
    assertThat(run.run.terminations().get(0).startNanos())
        .isAtLeast(run.run.launches().get(0).endNanos().orElseThrow());
    assertThat(run.run.group().history().inService().minimum()).isEqualTo(2);
  }

  /** Marks an instance, and has the group look at once. */
  private static void mark(FleetFixture run) {
    run.serving().get(0).markUnhealthy(HealthFailure.STATUS_CHECK);
    ((AutoScalingGroup) run.run.group()).health().lookNow();
  }

  /** Mistake 1 of section 33: without a policy the old instance leaves first. */
  @Test
  @Rule("autoscaling HR1")
  @Rule("autoscaling IM3")
  void healthReplacement_withoutPolicy_terminatesFirst() {
    FleetFixture run = new FleetFixture(GroupFixture.runningAfter(60));
    run.start(two());
    run.run.at(600, () -> mark(run));
    run.runTo(900);
    assertThat(run.run.terminations().get(0).startNanos())
        .isAtMost(run.run.launches().get(0).startNanos());
    assertThat(run.run.group().history().inService().minimum()).isEqualTo(1);
  }

  @Test
  @Rule("autoscaling ML1")
  @Rule("autoscaling ML2")
  @Rule("autoscaling ML3")
  void oldInstances_areReplaced_oneAtATimeInASmallGroup() {
    FleetFixture run = new FleetFixture(GroupFixture.runningAfter(60));
    run.start(
        web()
            .max(4)
            .desired(4)
            .fleet(FleetSettings.NONE.maximumLifetime(new MaximumLifetime(Duration.ofDays(1)))));
    run.runTo(DAY - 60);
    assertThat(run.run.launches()).isEmpty();
    run.runTo(DAY + 4 * 180);
    assertThat(run.run.launches()).hasSize(4);
    assertThat(run.run.group().history().inService().minimum()).isEqualTo(3);
    assertThat(run.serving().stream().noneMatch(m -> m.launchNanos() == 0)).isTrue();
  }

  @Test
  @Rule("autoscaling ML4")
  void manyThatComeOfAgeTogether_areReplacedATenthAtATime() {
    FleetFixture run = new FleetFixture(GroupFixture.runningAfter(60));
    run.start(
        web()
            .max(50)
            .desired(50)
            .fleet(FleetSettings.NONE.maximumLifetime(new MaximumLifetime(Duration.ofDays(1)))));
    run.runTo(DAY + 10);
    assertThat(run.run.launches()).hasSize(5);
    assertThat(run.serving()).hasSize(45);
  }

  @Test
  @Rule("autoscaling PR3")
  void protectedInstance_outlivesItsTime() {
    LifecycleSettings protectedOnes =
        LifecycleSettings.NONE.newInstances(LifecycleSettings.Protection.FROM_SCALE_IN);
    FleetFixture run =
        start(
            two()
                .lifecycle(protectedOnes)
                .fleet(
                    FleetSettings.NONE.maximumLifetime(new MaximumLifetime(Duration.ofDays(1)))));
    run.runTo(DAY + 600);
    assertThat(run.run.launches()).isEmpty();
    assertThat(run.run.group().capacity().inService()).isEqualTo(2);
    assertThat(((AutoScalingGroup) run.run.group()).members().in(Kind.TERMINATING)).isEmpty();
  }
}
