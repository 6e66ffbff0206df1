package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.endSecond;
import static io.headroom.autoscaling.GroupFixture.seconds;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.ec2.InstanceState;
import io.headroom.elb.TargetHealth;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Scale-out with fixed delays: decision 1:00, reconciled 1:15, pending 1:18, running 1:34, in
 * service 1:47, answering 2:34.
 */
class ScaleOutTest {
  private static final ScriptedPolicy TO_4 = ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, 4);

  private static GroupFixture started() {
    return new GroupFixture().start(web().targetGroups(List.of("tg")).policies(List.of(TO_4)));
  }

  @Test
  void start_findsDesiredInstancesHealthyAndInService() {
    GroupFixture run = started().runTo(0);

    assertThat(run.capacity()).isEqualTo(new GroupCapacity(0, 10, 2, 2, 2, 0, 0));
    assertThat(run.targetGroup().health(run.instance(0))).isEqualTo(TargetHealth.HEALTHY);
    assertThat(run.ec2.isCountedInGroupMetrics(run.instance(1))).isTrue();
    assertThat(run.autoScaling.activities()).isEmpty();
  }

  @Test
  @Rule("autoscaling M1")
  @Rule("autoscaling M2")
  @Rule("autoscaling M3")
  @Rule("autoscaling T1")
  @Rule("autoscaling 28")
  @Rule("autoscaling 29.3")
  void desired_changesAtOnceAndInstancesFollow() {
    GroupFixture run = started();

    assertThat(run.runTo(60).capacity()).isEqualTo(new GroupCapacity(0, 10, 4, 2, 2, 0, 0));
    assertThat(run.runTo(74).capacity().pending()).isEqualTo(0);
    assertThat(run.runTo(75).capacity().pending()).isEqualTo(2);
    assertThat(run.runTo(77).ec2.instances()).hasSize(2);
    assertThat(run.runTo(78).ec2.instances()).hasSize(4);
    assertThat(run.runTo(106).capacity().pending()).isEqualTo(2);
    assertThat(run.runTo(107).capacity()).isEqualTo(new GroupCapacity(0, 10, 4, 4, 4, 0, 0));
  }

  @Test
  @Rule("autoscaling T4")
  @Rule("autoscaling T4a")
  @Rule("autoscaling LB2")
  @Rule("elb DR-10")
  void instance_registersBeforeItIsInServiceAndDoesNotWaitForHealth() {
    GroupFixture run = started().runTo(106);
    assertThat(run.targetGroup().health(run.instance(2))).isEqualTo(TargetHealth.UNUSED);
    assertThat(run.instance(2).state()).isEqualTo(InstanceState.RUNNING);

    run.runTo(107);
    assertThat(run.targetGroup().health(run.instance(2))).isEqualTo(TargetHealth.INITIAL);
    assertThat(run.inService()).isEqualTo(4);

    run.runTo(220);
    assertThat(run.targetGroup().health(run.instance(2))).isEqualTo(TargetHealth.HEALTHY);
  }

  @Test
  @Rule("autoscaling AC1")
  @Rule("autoscaling AC2")
  @Rule("autoscaling AC3")
  @Rule("autoscaling 6")
  void activities_tellTheSameFiguresForEachInstance() {
    GroupFixture run = started().runTo(80);
    ScalingActivity first = run.launches().get(0);
    assertThat(first.status()).isEqualTo(ActivityStatus.PRE_IN_SERVICE);
    assertThat(first.endNanos()).isEmpty();
    assertThat(seconds(first.startNanos())).isEqualTo(78);

    run.runTo(107);
    assertThat(run.launches()).hasSize(2);
    for (ScalingActivity launch : run.launches()) {
      assertThat(launch.cause())
          .isEqualTo(
              "At 2026-01-01T00:01:00Z a clock triggered policy grow changing the desired capacity"
                  + " from 2 to 4.  At 2026-01-01T00:01:15Z an instance was started in response to"
                  + " a difference between desired and actual capacity, increasing the capacity"
                  + " from 2 to 4.");
      assertThat(launch.description())
          .isEqualTo("Launching a new EC2 instance: " + launch.instance().orElseThrow());
      assertThat(launch.status()).isEqualTo(ActivityStatus.SUCCESSFUL);
      assertThat(endSecond(launch)).isEqualTo(107);
    }
  }

  @Test
  @Rule("autoscaling M2")
  void changesBeforeTheReconcile_areCarriedOutTogether() {
    ScriptedPolicy grow = TO_4.at(65, 3).at(70, 5);
    GroupFixture run = new GroupFixture().start(web().policies(List.of(grow))).runTo(200);

    assertThat(run.launches()).hasSize(3);
    assertThat(run.launches().get(0).cause()).contains("from 2 to 4.");
    assertThat(run.launches().get(0).cause()).contains("from 4 to 3.");
    assertThat(run.launches().get(0).cause()).contains("increasing the capacity from 2 to 5.");
  }

  @Test
  void fallOfDesiredBeforeTheCallToEc2_withdrawsLaunches() {
    ScriptedPolicy grow = TO_4.at(62, 2);
    Timings quick =
        Timings.deterministic()
            .with(each -> each.reconcileDelay(Distribution.constant(Duration.ofSeconds(1))));
    GroupFixture run = new GroupFixture(quick, 7).start(web().policies(List.of(grow))).runTo(300);

    assertThat(run.launches()).isEmpty();
    assertThat(run.terminations()).isEmpty();
    assertThat(run.inService()).isEqualTo(2);
  }

  @Test
  void history_weighsByTime() {
    GroupFixture run = started().runTo(207);

    CapacityHistory history = run.group().history();
    long nowNanos = run.simulator.nowNanos();
    assertThat(history.desired().integralUntil(nowNanos)).isWithin(1e-6).of(60 * 2 + 147 * 4);
    assertThat(history.inService().integralUntil(nowNanos)).isWithin(1e-6).of(107 * 2 + 100 * 4);
    assertThat(history.pending().integralUntil(nowNanos)).isWithin(1e-6).of(29 * 2);
  }

  @Test
  void scaleOut_namesItsInstancesAndItsWay() {
    GroupFixture run = started().runTo(200);

    ScaleOut scaleOut = run.autoScaling.scaleOuts().get(0);
    assertThat(run.autoScaling.scaleOuts()).hasSize(1);
    assertThat(scaleOut.instances()).containsExactly(run.instance(2), run.instance(3)).inOrder();
    assertThat(scaleOut.trail().policy()).isEqualTo("grow");
    assertThat(scaleOut.trail().alarm()).isEqualTo(Optional.empty());
    assertThat(seconds(scaleOut.trail().decisionNanos())).isEqualTo(60);
  }
}
