package io.headroom.conformance;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.SimulationSettings;
import io.headroom.Traffic;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.ScheduledAction;
import io.headroom.autoscaling.Timings;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.policies.aws.AdjustmentType;
import io.headroom.policies.aws.SimpleScaling;
import io.headroom.policies.aws.StepScaling;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import io.headroom.workload.RequestProfile;
import io.headroom.workload.Workload;
import io.headroom.workloads.synthetic.EvenlySpaced;
import io.headroom.workloads.synthetic.Ramp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * Mistakes that simulators of the control loop make, each as a story of a group at a constant load:
 * the first alarm rings at two minutes, and would ring each minute after.
 *
 * <p>The other mistakes of the list are told in {@code LifecycleStoriesTest}, {@code HealthTest}
 * and {@code MixedGroupTest}.
 */
class TenMistakesTest {
  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private static AlarmSpec.Builder cpu() {
    return AlarmSpec.when(
            Metric.of("AWS/EC2", "CPUUtilization").with("AutoScalingGroupName", "web"),
            Statistic.AVERAGE)
        .datapoints(1)
        .period(Duration.ofMinutes(1));
  }

  private static AlarmSpec busy() {
    return cpu().isAtLeast(50).named("busy").build();
  }

  private static AlarmSpec idle() {
    return cpu().isAtMost(30).named("idle").build();
  }

  private static AutoScalingGroupSpec.Builder group(int desired, ScalingPolicy... policies) {
    return AutoScalingGroupSpec.builder("web")
        .min(1)
        .max(40)
        .desired(desired)
        .zones(List.of("us-east-1a"))
        .launchConfiguration(
            LaunchConfiguration.of("m5.large")
                .bootTime(Distribution.constant(Duration.ofSeconds(10))))
        .policies(List.of(policies));
  }

  /** Runs a group for some minutes; a load of 20 keeps one vCPU busy. */
  private static SimulationResult run(
      AutoScalingGroupSpec.Builder group, double requestsPerSecond, int minutes) {
    return run(group, EvenlySpaced.ofRate(requestsPerSecond), minutes);
  }

  private static SimulationResult run(
      AutoScalingGroupSpec.Builder group, Workload workload, int minutes) {
    RequestProfile requests =
        RequestProfile.of(Distribution.constant(Duration.ofMillis(50)))
            .withTimeout(Duration.ofSeconds(5));
    return Simulation.run(
        Scenario.builder("mistake")
            .start(START)
            .duration(Duration.ofMinutes(minutes))
            .group(group.build())
            .traffic(new Traffic("web", workload, requests))
            .settings(
                SimulationSettings.DEFAULT
                    .timings(Timings.deterministic())
                    .alarms(AlarmSettings.DEFAULT.withPhase(Duration.ZERO)))
            .build());
  }

  /** The alarm changes its state once, and asks its policy as long as it lasts. */
  @Test
  @Rule("autoscaling 33.2")
  void alarmThatLasts_asksEachMinute() {
    StepScaling step = StepScaling.on(busy()).step(0, +1).named("more").warmup(Duration.ZERO);
    SimulationResult result = run(group(1, step), 100, 6);
    assertThat(result.alarmHistory().stream().filter(each -> each.to() == AlarmState.ALARM))
        .hasSize(1);
    assertThat(Chronicle.of(result))
        .containsExactly(
            "02:00 more wants 2: 1 → 2",
            "02:18 launch",
            "02:47 in service",
            "03:00 more wants 3: 2 → 3",
            "03:18 launch",
            "03:47 in service",
            "04:00 more wants 4: 3 → 4",
            "04:18 launch",
            "04:47 in service")
        .inOrder();
  }

  /** The larger breach of a later minute is measured by what is warm, and not added on top. */
  @Test
  @Rule("autoscaling 33.3")
  void secondBreachWhileWarming_addsTheDifference() {
    StepScaling step =
        StepScaling.on(busy())
            .step(0, 30, +50)
            .step(30, +100)
            .type(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY)
            .named("more")
            .warmup(TEN_MINUTES);
    Workload load = new Ramp(120, 240, Duration.ofMinutes(3), Duration.ofSeconds(1)).workload();
    assertThat(Chronicle.of(run(group(4, step), load, 8)))
        .containsExactly(
            "02:00 more wants 6: 4 → 6",
            "02:18 launch",
            "02:18 launch",
            "02:47 in service",
            "02:47 in service",
            "03:00 more wants 6: 6 → 6 (already desired), 2 times",
            "05:00 more wants 8: 6 → 8",
            "05:18 launch",
            "05:18 launch",
            "05:47 in service",
            "05:47 in service",
            "06:00 more wants 8: 8 → 8 (already desired), 2 times")
        .inOrder();
  }

  @Test
  @Rule("autoscaling 33.4")
  void percentages_goTowardsZeroButNotToIt() {
    StepScaling more =
        StepScaling.on(busy())
            .step(0, +10)
            .type(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY)
            .named("more")
            .warmup(TEN_MINUTES);
    StepScaling less =
        StepScaling.on(idle())
            .stepUpTo(0, -10)
            .type(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY)
            .named("less");
    assertThat(Chronicle.decisions(run(group(19, more), 600, 3)))
        .containsExactly("02:00 more wants 20: 19 → 20");
    assertThat(Chronicle.decisions(run(group(4, more), 120, 3)))
        .containsExactly("02:00 more wants 5: 4 → 5");
    assertThat(Chronicle.decisions(run(group(19, less), 1, 3)))
        .containsExactly("02:00 less wants 18: 19 → 18");
    assertThat(Chronicle.decisions(run(group(4, less), 1, 3)))
        .containsExactly("02:00 less wants 3: 4 → 3");
  }

  @Test
  @Rule("autoscaling 33.5")
  void ofTwoPolicies_theLargerCapacityWins_bothWays() {
    StepScaling oneLess = StepScaling.on(idle()).stepUpTo(0, -1).named("one less");
    StepScaling threeLess = StepScaling.on(idle()).stepUpTo(0, -3).named("three less");
    assertThat(Chronicle.decisions(run(group(6, oneLess, threeLess), 1, 3)))
        .containsExactly(
            "02:00 one less wants 5: 6 → 5",
            "02:00 three less wants 3: 6 → 5 (larger decision of another policy)");
    StepScaling oneMore = StepScaling.on(busy()).step(0, +1).named("one more");
    StepScaling threeMore = StepScaling.on(busy()).step(0, +3).named("three more");
    assertThat(Chronicle.decisions(run(group(6, oneMore, threeMore), 200, 3)))
        .containsExactly(
            "02:00 three more wants 9: 6 → 9",
            "02:00 one more wants 7: 6 → 9 (larger decision of another policy)");
  }

  /** A scheduled action and a step act while the cooldown of a simple policy runs. */
  @Test
  @Rule("autoscaling 33.7")
  void cooldown_holdsBackSimpleScalingAlone() {
    SimpleScaling simple = SimpleScaling.on(busy()).change(1).named("simple").cooldown(TEN_MINUTES);
    StepScaling step =
        StepScaling.on(cpu().isAtLeast(50).datapoints(4).named("busy for long").build())
            .step(0, +2)
            .named("step");
    Instant due = START.plus(Duration.ofMinutes(8));
    ScheduledAction action =
        new ScheduledAction(
            "grow",
            from -> from.isAfter(due) ? Optional.empty() : Optional.of(due),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.of(8));
    assertThat(Chronicle.of(run(group(2, simple, step).schedule(action), 400, 10)))
        .containsExactly(
            "02:00 simple wants 3: 2 → 3",
            "02:18 launch",
            "02:47 in service",
            "03:00 simple wants 4: 3 → 3 (cooldown)",
            "04:00 simple wants 4: 3 → 5 (cooldown)",
            "04:00 step wants 5: 3 → 5",
            "04:18 launch",
            "04:18 launch",
            "04:47 in service",
            "04:47 in service",
            "05:00 simple wants 6: 5 → 5 (cooldown)",
            "05:00 step wants 5: 5 → 5 (already desired)",
            "08:00 grow wants 8: 5 → 8",
            "08:18 launch",
            "08:18 launch",
            "08:18 launch",
            "08:47 in service",
            "08:47 in service",
            "08:47 in service")
        .inOrder();
  }
}
