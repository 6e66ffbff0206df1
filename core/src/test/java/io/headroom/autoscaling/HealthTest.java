package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.seconds;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.elb.TargetHealth;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Unhealthy instances are seen at the next of the looks that the group takes every 10 s. */
class HealthTest {
  private static AutoScalingGroupSpec.Builder checkedByElb() {
    return web().targetGroups(List.of("tg")).healthCheck(HealthCheckKind.ELB);
  }

  private static GroupFixture silentZone(AutoScalingGroupSpec.Builder group) {
    GroupFixture run = new GroupFixture().start(group);
    run.at(100, () -> run.ec2.failZone("a"));
    return run;
  }

  @Test
  @Rule("autoscaling HC2")
  @Rule("autoscaling HC7")
  @Rule("autoscaling HR1")
  @Rule("autoscaling 33.1")
  @Rule("autoscaling C10")
  @Rule("autoscaling HR4")
  @Rule("autoscaling HR9")
  @Rule("autoscaling HR10")
  @Rule("autoscaling HR11")
  @Rule("autoscaling 28")
  void stoppedInstance_leavesAndIsReplacedWithoutWaiting() {
    GroupFixture run = new GroupFixture().start(web().targetGroups(List.of("tg")));
    run.at(101, () -> run.ec2.terminate(run.instance(0)));

    run.runTo(109);
    assertThat(run.terminations()).isEmpty();

    run.runTo(113);
    assertThat(seconds(run.terminations().get(0).startNanos())).isEqualTo(110);
    assertThat(seconds(run.launches().get(0).startNanos())).isEqualTo(113);
    assertThat(run.terminations().get(0).status())
        .isEqualTo(ActivityStatus.WAITING_FOR_ELB_CONNECTION_DRAINING);
    assertThat(run.desired()).isEqualTo(2);

    run.runTo(300);
    assertThat(run.inService()).isEqualTo(2);
    assertThat(run.terminations().get(0).status()).isEqualTo(ActivityStatus.SUCCESSFUL);
  }

  @Test
  @Rule("autoscaling 6")
  void causes_tellTheReasonAndTheReplacement() {
    GroupFixture run = new GroupFixture().start(web());
    run.at(101, () -> run.ec2.terminate(run.instance(0)));
    run.runTo(120);

    assertThat(run.terminations().get(0).cause())
        .isEqualTo(
            "At 2026-01-01T00:01:50Z an instance was taken out of service in response to an EC2"
                + " health check indicating it has been terminated or stopped.");
    assertThat(run.launches().get(0).cause())
        .isEqualTo(
            "At 2026-01-01T00:01:50Z an instance was launched in response to an unhealthy instance"
                + " needing to be replaced.");
    assertThat(run.newest("health check").reason()).isEqualTo("replaces " + run.instance(0).id());
  }

  @Test
  @Rule("autoscaling HC3")
  void failedStatusCheck_isToleratedForFiveMinutes() {
    GroupFixture run = silentZone(web());

    assertThat(run.runTo(399).terminations()).isEmpty();
    assertThat(run.runTo(400).terminations()).hasSize(1);
    assertThat(run.terminations().get(0).cause()).contains("EC2 instance status check failure");
  }

  @Test
  @Rule("autoscaling HC3")
  void statusCheckThatRecovers_countsAnewTheNextTime() {
    GroupFixture run = silentZone(web());
    run.at(350, () -> run.ec2.restoreZone("a"));
    run.at(380, () -> run.ec2.failZone("a"));

    assertThat(run.runTo(679).terminations()).isEmpty();
    assertThat(run.runTo(680).terminations()).hasSize(1);
  }

  @Test
  @Rule("autoscaling HC1")
  @Rule("autoscaling HC5")
  void verdictOfTheLoadBalancer_countsOnlyWhenEnabled() {
    GroupFixture ignored = silentZone(web().targetGroups(List.of("tg"))).runTo(200);
    assertThat(ignored.terminations()).isEmpty();

    GroupFixture run = silentZone(checkedByElb()).runTo(200);
    assertThat(run.terminations()).hasSize(1);
    assertThat(run.terminations().get(0).cause()).contains("an ELB system health check failure.");
  }

  @Test
  @Rule("autoscaling HC6")
  void verdictOfTheLoadBalancer_countsOnceATargetHasPassedACheck() {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, 1);
    GroupFixture run =
        new GroupFixture().start(checkedByElb().desired(0).policies(List.of(grow))).runTo(150);

    assertThat(run.targetGroup().health(run.instance(0))).isEqualTo(TargetHealth.UNHEALTHY);
    assertThat(run.targetGroup().hasPassedCheck()).isFalse();
    assertThat(run.terminations()).isEmpty();
  }

  @Test
  @Rule("autoscaling HC8")
  void gracePeriod_protectsABootingInstance() {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, 3);
    AutoScalingGroupSpec.Builder group = checkedByElb().policies(List.of(grow));

    GroupFixture hasty = new GroupFixture().start(group).runTo(150);
    assertThat(hasty.terminations()).hasSize(1);

    GroupFixture patient =
        new GroupFixture().start(group.gracePeriod(Duration.ofMinutes(5))).runTo(600);
    assertThat(patient.terminations()).isEmpty();
    assertThat(patient.inService()).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling HC2")
  @Rule("autoscaling HC8")
  void gracePeriod_doesNotProtectAStoppedInstance() {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, 3);
    GroupFixture run =
        new GroupFixture().start(web().gracePeriod(Duration.ofHours(1)).policies(List.of(grow)));
    run.at(111, () -> run.ec2.terminate(run.instance(2)));

    assertThat(run.runTo(120).terminations()).hasSize(1);
  }

  @Test
  @Rule("autoscaling HC12")
  void pendingInstance_isNotChecked() {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, 3);
    GroupFixture run = new GroupFixture().start(web().policies(List.of(grow)));
    run.at(85, () -> run.ec2.terminate(run.instance(2)));

    assertThat(run.runTo(200).terminations()).isEmpty();
  }

  @Test
  @Rule("autoscaling HR5")
  @Rule("autoscaling HR6")
  @Rule("autoscaling HR12")
  void unhealthyByLoadBalancer_areReplacedInBatches() {
    GroupFixture run =
        silentZone(checkedByElb().desired(4).gracePeriod(Duration.ofMinutes(5))).runTo(200);
    assertThat(run.terminations()).hasSize(1);
    assertThat(run.newest("health check").obstacles())
        .containsExactly(Obstacle.ACTIVITY_IN_PROGRESS);

    run.runTo(1_500);
    assertThat(run.terminations()).hasSize(2);
    assertThat(run.newest("health check").obstacles()).isEmpty();
    assertThat(run.inService()).isEqualTo(4);
  }

  @Test
  @Rule("autoscaling HR4")
  void stoppedInstances_areReplacedAllAtOnce() {
    GroupFixture run = new GroupFixture().start(web().desired(4));
    run.at(101, () -> List.copyOf(run.ec2.live()).forEach(run.ec2::terminate));

    assertThat(run.runTo(110).terminations()).hasSize(4);
    assertThat(run.runTo(113).launches()).hasSize(4);
  }

  @Test
  @Rule("autoscaling HR2")
  @Rule("autoscaling CD8")
  @Rule("autoscaling CD10")
  void replacement_neitherWaitsForACooldownNorStartsOne() {
    ScriptedPolicy policy = ScriptedPolicy.of("simple", ScriptedPolicy.SIMPLE).at(60, 3).at(480, 4);
    GroupFixture run = new GroupFixture().start(web().policies(List.of(policy)));
    run.at(121, () -> run.ec2.terminate(run.instance(0)));

    assertThat(run.runTo(130).terminations()).hasSize(1);
    assertThat(run.runTo(480).desired()).isEqualTo(4);
  }

  @Test
  @Rule("autoscaling 7")
  void resumedChecks_findWhatHappenedWhileTheyWereSuspended() {
    Set<ScalingProcess> checks = Set.of(ScalingProcess.HEALTH_CHECK);
    LifecycleSettings suspended =
        LifecycleSettings.NONE
            .suspended(checks)
            .operations(
                List.of(
                    new TimedOperation(Duration.ofMinutes(5), new GroupOperation.Resume(checks))));
    GroupFixture run = new GroupFixture().start(web().lifecycle(suspended));
    run.at(101, () -> run.ec2.terminate(run.instance(0)));

    assertThat(run.runTo(299).terminations()).isEmpty();
    assertThat(run.runTo(320).terminations()).hasSize(1);
  }
}
