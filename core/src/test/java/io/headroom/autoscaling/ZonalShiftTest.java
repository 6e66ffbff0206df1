package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.FleetSettings.ImpairedZones;
import io.headroom.autoscaling.FleetSettings.ZoneDistribution;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.CancelZonalShift;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.GroupOperation.StartZonalShift;
import io.headroom.autoscaling.operations.OperationOutcome;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a group does while it shifts away from a zone. */
class ZonalShiftTest {
  private static final StartZonalShift AWAY = new StartZonalShift("b", Duration.ofHours(1));

  private static TimedOperation at(long second, GroupOperation operation) {
    return new TimedOperation(Duration.ofSeconds(second), operation);
  }

  private static GroupOperation desired(int capacity) {
    return new GroupOperation.SetDesired(capacity, Cooldown.IGNORE);
  }

  private static FleetFixture start(
      ImpairedZones policy, AutoScalingGroupSpec.Builder group, TimedOperation... operations) {
    return new FleetFixture(Timings.immediate())
        .start(
            group
                .fleet(group.build().fleet().impairedZones(policy))
                .lifecycle(LifecycleSettings.NONE.operations(List.of(operations))));
  }

  /** Whatever the distribution: balance waits for the end of the shift. */
  @ParameterizedTest
  @EnumSource(ZoneDistribution.class)
  @Rule("autoscaling AZ17")
  void newCapacity_goesToTheOtherZones_andBalanceFollowsTheEnd(ZoneDistribution distribution) {
    FleetFixture run =
        start(
            ImpairedZones.REPLACE_UNHEALTHY,
            web().desired(4).fleet(FleetSettings.NONE.distribution(distribution)),
            at(600, AWAY),
            at(660, desired(8)));

    assertThat(run.runTo(4_100).zones()).containsExactly("a", 6L, "b", 2L);
    assertThat(run.runTo(5_400).zones()).containsExactly("a", 4L, "b", 4L);
  }

  @Test
  @Rule("autoscaling AZ17")
  void policies_mayRaiseTheDesiredCapacity_butNotLowerIt() {
    ScriptedPolicy policy =
        ScriptedPolicy.of("wishes", Pacing.IMMEDIATE).at(660, 3).at(1_260, 6).at(4_260, 2);
    FleetFixture run =
        start(
            ImpairedZones.REPLACE_UNHEALTHY,
            web().desired(4).policies(List.of(policy)),
            at(600, AWAY));

    assertThat(run.runTo(700).run.desired()).isEqualTo(4);
    assertThat(run.run.wish("wishes", 0).obstacles()).containsExactly(Obstacle.ZONAL_SHIFT);
    assertThat(run.runTo(1_300).run.desired()).isEqualTo(6);
    assertThat(run.runTo(4_300).run.desired()).isEqualTo(2);
  }

  @Test
  @Rule("autoscaling AZ17")
  void user_mayLowerTheDesiredCapacity() {
    FleetFixture run =
        start(
            ImpairedZones.REPLACE_UNHEALTHY, web().desired(4), at(600, AWAY), at(660, desired(2)));

    assertThat(run.runTo(700).serving()).hasSize(2);
  }

  @Test
  @Rule("autoscaling AZ17")
  @Rule("autoscaling 2.1")
  void unhealthyInstances_areReplacedElsewhere_orIgnored_byThePolicy() {
    FleetFixture replacing =
        start(ImpairedZones.REPLACE_UNHEALTHY, web().desired(4), at(600, AWAY));
    FleetFixture ignoring = start(ImpairedZones.IGNORE_UNHEALTHY, web().desired(4), at(600, AWAY));
    for (FleetFixture run : List.of(replacing, ignoring)) {
      run.run.at(700, () -> run.run.ec2.failZone("b"));
      run.runTo(2_400);
    }

    assertThat(replacing.zones()).containsExactly("a", 4L);
    assertThat(ignoring.zones()).containsExactly("a", 2L, "b", 2L);
    assertThat(ignoring.run.terminations()).isEmpty();
    assertThat(ignoring.runTo(6_000).zones()).containsExactly("a", 4L);
  }

  @Test
  @Rule("autoscaling AZ17")
  void shift_needsThePolicyAndAZoneOfTheGroup_andCanBeCancelledOnce() {
    FleetFixture off = start(ImpairedZones.NO_SHIFT, web(), at(60, AWAY));
    FleetFixture on =
        start(
            ImpairedZones.REPLACE_UNHEALTHY,
            web().desired(4),
            at(60, new StartZonalShift("z", Duration.ofHours(1))),
            at(120, AWAY),
            at(180, new CancelZonalShift("b")),
            at(240, new CancelZonalShift("b")),
            at(300, desired(6)));

    assertThat(accepted(off.runTo(100))).containsExactly(false);
    assertThat(accepted(on.runTo(400))).containsExactly(false, true, true, false, true).inOrder();
    assertThat(on.zones()).containsExactly("a", 3L, "b", 3L);
  }

  /** The end of the first shift is not that of the second. */
  @Test
  @Rule("autoscaling AZ17")
  void laterShift_lastsItsOwnTime() {
    FleetFixture run =
        start(
            ImpairedZones.REPLACE_UNHEALTHY,
            web().desired(4),
            at(600, AWAY),
            at(1_200, AWAY),
            at(4_300, desired(6)));

    assertThat(run.runTo(4_700).zones()).containsExactly("a", 4L, "b", 2L);
  }

  private static List<Boolean> accepted(FleetFixture run) {
    return run.run.autoScaling.operations().stream().map(OperationOutcome::accepted).toList();
  }
}
