package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.refresh.Checkpoints;
import io.headroom.autoscaling.refresh.DesiredConfiguration;
import io.headroom.autoscaling.refresh.InstanceRefresh;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.autoscaling.refresh.RefreshPreferences.Blocked;
import io.headroom.autoscaling.refresh.RefreshStatus;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.spot.CapacityShortage;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Instance refreshes of live groups: time, event, state. */
class InstanceRefreshTest {
  private static final RefreshPreferences PLAIN =
      RefreshPreferences.API.warmup(Duration.ofMinutes(10));
  private static final DesiredConfiguration LARGER =
      new DesiredConfiguration(Optional.of(InstanceType.of("m5.xlarge")), OptionalInt.empty());

  private static RefreshOperation.Start start(RefreshPreferences preferences) {
    return new RefreshOperation.Start(preferences, Optional.empty());
  }

  private static RefreshOperation.Start toLarger(RefreshPreferences preferences) {
    return new RefreshOperation.Start(preferences, Optional.of(LARGER));
  }

  private static TimedOperation at(long second, GroupOperation operation) {
    return new TimedOperation(Duration.ofSeconds(second), operation);
  }

  private static AutoScalingGroupSpec.Builder group(int size, TimedOperation... operations) {
    return web()
        .max(20)
        .desired(size)
        .lifecycle(LifecycleSettings.NONE.operations(List.of(operations)));
  }

  private static FleetFixture run(AutoScalingGroupSpec.Builder group, long until) {
    return new FleetFixture(Timings.immediate()).start(group).runTo(until);
  }

  private static InstanceRefresh refresh(FleetFixture run) {
    List<InstanceRefresh> all = run.run.autoScaling.refreshes();
    return all.get(all.size() - 1);
  }

  private static List<String> steps(FleetFixture run) {
    return refresh(run).steps().stream()
        .map(
            step ->
                GroupFixture.seconds(step.timeNanos())
                    + " "
                    + step.percentageComplete()
                    + "% "
                    + step.what())
        .toList();
  }

  /** AWS's own example: 10 instances, checkpoints 20 and 50, delay 15 min, warm-up 10 min. */
  @Test
  @Rule("autoscaling IR6")
  @Rule("autoscaling IR7")
  @Rule("autoscaling IR8")
  void documentedTimeline_minuteByMinute() {
    RefreshPreferences preferences =
        PLAIN
            .healthy(80, 100)
            .checkpoints(new Checkpoints(List.of(20, 50)))
            .checkpointDelay(Duration.ofMinutes(15));
    FleetFixture run = run(group(10, at(0, start(preferences))), 4_000);
    assertThat(steps(run))
        .containsExactly(
            "0 0% InProgress",
            "0 0% replaces 2",
            "600 20% 2 of 10 are replaced and warm",
            "600 20% checkpoint 20% reached",
            "1500 20% replaces 2",
            "2100 40% 4 of 10 are replaced and warm",
            "2100 40% replaces 1",
            "2700 50% 5 of 10 are replaced and warm",
            "2700 50% checkpoint 50% reached",
            "2700 50% Successful")
        .inOrder();
    assertThat(run.run.terminations()).hasSize(5);
    assertThat(run.run.inService()).isEqualTo(10);
  }

  @Test
  @Rule("autoscaling IR5")
  void minimum100_replacesOneAtATime_launchedBeforeTerminated() {
    FleetFixture run = run(group(3, at(0, start(PLAIN.healthy(100, 100)))), 4_000);
    assertThat(refresh(run).status()).isEqualTo(RefreshStatus.SUCCESSFUL);
    assertThat(run.run.group().history().inService().minimum()).isEqualTo(3);
    assertThat(run.run.group().history().inService().maximum()).isEqualTo(4);
    assertThat(run.run.terminations()).hasSize(3);
  }

  @Test
  @Rule("autoscaling IM7")
  void ownPercentages_holdInPlaceOfTheGroups() {
    FleetFixture run = run(group(10, at(0, start(PLAIN.healthy(90, 120)))), 4_000);
    assertThat(refresh(run).status()).isEqualTo(RefreshStatus.SUCCESSFUL);
    assertThat(run.run.group().history().inService().minimum()).isAtLeast(9);
    assertThat(run.run.group().history().inService().maximum()).isAtMost(12);
  }

  @Test
  @Rule("autoscaling IR13")
  @Rule("autoscaling LT4")
  void skipMatching_leavesAlone_whatMatchesAlready() {
    RefreshPreferences skip = PLAIN.skipMatching(true);
    FleetFixture same = run(group(4, at(0, start(skip))), 100);
    assertThat(refresh(same).status()).isEqualTo(RefreshStatus.SUCCESSFUL);
    assertThat(same.run.terminations()).isEmpty();
    FleetFixture other = run(group(4, at(0, toLarger(skip))), 4_000);
    assertThat(other.bought()).containsExactly("m5.xlarge/ON_DEMAND", 4L);
  }

  @Test
  @Rule("autoscaling IR10")
  void scaleOutDuringARefresh_launchesTheDesiredConfiguration() {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, 6);
    FleetFixture run = run(group(4, at(0, toLarger(PLAIN))).policies(List.of(grow)), 100);
    assertThat(run.bought()).containsExactly("m5.large/ON_DEMAND", 3L, "m5.xlarge/ON_DEMAND", 3L);
  }

  /** 4 of 10 are 40%; of 20 they are 20%, so that half has to be reached again with 10. */
  @Test
  @Rule("autoscaling IR10")
  void growthDuringARefresh_letsACheckpointBeReachedAgain() {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(600, 20);
    RefreshPreferences halves =
        RefreshPreferences.API
            .healthy(60, 100)
            .warmup(Duration.ZERO)
            .checkpoints(new Checkpoints(List.of(40, 100)))
            .checkpointDelay(Duration.ofMinutes(20));
    FleetFixture run = run(group(10, at(0, start(halves))).max(20).policies(List.of(grow)), 20_000);

    List<String> reached =
        refresh(run).steps().stream()
            .filter(step -> step.what().startsWith("checkpoint"))
            .map(step -> step.what() + " at " + step.percentageComplete())
            .toList();
    assertThat(reached)
        .containsExactly("checkpoint 40% reached at 40", "checkpoint 40% reached at 40")
        .inOrder();
    assertThat(refresh(run).status()).isEqualTo(RefreshStatus.SUCCESSFUL);
    assertThat(refresh(run).instances()).isEqualTo(20);
    assertThat(refresh(run).replaced()).isEqualTo(10);
  }

  @Test
  @Rule("autoscaling IR2")
  @Rule("autoscaling IR12")
  void secondStart_isRefused_andCancelKeepsWhatWasReplaced() {
    FleetFixture run =
        run(
            group(
                4,
                at(0, toLarger(PLAIN)),
                at(700, start(PLAIN)),
                at(800, new RefreshOperation.Cancel()),
                at(4_000, new RefreshOperation.Cancel())),
            5_000);
    assertThat(run.run.autoScaling.operations().get(1).refusals().get(0))
        .startsWith("InstanceRefreshInProgress");
    assertThat(refresh(run).status()).isEqualTo(RefreshStatus.CANCELLED);
    assertThat(run.bought()).containsExactly("m5.large/ON_DEMAND", 2L, "m5.xlarge/ON_DEMAND", 2L);
    assertThat(run.run.autoScaling.operations().get(3).refusals().get(0))
        .startsWith("ActiveInstanceRefreshNotFound");
  }

  @Test
  @Rule("autoscaling IR12")
  void rollback_goesBack_ifThereWasADesiredConfiguration() {
    FleetFixture run =
        run(group(4, at(0, toLarger(PLAIN)), at(700, new RefreshOperation.Rollback())), 9_000);
    assertThat(refresh(run).status()).isEqualTo(RefreshStatus.ROLLBACK_SUCCESSFUL);
    assertThat(run.bought()).containsExactly("m5.large/ON_DEMAND", 4L);
    FleetFixture none =
        run(group(4, at(0, start(PLAIN)), at(700, new RefreshOperation.Rollback())), 800);
    assertThat(none.run.autoScaling.operations().get(1).refusals().get(0))
        .startsWith("IrreversibleInstanceRefresh");
  }

  @Test
  @Rule("autoscaling IR11")
  void protectedInstances_blockForAnHour_thenFail_andAreIgnoredOnRequest() {
    LifecycleSettings all =
        LifecycleSettings.NONE.newInstances(LifecycleSettings.Protection.FROM_SCALE_IN);
    FleetFixture waits =
        run(group(4).lifecycle(all.operations(List.of(at(0, start(PLAIN))))), 3_700);
    assertThat(refresh(waits).status()).isEqualTo(RefreshStatus.FAILED);
    assertThat(GroupFixture.seconds(refresh(waits).endNanos().orElseThrow())).isEqualTo(3_600);
    assertThat(waits.run.ledger("instance refresh").get(1).obstacles())
        .containsExactly(Obstacle.PROTECTED);
    FleetFixture ignores =
        run(
            group(4)
                .lifecycle(
                    all.operations(List.of(at(0, start(PLAIN.scaleInProtected(Blocked.IGNORE)))))),
            100);
    assertThat(refresh(ignores).status()).isEqualTo(RefreshStatus.SUCCESSFUL);
    assertThat(ignores.run.terminations()).isEmpty();
  }

  @Test
  @Rule("autoscaling IR11")
  void replacementsThatCannotBeLaunched_failTheRefresh_andRollItBack() {
    FleetFixture run = new FleetFixture(Timings.immediate());
    run.market.begin(
        new CapacityShortage(Optional.of("m5.xlarge"), Optional.empty(), Optional.empty(), 0));
    run.start(group(4, at(10, toLarger(PLAIN.autoRollback(true)))));
    run.runTo(9_000);
    assertThat(refresh(run).status()).isEqualTo(RefreshStatus.ROLLBACK_SUCCESSFUL);
    assertThat(run.bought()).containsExactly("m5.large/ON_DEMAND", 4L);
  }

  @Test
  @Rule("autoscaling 7")
  void suspendedProcess_pausesTheRefresh() {
    FleetFixture run =
        run(
            group(
                4,
                at(0, start(PLAIN)),
                at(100, new GroupOperation.Suspend(Set.of(ScalingProcess.INSTANCE_REFRESH))),
                at(9_000, new GroupOperation.Resume(Set.of(ScalingProcess.INSTANCE_REFRESH)))),
            8_000);
    assertThat(refresh(run).status()).isEqualTo(RefreshStatus.IN_PROGRESS);
    assertThat(run.run.terminations()).hasSize(1);
    run.runTo(13_000);
    assertThat(refresh(run).status()).isEqualTo(RefreshStatus.SUCCESSFUL);
  }

  @Test
  @Rule("autoscaling IR3")
  void bakeTime_isWatchedAfterTheLastReplacement() {
    FleetFixture run = run(group(1, at(0, start(PLAIN.bakeTime(Duration.ofHours(1))))), 4_000);
    assertThat(refresh(run).status()).isEqualTo(RefreshStatus.BAKING);
    run.runTo(600 + 3_600);
    assertThat(refresh(run).status()).isEqualTo(RefreshStatus.SUCCESSFUL);
  }

  @Test
  @Rule("autoscaling IR9")
  void severalCheckpointsPassedAtOnce_reportTheHighest() {
    RefreshPreferences preferences =
        PLAIN
            .checkpoints(new Checkpoints(List.of(10, 40, 100)))
            .checkpointDelay(Duration.ofMinutes(1));
    FleetFixture run = run(group(2, at(0, start(preferences))), 4_000);
    List<String> reports = new ArrayList<>(steps(run));
    reports.removeIf(step -> !step.contains("checkpoint"));
    assertThat(reports)
        .containsExactly("600 50% checkpoint 40% reached", "1260 100% checkpoint 100% reached")
        .inOrder();
  }

  @Test
  @Rule("autoscaling IR1")
  void wrongPreferences_areRefused_andNothingChanges() {
    FleetFixture run =
        run(group(2, at(0, start(PLAIN.checkpointDelay(Duration.ofMinutes(1))))), 100);
    assertThat(run.run.autoScaling.refreshes()).isEmpty();
    assertThat(run.run.autoScaling.operations().get(0).refusals().get(0))
        .contains("CheckpointDelay needs CheckpointPercentages");
  }

  /** The alarm goes to ALARM in the tenth minute and fails the refresh, which rolls back. */
  @Test
  @Rule("autoscaling IR16")
  void alarmInAlarm_failsTheRefresh_andRollsItBack() {
    AlarmSpec high =
        AlarmSpec.when(GroupFixture.LOAD, Statistic.AVERAGE)
            .isAtLeast(80)
            .datapoints(1, 1)
            .period(Duration.ofMinutes(1))
            .named("high")
            .build();
    FleetFixture run = new FleetFixture(Timings.immediate());
    run.run.alarms.add(high, (action, evaluation) -> {});
    run.run.load(90, 600, 900);
    run.start(group(4, at(60, toLarger(PLAIN.alarms(List.of("high")).autoRollback(true)))));
    run.runTo(9_000);
    assertThat(refresh(run).status()).isEqualTo(RefreshStatus.ROLLBACK_SUCCESSFUL);
    assertThat(refresh(run).steps().stream().map(InstanceRefresh.Step::what).toList())
        .contains("RollbackInProgress: alarm high is in ALARM");
    assertThat(run.bought()).containsExactly("m5.large/ON_DEMAND", 4L);
  }
}
