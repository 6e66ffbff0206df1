package io.headroom.benchmarks;

import io.headroom.Scenario;
import io.headroom.ScenarioBuilder;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.elb.HealthCheck;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.TargetGroupSpec;
import io.headroom.policies.aws.PredefinedMetric;
import io.headroom.policies.aws.TargetTracking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The control plane alone: groups whose instances run and get no requests. Each publishes the
 * metrics of its instances and its own, looks at the health of its instances, and more as the
 * extras say.
 *
 * @param groups how many groups
 * @param instances how many instances each has
 * @param duration the simulated time
 * @param extras what each group has beside its instances
 */
record Idle(int groups, int instances, Duration duration, List<Extra> extras) {

  /** What a group may have. */
  enum Extra {
    /** A target tracking policy on CPU, with its two alarms. */
    POLICY,
    /** A target group of its own behind a load balancer that checks it every 10 s. */
    HEALTH_CHECKS
  }

  Scenario scenario() {
    ScenarioBuilder scenario = Scenario.builder("idle").duration(duration).seed(7);
    for (int i = 0; i < groups; i++) {
      scenario.group(group("group-" + i, "targets-" + i));
      if (extras.contains(Extra.HEALTH_CHECKS)) {
        HealthCheck check = HealthCheck.every(Duration.ofSeconds(10));
        TargetGroupSpec targets = TargetGroupSpec.application("targets-" + i).healthCheck(check);
        scenario.loadBalancer(LoadBalancerSpec.application("lb-" + i, WholeRun.ZONES, targets));
      }
    }
    return scenario.build();
  }

  private AutoScalingGroupSpec group(String name, String targets) {
    List<ScalingPolicy> policies = new ArrayList<>();
    if (extras.contains(Extra.POLICY)) {
      policies.add(TargetTracking.on(PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION).target(50));
    }
    return AutoScalingGroupSpec.builder(name)
        .min(instances)
        .max(2 * instances)
        .zones(WholeRun.ZONES)
        .targetGroups(extras.contains(Extra.HEALTH_CHECKS) ? List.of(targets) : List.of())
        .groupMetrics(AutoScalingGroupSpec.GroupMetrics.ENABLED)
        .policies(policies)
        .build();
  }
}
