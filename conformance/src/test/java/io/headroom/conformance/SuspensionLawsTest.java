package io.headroom.conformance;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.TimeSeries;
import io.headroom.autoscaling.ScalingActivity;
import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A suspended process does nothing, whatever happens; without suspension it would have acted. */
class SuspensionLawsTest {
  private static final int SCENARIOS = 6;

  /** Returns how often something happened that no other process brings about. */
  private static long deeds(SimulationResult result, ScalingProcess process) {
    return switch (process) {
      case LAUNCH -> begun(result, "Launching a new EC2 instance");
      case TERMINATE -> begun(result, "Terminating EC2 instance");
      case HEALTH_CHECK, REPLACE_UNHEALTHY -> left(result, Departure.UNHEALTHY);
      case AZ_REBALANCE -> left(result, Departure.ZONE_REBALANCE);
      case INSTANCE_REFRESH -> left(result, Departure.REFRESH);
      case ALARM_NOTIFICATION -> caused(result, "triggered policy");
      case SCHEDULED_ACTIONS -> caused(result, "a scheduled action");
      case ADD_TO_LOAD_BALANCER -> mostRegistered(result) - initial(result.scenario());
    };
  }

  private static long begun(SimulationResult result, String description) {
    return result.activities().stream()
        .filter(each -> each.description().startsWith(description))
        .count();
  }

  private static long left(SimulationResult result, Departure why) {
    return result.activities().stream()
        .map(ScalingActivity::departure)
        .filter(departure -> departure.filter(each -> each == why).isPresent())
        .count();
  }

  private static long caused(SimulationResult result, String clause) {
    return result.activities().stream().filter(each -> each.cause().contains(clause)).count();
  }

  private static int initial(Scenario scenario) {
    return scenario.groups().get(0).desired();
  }

  /** Returns how many targets were healthy at most at a time. */
  private static long mostRegistered(SimulationResult result) {
    return result.metrics().list().stream()
        .filter(metric -> metric.name().equals("HealthyHostCount"))
        .filter(metric -> metric.dimensions().size() <= 2)
        .mapToLong(metric -> maximum(result, metric))
        .max()
        .orElse(0);
  }

  private static long maximum(SimulationResult result, Metric metric) {
    TimeSeries counts = result.metrics().query(metric, Statistic.MAXIMUM, Duration.ofMinutes(1));
    return (long) Arrays.stream(counts.values()).filter(Double::isFinite).max().orElse(0);
  }

  /** What each scenario does while nothing is suspended. */
  private static List<SimulationResult> free() {
    return LongStream.range(0, SCENARIOS)
        .mapToObj(seed -> Simulation.run(RandomScenarios.eventful(seed, Set.of())))
        .toList();
  }

  @TestFactory
  @Rule("autoscaling 7")
  Stream<DynamicTest> suspendedProcess_doesNothing() {
    List<SimulationResult> free = free();
    return Arrays.stream(ScalingProcess.values())
        .map(process -> DynamicTest.dynamicTest(process.awsName(), () -> check(process, free)));
  }

  private static void check(ScalingProcess process, List<SimulationResult> free) {
    for (int seed = 0; seed < SCENARIOS; seed++) {
      Scenario scenario = RandomScenarios.eventful(seed, Set.of(process));
      assertWithMessage("seed %s", seed).that(deeds(Simulation.run(scenario), process)).isAtMost(0);
    }
    assertThat(free.stream().filter(result -> deeds(result, process) > 0).count()).isAtLeast(1);
  }

  @Test
  @Rule("autoscaling 7")
  void groupWithEveryProcessSuspended_doesNothing() {
    Set<ScalingProcess> all = Set.of(ScalingProcess.values());
    for (int seed = 0; seed < SCENARIOS; seed++) {
      assertThat(Simulation.run(RandomScenarios.eventful(seed, all)).activities()).isEmpty();
    }
  }
}
