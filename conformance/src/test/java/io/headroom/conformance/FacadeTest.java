package io.headroom.conformance;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.Scenario;
import io.headroom.ScenarioBuilder;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.Slo;
import io.headroom.Traffic;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScheduledAction;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.Money;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.TargetGroupSpec;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import io.headroom.workload.RequestProfile;
import io.headroom.workloads.Poisson;
import io.headroom.workloads.synthetic.EvenlySpaced;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a notebook does with the facade. */
class FacadeTest {
  private static final List<String> ZONES = List.of("us-east-1a", "us-east-1b");
  private static final RequestProfile FIFTY_MILLIS =
      RequestProfile.of(Distribution.constant(Duration.ofMillis(50)));

  private static ScenarioBuilder twoInstances() {
    return Scenario.builder("two")
        .loadBalancer(
            LoadBalancerSpec.application("lb", ZONES, TargetGroupSpec.application("targets")))
        .group(
            AutoScalingGroupSpec.builder("web")
                .min(2)
                .max(2)
                .zones(ZONES)
                .targetGroups(List.of("targets"))
                .build())
        .duration(Duration.ofMinutes(10));
  }

  @Test
  @Rule("elb CP-5")
  void latency_isTheResponseTimeAndAMillisecondEachWay() {
    SimulationResult result =
        Simulation.run(
            twoInstances()
                .traffic(new Traffic("lb", EvenlySpaced.ofRate(10), FIFTY_MILLIS))
                .build());
    assertThat(result.latency().mean()).isWithin(1e-4).of(0.052);
    assertThat(result.latency().p99()).isWithin(1e-4).of(0.052);
    assertThat(result.requests().completed()).isAtLeast(5_990);
  }

  @Test
  void objective_isJudgedOverTheRun() {
    Traffic traffic = new Traffic("lb", EvenlySpaced.ofRate(10), FIFTY_MILLIS);
    SimulationResult held =
        Simulation.run(
            twoInstances().traffic(traffic).slo(Slo.latency(99, Duration.ofMillis(60))).build());
    SimulationResult missed =
        Simulation.run(
            twoInstances().traffic(traffic).slo(Slo.latency(99, Duration.ofMillis(51))).build());
    assertThat(held.slo().met()).isTrue();
    assertThat(held.slo().violatingRequests()).isEqualTo(0);
    assertThat(missed.slo().met()).isFalse();
    assertThat(missed.slo().violatingRequests()).isEqualTo(missed.requests().completed());
    assertThat(missed.slo().violatingMinutes()).isEqualTo(10);
  }

  @Test
  void traffic_mayGoToAGroupWithoutALoadBalancer() {
    Scenario scenario =
        Scenario.builder("direct")
            .group(AutoScalingGroupSpec.builder("workers").min(2).max(2).zones(ZONES).build())
            .traffic(new Traffic("workers", Poisson.ofRate(20), FIFTY_MILLIS))
            .duration(Duration.ofMinutes(10))
            .build();
    SimulationResult result = Simulation.run(scenario);
    assertThat(result.requests().rejected()).isEqualTo(0);
    assertThat(result.requests().completed()).isGreaterThan(11_000);
    assertThat(result.cost().loadBalancer()).isEqualTo(Money.ZERO);
  }

  @Test
  @Rule("cloudformation MP-4")
  void alarmOnAMetricThatNothingEmits_warns_andNeverHasData() {
    AlarmSpec memory =
        AlarmSpec.when(Metric.of("CWAgent", "mem_used_percent"), Statistic.AVERAGE)
            .isAbove(80)
            .datapoints(1)
            .period(Duration.ofMinutes(1))
            .named("memory")
            .build();
    SimulationResult result =
        Simulation.run(
            twoInstances()
                .traffic(new Traffic("lb", EvenlySpaced.ofRate(1), FIFTY_MILLIS))
                .alarm(memory)
                .build());
    assertThat(result.alarmHistory().stream().filter(a -> a.to() == AlarmState.ALARM)).isEmpty();
    assertThat(result.warnings().toString()).contains("alarm memory never had data");
  }

  @Test
  void build_namesEveryProblemAtOnce() {
    ScenarioBuilder broken =
        twoInstances()
            .traffic(new Traffic("nowhere", Poisson.ofRate(20), FIFTY_MILLIS))
            .duration(Duration.ZERO);
    IllegalArgumentException problem = assertThrows(IllegalArgumentException.class, broken::build);
    assertThat(problem).hasMessageThat().contains("nowhere does not exist; known are lb, targets");
    assertThat(problem).hasMessageThat().contains("duration must be positive");
    assertThat(broken.problems()).hasSize(2);
  }

  @Test
  void monitor_endsARunEarly_andTheResultSaysHowFarItCame() {
    Scenario scenario =
        twoInstances().traffic(new Traffic("lb", EvenlySpaced.ofRate(10), FIFTY_MILLIS)).build();
    SimulationResult result =
        Simulation.of(scenario).onProgress(now -> now < 300_000_000_000L).run();
    assertThat(result.simulatedSeconds()).isAtLeast(300.0);
    assertThat(result.simulatedSeconds()).isLessThan(400.0);
  }

  @Test
  void series_areWrittenAsCsv(@TempDir Path folder) throws IOException {
    SimulationResult result =
        Simulation.run(
            twoInstances()
                .traffic(new Traffic("lb", EvenlySpaced.ofRate(10), FIFTY_MILLIS))
                .build());
    Path file = folder.resolve("capacity.csv");
    result.series("web.inService").orElseThrow().writeCsv(file);
    assertThat(Files.readAllLines(file)).hasSize(11);
    assertThat(Files.readAllLines(file).get(1)).isEqualTo("2026-01-01T00:00:00Z,2.0");
  }

  /** Minutes in which nothing happens are counted, not written; the row of a change is not lost. */
  @Test
  void series_ofAnIdleGroup_showEachMinute() {
    Instant change = Instant.parse("2026-01-01T02:00:30Z");
    ScheduledAction growth =
        new ScheduledAction(
            "growth",
            from -> Optional.of(change).filter(due -> !due.isBefore(from)),
            OptionalInt.empty(),
            OptionalInt.of(3),
            OptionalInt.of(3));
    AutoScalingGroupSpec grows =
        AutoScalingGroupSpec.builder("grows")
            .min(2)
            .max(2)
            .zones(ZONES)
            .scheduledActions(List.of(growth))
            .build();
    SimulationResult result =
        Simulation.run(
            twoInstances().group(grows).duration(Duration.ofMinutes(239).plusSeconds(30)).build());
    double[] desired = result.series("grows.desired").orElseThrow().values();
    double[] steady = result.series("web.inService").orElseThrow().values();
    assertThat(desired).hasLength(240);
    assertThat(Arrays.copyOf(desired, 120)).usingExactEquality().containsExactly(all(120, 2));
    assertThat(Arrays.copyOfRange(desired, 120, 240))
        .usingExactEquality()
        .containsExactly(all(120, 3));
    assertThat(steady).usingExactEquality().containsExactly(all(240, 2));
    assertThat(result.series("grows.inService").orElseThrow().value(239)).isEqualTo(3);
  }

  private static double[] all(int length, double value) {
    double[] values = new double[length];
    Arrays.fill(values, value);
    return values;
  }
}
