package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.endSecond;
import static io.headroom.autoscaling.GroupFixture.seconds;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceState;
import io.headroom.elb.TargetHealth;
import io.headroom.testing.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Scale-in with fixed delays: decision 1:00, selected 1:15, drained 3:15, terminated 3:37. */
class ScaleInTest {
  private static final ScriptedPolicy TO_1 =
      ScriptedPolicy.of("shrink", Pacing.IMMEDIATE).at(60, 1);

  private static GroupFixture behindLoadBalancer() {
    return new GroupFixture().start(web().targetGroups(List.of("tg")).policies(List.of(TO_1)));
  }

  private static Instance leaving(GroupFixture run) {
    String id = run.terminations().get(0).instance().orElseThrow();
    return run.ec2.instances().stream().filter(each -> each.id().equals(id)).findFirst().get();
  }

  @Test
  @Rule("autoscaling T6")
  @Rule("autoscaling T9")
  @Rule("autoscaling LB3")
  @Rule("autoscaling 28")
  @Rule("autoscaling AC4")
  void instance_drainsThenTerminates() {
    GroupFixture run = behindLoadBalancer().runTo(74);
    assertThat(run.terminations()).isEmpty();

    run.runTo(75);
    assertThat(run.capacity()).isEqualTo(new GroupCapacity(0, 10, 1, 1, 1, 0, 1));
    assertThat(run.targetGroup().health(leaving(run))).isEqualTo(TargetHealth.DRAINING);
    assertThat(run.terminations().get(0).status())
        .isEqualTo(ActivityStatus.WAITING_FOR_ELB_CONNECTION_DRAINING);
    assertThat(run.terminations().get(0).description())
        .isEqualTo(
            "Terminating EC2 instance: %s - Waiting For ELB Connection Draining."
                .formatted(leaving(run).id()));

    assertThat(leaving(run.runTo(194)).state()).isEqualTo(InstanceState.RUNNING);
    assertThat(leaving(run.runTo(195)).state()).isEqualTo(InstanceState.SHUTTING_DOWN);
    assertThat(run.terminations().get(0).status()).isEqualTo(ActivityStatus.IN_PROGRESS);

    run.runTo(217);
    assertThat(run.terminations().get(0).status()).isEqualTo(ActivityStatus.SUCCESSFUL);
    assertThat(endSecond(run.terminations().get(0))).isEqualTo(217);
    assertThat(run.group().history().terminating().value()).isEqualTo(0);
  }

  @Test
  @Rule("autoscaling 6")
  void cause_tellsChangeDifferenceAndSelection() {
    GroupFixture run = behindLoadBalancer().runTo(75);

    assertThat(run.terminations().get(0).cause())
        .isEqualTo(
            "At 2026-01-01T00:01:00Z a clock triggered policy shrink changing the desired capacity"
                + " from 2 to 1.  At 2026-01-01T00:01:15Z an instance was taken out of service in"
                + " response to a difference between desired and actual capacity, shrinking the"
                + " capacity from 2 to 1.  At 2026-01-01T00:01:15Z instance "
                + leaving(run).id()
                + " was selected for termination.");
  }

  @Test
  void instanceWithoutLoadBalancer_terminatesAtOnce() {
    GroupFixture run = new GroupFixture().start(web().policies(List.of(TO_1))).runTo(75);

    assertThat(leaving(run).state()).isEqualTo(InstanceState.SHUTTING_DOWN);
    assertThat(endSecond(run.runTo(97).terminations().get(0))).isEqualTo(97);
  }

  @Test
  @Rule("autoscaling MT2")
  void instance_leavesTheGroupsMetricsWhenItBeginsToTerminate() {
    GroupFixture run = behindLoadBalancer().runTo(75);

    assertThat(run.ec2.isCountedInGroupMetrics(leaving(run))).isFalse();
  }

  @Test
  @Rule("autoscaling AZ7")
  @Rule("autoscaling AZ8")
  @Rule("autoscaling AZ18")
  void severalInstances_leaveTheFullestZonesOneByOne() {
    ScriptedPolicy shrink = ScriptedPolicy.of("shrink", Pacing.IMMEDIATE).at(60, 2);
    GroupFixture run =
        new GroupFixture().start(web().desired(7).policies(List.of(shrink))).runTo(200);

    Map<String, Integer> zones = new TreeMap<>();
    run.ec2.live().forEach(each -> zones.merge(each.zone(), 1, Integer::sum));
    assertThat(zones).isEqualTo(Map.of("a", 1, "b", 1));
  }

  @Test
  @Rule("autoscaling 11.1")
  void pendingInstance_leavesOnlyWhenNoneInServiceIsLeft() {
    ScriptedPolicy both = ScriptedPolicy.of("both", Pacing.IMMEDIATE).at(60, 3).at(70, 0);
    GroupFixture run =
        new GroupFixture().start(web().policies(List.of(both.at(70, 3).at(80, 0)))).runTo(400);

    assertThat(run.terminations()).hasSize(3);
    assertThat(run.launches()).hasSize(1);
    assertThat(run.launches().get(0).status()).isEqualTo(ActivityStatus.CANCELLED);
    assertThat(seconds(run.launches().get(0).endNanos().orElseThrow())).isEqualTo(95);
    assertThat(run.inService()).isEqualTo(0);
  }

  @Test
  @Rule("autoscaling M6")
  @Rule("autoscaling ST11")
  void terminatingInstance_countsInTheBaseOfTheNextScaleIn() {
    GroupFixture run = behindLoadBalancer().runTo(100);

    assertThat(run.capacity().scaleInBase()).isEqualTo(2);
    assertThat(run.runTo(217).capacity().scaleInBase()).isEqualTo(1);
  }
}
