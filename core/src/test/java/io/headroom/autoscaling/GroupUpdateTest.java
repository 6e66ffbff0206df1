package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.FleetFixture.buying;
import static io.headroom.autoscaling.FleetFixture.launch;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.fleet.InstanceOverride;
import io.headroom.autoscaling.fleet.InstancesDistribution;
import io.headroom.autoscaling.fleet.MixedChange;
import io.headroom.autoscaling.fleet.MixedInstancesPolicy;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.GroupOperation.UpdateGroup;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.autoscaling.operations.OperationOutcome;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.operations.SettingChange;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.refresh.DesiredConfiguration;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.PurchaseOption;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Updates of a group while it runs: what follows at once, bit by bit, or not at all. */
class GroupUpdateTest {
  private static final OptionalInt KEPT = OptionalInt.empty();

  private static TimedOperation at(long second, GroupOperation operation) {
    return new TimedOperation(Duration.ofSeconds(second), operation);
  }

  private static TimedOperation update(long second, SettingChange... settings) {
    return at(second, UpdateGroup.settings(settings));
  }

  private static TimedOperation desired(long second, int capacity) {
    return at(second, new GroupOperation.SetDesired(capacity, Cooldown.IGNORE));
  }

  private static FleetFixture start(
      AutoScalingGroupSpec.Builder group, TimedOperation... operations) {
    return new FleetFixture(Timings.immediate())
        .start(group.lifecycle(LifecycleSettings.NONE.operations(List.of(operations))));
  }

  private static MixedChange types(int base, int percentage, String... types) {
    return new MixedChange(
        Optional.of(List.of(types).stream().map(InstanceType::of).toList()),
        OptionalInt.of(base),
        OptionalInt.of(percentage),
        Map.of());
  }

  private static boolean isSpot(Member member) {
    return member.configuration().purchase() == PurchaseOption.SPOT;
  }

  private static DesiredConfiguration version(int version, String type) {
    return new DesiredConfiguration(Optional.of(InstanceType.of(type)), OptionalInt.of(version));
  }

  @Test
  @Rule("autoscaling UP8")
  @Rule("autoscaling AZ9")
  @Rule("autoscaling AZ14")
  void removedZone_isLeftInstanceByInstance_launchBeforeTerminate() {
    FleetFixture run =
        start(web().max(4).desired(4), update(610, new SettingChange.Zones(List.of("a", "c"))));

    assertThat(run.runTo(650).zones()).containsAtLeast("a", 2L, "b", 2L);
    assertThat(run.runTo(1_800).zones()).containsExactly("a", 2L, "c", 2L);
    assertThat(run.run.terminations()).hasSize(2);
    assertThat(run.run.group().history().inService().maximum()).isEqualTo(5);
    assertThat(run.run.launches().get(0).cause())
        .contains(
            "invalid availability zones b had 2 instances respectively. An instance was launched to"
                + " aid in migrating instances from these zones to valid ones.");
  }

  @Test
  @Rule("autoscaling TS2")
  void scaleIn_takesInstancesOfRemovedZonesFirst() {
    FleetFixture run =
        start(
            web().desired(4).terminationPolicies(List.of(TerminationPolicy.NEWEST_INSTANCE)),
            update(600, new SettingChange.Zones(List.of("a"))),
            desired(600, 2));

    assertThat(run.runTo(620).zones()).containsExactly("a", 2L);
  }

  @Test
  @Rule("autoscaling LT1")
  @Rule("autoscaling LT4")
  @Rule("autoscaling UP2")
  void newVersion_isLaunchedFromThenOn_andRunningInstancesStay() {
    FleetFixture run =
        start(
            web().launchConfiguration(launch("m5.large")),
            update(600, new SettingChange.Launch(version(2, "m5.xlarge"))),
            desired(660, 3));
    run.runTo(7_200);

    assertThat(run.bought()).containsExactly("m5.large/ON_DEMAND", 2L, "m5.xlarge/ON_DEMAND", 1L);
    assertThat(run.run.instance(2).configuration().version()).isEqualTo(2);
    assertThat(run.run.terminations()).isEmpty();
  }

  @Test
  @Rule("autoscaling UP7")
  @Rule("autoscaling IM3")
  void plainTemplate_becomesMixed_andOldInstancesAreExchangedOneByOne() {
    FleetFixture run =
        start(
            web().max(4).desired(4).launchConfiguration(launch("m5.large")),
            update(600, new SettingChange.Mixed(types(0, 50, "m5.large", "c5.large"))));

    assertThat(run.runTo(630).bought()).containsEntry("m5.large/ON_DEMAND", 3L);
    run.runTo(3_600);
    assertThat(run.bought().get("m5.large/ON_DEMAND")).isEqualTo(2);
    assertThat(run.serving().stream().filter(GroupUpdateTest::isSpot).count()).isEqualTo(2);
    ScalingActivity launch = run.run.launches().get(0);
    ScalingActivity end = run.run.terminations().get(0);
    assertThat(end.startNanos()).isAtLeast(launch.endNanos().orElseThrow());
    assertThat(launch.cause()).contains("a change of the purchase options");
    assertThat(run.run.terminations()).hasSize(2);
  }

  @Test
  @Rule("autoscaling MX18")
  void otherShares_replaceSpotByOnDemand_andStopWhenMet() {
    FleetFixture run =
        start(
            web()
                .desired(6)
                .fleet(buying(InstancesDistribution.DEFAULT.onDemand(0, 0), "m5.large")),
            update(600, new SettingChange.Mixed(MixedChange.onDemand(2, 25))));
    run.runTo(7_200);

    assertThat(run.bought()).containsExactly("m5.large/ON_DEMAND", 3L, "m5.large/SPOT", 3L);
    assertThat(run.run.terminations()).hasSize(3);
    assertThat(run.run.group().history().inService().maximum()).isEqualTo(7);
  }

  @Test
  @Rule("autoscaling MX17")
  void changedWeights_letTheGroupReachItsDesiredCapacityAgain() {
    FleetSettings weighted =
        FleetSettings.NONE.mixed(
            new MixedInstancesPolicy(
                List.of(InstanceOverride.of(launch("m5.large"), 2)),
                InstancesDistribution.DEFAULT));
    MixedChange light = new MixedChange(Optional.empty(), KEPT, KEPT, Map.of("m5.large", 1));
    MixedChange heavy = new MixedChange(Optional.empty(), KEPT, KEPT, Map.of("m5.large", 4));
    FleetFixture run =
        start(
            web().max(20).desired(8).fleet(weighted),
            update(600, new SettingChange.Mixed(light)),
            update(1_200, new SettingChange.Mixed(heavy)));

    assertThat(run.runTo(590).serving()).hasSize(4);
    assertThat(run.runTo(1_190).serving()).hasSize(8);
    assertThat(run.runTo(1_800).serving()).hasSize(2);
    assertThat(run.run.capacity().inService()).isEqualTo(8);
    assertThat(run.run.capacity().warm()).isEqualTo(8);
  }

  @Test
  @Rule("autoscaling MX17")
  void removedType_keepsItsWeightOnRunningInstances() {
    FleetSettings weighted =
        FleetSettings.NONE.mixed(
            new MixedInstancesPolicy(
                List.of(InstanceOverride.of(launch("m5.large"), 2)),
                InstancesDistribution.DEFAULT));
    MixedChange other =
        new MixedChange(
            Optional.of(List.of(InstanceType.of("c5.large"))), KEPT, KEPT, Map.of("c5.large", 1));
    FleetFixture run =
        start(
            web().max(20).desired(8).fleet(weighted),
            update(600, new SettingChange.Mixed(other)),
            desired(1_200, 10));
    run.runTo(1_190);

    assertThat(run.bought()).containsExactly("m5.large/ON_DEMAND", 4L);
    run.runTo(3_600);
    assertThat(run.bought()).containsExactly("m5.large/ON_DEMAND", 4L, "c5.large/ON_DEMAND", 2L);
  }

  @Test
  @Rule("autoscaling UP2")
  @Rule("autoscaling CD7")
  void timers_holdForWhatBeginsLater() {
    ScriptedPolicy simple =
        ScriptedPolicy.of("grow", new Pacing.Cooldown(Optional.empty())).at(660, 3).at(780, 4);
    FleetFixture run =
        start(
            web().cooldown(Duration.ofHours(1)).policies(List.of(simple)),
            update(
                600,
                new SettingChange.Cooldown(Duration.ofSeconds(60)),
                new SettingChange.Warmup(Duration.ofSeconds(90)),
                new SettingChange.GracePeriod(Duration.ofSeconds(30))));
    run.runTo(900);

    assertThat(run.run.desired()).isEqualTo(4);
    assertThat(run.run.group().spec().defaultWarmup()).hasValue(Duration.ofSeconds(90));
    Member last = run.serving().get(3);
    assertThat(last.warmNanos() - last.inServiceNanos())
        .isEqualTo(Duration.ofSeconds(90).toNanos());
  }

  @Test
  @Rule("autoscaling UP2")
  void terminationPolicies_holdForTheNextScaleIn() {
    FleetFixture run =
        start(
            web().desired(0).zones(List.of("a")),
            desired(60, 1),
            desired(120, 2),
            update(600, new SettingChange.TerminationPolicies(List.of("NewestInstance"))),
            desired(660, 1));
    run.runTo(700);

    assertThat(run.run.terminations().get(0).instance()).hasValue(run.run.instance(1).id());
  }

  @Test
  @Rule("autoscaling IR15")
  @Rule("autoscaling 30.2")
  void refreshWithADesiredConfiguration_refusesUpdatesOfIt_andOnlyThose() {
    RefreshOperation refresh =
        new RefreshOperation.Start(
            RefreshPreferences.API.warmup(Duration.ofMinutes(30)),
            Optional.of(version(2, "m5.xlarge")));
    FleetFixture run =
        start(
            web().launchConfiguration(launch("m5.large")),
            at(60, refresh),
            update(120, new SettingChange.Launch(version(3, "m5.large"))),
            update(180, new SettingChange.Cooldown(Duration.ofSeconds(1))));
    run.runTo(200);

    List<OperationOutcome> outcomes = run.run.autoScaling.operations();
    assertThat(outcomes.get(1).refusals()).hasSize(1);
    assertThat(outcomes.get(1).refusals().get(0))
        .startsWith("ValidationError: An active instance refresh with a desired configuration");
    assertThat(outcomes.get(2).accepted()).isTrue();
    assertThat(run.run.group().spec().launchConfiguration().version()).isEqualTo(2);
  }

  @Test
  @Rule("autoscaling UP6")
  void refusedUpdate_changesNothing() {
    UpdateGroup wrong =
        new UpdateGroup(
            KEPT,
            KEPT,
            OptionalInt.of(99),
            List.of(new SettingChange.Cooldown(Duration.ofSeconds(1))));
    FleetFixture run =
        start(
            web(),
            at(60, wrong),
            update(120, new SettingChange.Zones(List.of())),
            update(180, new SettingChange.Mixed(types(0, 200, "m5.large"))));
    run.runTo(200);

    assertThat(run.run.group().spec().defaultCooldown()).isEqualTo(Duration.ofMinutes(5));
    assertThat(run.run.autoScaling.operations().stream().map(OperationOutcome::accepted).toList())
        .containsExactly(false, false, false);
  }

  /** Terminated without replacement in one zone: the others follow. */
  @Test
  @Rule("autoscaling MA9")
  void userTerminations_canUnbalanceZones_andRebalancingFollows() {
    InstanceChoice ofA = new InstanceChoice.ByAge(InstanceChoice.Age.OLDEST, 2, Optional.of("a"));
    FleetFixture run =
        start(
            web().min(0).desired(4),
            at(610, new GroupOperation.Terminate(ofA, GroupOperation.Decrement.DESIRED)));

    assertThat(run.runTo(650).zones()).containsExactly("b", 2L);
    assertThat(run.runTo(1_200).zones()).containsExactly("a", 1L, "b", 1L);
    assertThat(run.serving()).hasSize(2);
    assertThat(((AutoScalingGroup) run.run.group()).members().in(Kind.PENDING)).isEmpty();
  }
}
