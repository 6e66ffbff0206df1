package io.headroom.conformance;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.Scenario;
import io.headroom.ScenarioBuilder;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.SimulationSettings;
import io.headroom.TimeSeries;
import io.headroom.Traffic;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.LifecycleSettings;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.Timings;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.TargetGroupSpec;
import io.headroom.policies.aws.PredefinedMetric;
import io.headroom.policies.aws.TargetTracking;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import io.headroom.workload.RequestProfile;
import io.headroom.workloads.synthetic.EvenlySpaced;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Policies, metrics and groups that fit each other, or do not. */
class PolicyFitTest {
  private static final List<String> ZONES = List.of("us-east-1a", "us-east-1b");
  private static final RequestProfile QUICK =
      RequestProfile.of(Distribution.constant(Duration.ofMillis(50)));
  private static final ScalingPolicy REQUESTS =
      TargetTracking.on(PredefinedMetric.ALB_REQUEST_COUNT_PER_TARGET).target(600);

  private static AutoScalingGroupSpec.Builder web() {
    return AutoScalingGroupSpec.builder("web").min(2).max(8).zones(ZONES);
  }

  private static ScenarioBuilder balanced(AutoScalingGroupSpec.Builder group) {
    return Scenario.builder("fit")
        .loadBalancer(LoadBalancerSpec.application("lb", ZONES, TargetGroupSpec.application("tg")))
        .group(group.targetGroups(List.of("tg")).build())
        .traffic(new Traffic("lb", EvenlySpaced.ofRate(40), QUICK))
        .duration(Duration.ofMinutes(30));
  }

  @Test
  void policyOnRequestsOfTargets_ofAGroupWithoutTargetGroup_isAProblemOfOneLine() {
    ScenarioBuilder alone =
        Scenario.builder("alone")
            .group(web().policies(List.of(REQUESTS)).build())
            .duration(Duration.ofMinutes(10));

    assertThat(alone.problems()).hasSize(1);
    assertThat(alone.problems().get(0)).startsWith("group web: policy ");
    assertThat(alone.problems().get(0)).contains("target group");
    IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, alone::build);
    assertThat(refused).hasMessageThat().contains(alone.problems().get(0));
    assertThat(balanced(web().policies(List.of(REQUESTS))).problems()).isEmpty();
  }

  /** Two of four instances warm up: they are among the targets and not in the group's CPU. */
  @Test
  @Rule("autoscaling MT3")
  @Rule("autoscaling MT1")
  void metricsOfTheLoadBalancer_countWarmingInstances_andThoseOfTheGroupDoNot() {
    TimedOperation grow =
        new TimedOperation(
            Duration.ofMinutes(5), new GroupOperation.SetDesired(4, Cooldown.IGNORE));
    SimulationResult result =
        Simulation.run(
            balanced(
                    web()
                        .warmup(Duration.ofHours(1))
                        .lifecycle(LifecycleSettings.NONE.operations(List.of(grow))))
                .settings(SimulationSettings.DEFAULT.timings(Timings.immediate()))
                .build());
    Metric requests =
        result.metrics().list().stream()
            .filter(metric -> metric.name().equals("RequestCountPerTarget"))
            .filter(
                metric ->
                    metric.dimensions().keySet().equals(Set.of("LoadBalancer", "TargetGroup")))
            .findFirst()
            .orElseThrow();
    Metric cpu = Metric.of("AWS/EC2", "CPUUtilization").with("AutoScalingGroupName", "web");
    Duration minute = Duration.ofMinutes(1);

    TimeSeries perTarget = result.metrics().query(requests, Statistic.SUM, minute);
    assertThat(perTarget.value(3)).isWithin(1).of(1_200);
    assertThat(perTarget.value(20)).isWithin(1).of(600);
    assertThat(result.metrics().query(cpu, Statistic.SAMPLE_COUNT, minute).value(20)).isEqualTo(2);
  }
}
