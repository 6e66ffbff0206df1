package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.FleetFixture.buying;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.FleetSettings.CapacityRebalance;
import io.headroom.autoscaling.fleet.InstanceOverride;
import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.autoscaling.refresh.RefreshStatus;
import io.headroom.autoscaling.replacement.CapacityBounds;
import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;
import io.headroom.ec2.spot.CapacityShortage;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Further rules of fleets, and laws that hold whatever happens. */
class FleetRulesTest {
  private static FleetSettings weighing(int... weights) {
    String[] types = {"c5.large", "m5.large"};
    List<InstanceOverride> overrides = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      overrides.add(InstanceOverride.of(FleetFixture.launch(types[i]), weights[i]));
    }
    return FleetSettings.NONE.mixed(
        new MixedInstancesPolicy(overrides, InstancesDistribution.DEFAULT));
  }

  private static AutoScalingGroupSpec.Builder refreshed(
      AutoScalingGroupSpec.Builder group, RefreshPreferences preferences) {
    RefreshOperation.Start start = new RefreshOperation.Start(preferences, Optional.empty());
    return group.lifecycle(
        LifecycleSettings.NONE.operations(
            List.of(new TimedOperation(Duration.ofSeconds(60), start))));
  }

  private static FleetFixture run(AutoScalingGroupSpec.Builder group, long until) {
    return new FleetFixture(Timings.immediate()).start(group).runTo(until);
  }

  /** Desired 30, units 32: a policy that takes one off the units leaves both alone. */
  @Test
  @Rule("autoscaling MX14")
  void scaleInBelowTheSurplus_doesNothing() {
    ScriptedPolicy less = ScriptedPolicy.of("less", Pacing.IMMEDIATE).at(60, 30);
    FleetFixture run =
        run(web().max(40).desired(30).fleet(weighing(8)).policies(List.of(less)), 90);
    assertThat(run.run.inService()).isEqualTo(32);
    assertThat(run.run.desired()).isEqualTo(30);
    assertThat(run.run.terminations()).isEmpty();
  }

  @Test
  @Rule("autoscaling IR14")
  void weightOfAtLeastTheDesiredCapacity_isReplacedAtOnce() {
    FleetFixture run =
        run(refreshed(web().max(10).desired(4).fleet(weighing(6)), RefreshPreferences.API), 4_000);
    assertThat(run.run.autoScaling.refreshes().get(0).status()).isEqualTo(RefreshStatus.SUCCESSFUL);
    assertThat(run.run.terminations()).hasSize(1);
  }

  @Test
  @Rule("autoscaling TS3")
  void unhealthyInstance_isNotChosenByAPolicy() {
    ScriptedPolicy less = ScriptedPolicy.of("less", Pacing.IMMEDIATE).at(60, 1);
    FleetFixture run = new FleetFixture(Timings.immediate());
    run.start(
        web()
            .zones(List.of("a"))
            .desired(2)
            .terminationPolicies(List.of(TerminationPolicy.OLDEST_INSTANCE))
            .policies(List.of(less)));
    run.run.at(59, () -> run.serving().get(0).markUnhealthy(HealthFailure.STATUS_CHECK));
    run.runTo(60);
    assertThat(run.run.terminations()).hasSize(1);
    assertThat(run.run.terminations().get(0).instance()).hasValue(run.run.instance(1).id());
  }

  @Test
  @Rule("autoscaling CR5")
  @Rule("autoscaling CR6")
  void groupBelowDesired_scalesOutFirst_andReplacesLater() {
    FleetSettings fleet =
        buying(InstancesDistribution.DEFAULT.onDemand(0, 0), "c5.large", "m5.large")
            .capacityRebalance(CapacityRebalance.ON);
    ScriptedPolicy grow = ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(600, 4);
    FleetFixture run = new FleetFixture(Timings.immediate());
    run.start(web().zones(List.of("a")).desired(2).fleet(fleet).policies(List.of(grow)));
    CapacityShortage none =
        new CapacityShortage(Optional.empty(), Optional.empty(), Optional.empty(), 0);
    run.run.at(590, () -> run.market.begin(none));
    run.run.at(610, () -> run.market.callBack(FleetFixture.call("a", Duration.ofMinutes(30))));
    run.runTo(700);
    assertThat(run.run.ledger("capacity rebalancing").get(0).obstacles())
        .containsExactly(Obstacle.ACTIVITY_IN_PROGRESS);
    run.run.at(710, () -> run.market.end(none));
    run.runTo(2_500);
    assertThat(run.run.inService()).isEqualTo(4);
    assertThat(run.first().interrupted()).isFalse();
    assertThat(run.first().endNanos()).isGreaterThan(0L);
  }

  @Property(tries = 40)
  @Rule("autoscaling IM2")
  void refresh_staysWithinItsBounds(
      @ForAll @IntRange(min = 1, max = 12) int size,
      @ForAll @IntRange(min = 50, max = 100) int minimum,
      @ForAll @IntRange(max = 50) int above) {
    FleetFixture run =
        run(
            refreshed(
                web().max(12).desired(size),
                RefreshPreferences.API.healthy(minimum, 100 + above).warmup(Duration.ofMinutes(1))),
            7_200);
    CapacityBounds bounds = new InstanceMaintenancePolicy(minimum, 100 + above).bounds(size);
    assertThat(run.run.autoScaling.refreshes().get(0).status()).isEqualTo(RefreshStatus.SUCCESSFUL);
    double least = run.run.group().history().inService().minimum();
    // One instance may always be missing, or a refresh could not go on (IR4).
    assertThat(least).isAtLeast(Math.min(bounds.floor(), minimum < 100 ? size - 1 : size));
    assertThat(run.run.group().history().inService().maximum()).isAtMost(bounds.ceiling());
  }

  @Property(tries = 40)
  @Rule("autoscaling MX12")
  @Rule("autoscaling AZ6")
  void units_neverExceedTheHardLimit_andZonesAreLevelAtRest(
      @ForAll @IntRange(min = 1, max = 9) int heavy,
      @ForAll @IntRange(min = 1, max = 9) int light,
      @ForAll @IntRange(max = 30) int first,
      @ForAll @IntRange(max = 30) int second) {
    ScriptedPolicy sizes =
        ScriptedPolicy.of("sizes", Pacing.IMMEDIATE).at(60, first).at(900, second);
    FleetFixture run =
        run(web().max(30).desired(5).fleet(weighing(heavy, light)).policies(List.of(sizes)), 4_000);
    int largest = Math.max(heavy, light);
    assertThat(run.run.inService()).isLessThan(second + largest);
    assertThat(run.run.inService()).isAtLeast(second);
    long a = run.zones().getOrDefault("a", 0L);
    long b = run.zones().getOrDefault("b", 0L);
    assertThat(Math.abs(a - b)).isAtMost(1);
  }
}
