package io.headroom.policies.aws.predictive;

import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.SimulationSettings;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.ScheduledAction;
import io.headroom.autoscaling.Timings;
import io.headroom.ec2.LaunchConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A group called web, without traffic and without delays, for a number of hours. */
final class PredictiveRun {
  private final Instant start;
  private final List<ScalingPolicy> policies = new ArrayList<>();
  private final List<ScheduledAction> actions = new ArrayList<>();
  private int minimum;
  private int maximum = 10;
  private int desired = 1;

  PredictiveRun(String start) {
    this.start = Instant.parse(start);
  }

  PredictiveRun group(int newMinimum, int newMaximum, int newDesired) {
    minimum = newMinimum;
    maximum = newMaximum;
    desired = newDesired;
    return this;
  }

  PredictiveRun policy(ScalingPolicy policy) {
    policies.add(policy);
    return this;
  }

  PredictiveRun action(ScheduledAction action) {
    actions.add(action);
    return this;
  }

  SimulationResult run(Duration duration) {
    AutoScalingGroupSpec.Builder group =
        AutoScalingGroupSpec.builder("web")
            .min(minimum)
            .max(maximum)
            .desired(desired)
            .zones(List.of("a", "b"))
            .launchConfiguration(LaunchConfiguration.of("m5.large"))
            .policies(policies)
            .scheduledActions(actions);
    return Simulation.run(
        Scenario.builder("predictive")
            .start(start)
            .duration(duration)
            .group(group.build())
            .settings(SimulationSettings.DEFAULT.timings(Timings.immediate()))
            .build());
  }

  /** Returns the desired capacity at the end of a minute of the run. */
  static int desired(SimulationResult result, int minute) {
    return (int) result.series("web.desired").orElseThrow().value(minute);
  }

  /** A policy with given forecasts of the capacity, that scales. */
  static PredictiveScaling given(Integer... capacities) {
    return PredictiveScaling.on(MetricPair.CPU_UTILIZATION)
        .target(40)
        .andScale()
        .knowing(Foreknowledge.forecasts(List.of(capacities)));
  }
}
