package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class GroupMetricsTest {
  private static final ScriptedPolicy TO_3 =
      ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, 3).at(180, 1);

  private static double value(GroupFixture run, String name, long minute) {
    return read(run, name, minute).orElseThrow();
  }

  private static OptionalDouble read(GroupFixture run, String name, long minute) {
    return run.metrics.statistic(
        Metric.of("AWS/AutoScaling", name).with("AutoScalingGroupName", "web"),
        Statistic.AVERAGE,
        minute * SimTime.MINUTE,
        (minute + 1) * SimTime.MINUTE,
        run.simulator.nowNanos());
  }

  @Test
  @Rule("autoscaling MT4")
  void counts_areThoseAtTheEndOfTheMinute() {
    GroupFixture run =
        new GroupFixture()
            .start(
                web()
                    .groupMetrics(AutoScalingGroupSpec.GroupMetrics.ENABLED)
                    .policies(List.of(TO_3)));
    run.at(89, () -> run.ec2.terminate(run.instance(0)));
    run.runTo(400);

    assertThat(value(run, "GroupDesiredCapacity", 0)).isEqualTo(2);
    assertThat(value(run, "GroupDesiredCapacity", 1)).isEqualTo(3);
    assertThat(value(run, "GroupMinSize", 1)).isEqualTo(0);
    assertThat(value(run, "GroupMaxSize", 1)).isEqualTo(10);
    assertThat(value(run, "GroupInServiceInstances", 1)).isEqualTo(2);
    assertThat(value(run, "GroupPendingInstances", 1)).isEqualTo(1);
    assertThat(value(run, "GroupTerminatingInstances", 3)).isEqualTo(0);
    assertThat(value(run, "GroupTotalInstances", 1)).isEqualTo(3);
    assertThat(value(run, "GroupTotalCapacity", 1)).isEqualTo(3);
    assertThat(value(run, "GroupStandbyInstances", 1)).isEqualTo(0);
  }

  @Test
  @Rule("autoscaling MT4")
  void nothing_isPublishedUnlessEnabled() {
    GroupFixture run = new GroupFixture().start(web()).runTo(400);

    assertThat(read(run, "GroupDesiredCapacity", 1)).isEqualTo(OptionalDouble.empty());
  }
}
