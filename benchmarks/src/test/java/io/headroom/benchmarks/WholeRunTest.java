package io.headroom.benchmarks;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.SimulationSettings;
import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.LimitB;
import io.headroom.benchmarks.yardstick.SharedLimit;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.ec2.Discipline;
import io.headroom.elb.ElbSettings;
import io.headroom.sim.RandomStream;
import io.headroom.sim.RandomStreams;
import io.headroom.workload.Arrivals;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Headroom does the work of the yardsticks. */
class WholeRunTest {
  private static final Work WORK = Work.standard(100_000);

  /** The same, for as many requests as there are arrivals. */
  private static final Work ALL = Work.standard(Long.MAX_VALUE);

  /** The same streams, health checks without work: the same response times to the nanosecond. */
  @Test
  void wholeRun_equalsTheRecursionOnTheSameStreams() {
    Scenario scenario = withoutChecks(WholeRun.STANDARD);
    long endNanos = scenario.duration().toNanos();

    SimulationResult result = Simulation.run(scenario);
    Tally expected =
        new LimitB(Balancing.ROUND_ROBIN).run(ALL, arrivals(scenario), demands(), endNanos);

    assertThat(result.requests().completed()).isEqualTo(expected.requests());
    assertThat(result.latency().mean()).isWithin(1e-12).of(expected.mean());
    assertThat(result.latency().p99()).isWithin(1e-3 * expected.p99()).of(expected.p99());
  }

  /** The yardstick goes on until the last request has left, and breaks ties in another way. */
  @ParameterizedTest
  @EnumSource(Balancing.class)
  void sharing_equalsTheBareLoopOnTheSameStreams(Balancing balancing) {
    boolean isLeast = balancing == Balancing.LEAST_OUTSTANDING;
    Balance balance = isLeast ? Balance.LEAST_OUTSTANDING : Balance.ROUND_ROBIN;
    Scenario scenario =
        withoutChecks(WholeRun.STANDARD.with(balance).with(Discipline.PROCESSOR_SHARING));

    SimulationResult result = Simulation.run(scenario);
    Tally expected = new SharedLimit(balancing).run(ALL, arrivals(scenario), demands());

    assertThat(result.requests().arrived()).isEqualTo(expected.requests());
    assertThat(result.latency().mean()).isWithin(1e-3 * expected.mean()).of(expected.mean());
    assertThat(result.latency().p99()).isWithin(1e-2 * expected.p99()).of(expected.p99());
  }

  private static Scenario withoutChecks(WholeRun run) {
    ElbSettings elb = ElbSettings.DEFAULT.latency(Duration.ZERO).probeDemand(Duration.ZERO);
    return run.scenario(WORK).settings(SimulationSettings.DEFAULT.elb(elb)).build();
  }

  private static Arrivals arrivals(Scenario scenario) {
    RandomStreams random = new RandomStreams(WORK.seed(), 0).within("traffic/0");
    return scenario
        .traffic()
        .get(0)
        .workload()
        .open(random.within("arrivals"), scenario.duration().toNanos());
  }

  private static RandomStream demands() {
    return new RandomStreams(WORK.seed(), 0).within("traffic/0").stream("demand");
  }

  @Test
  void everyVariant_servesItsRequests() {
    Work work = Work.standard(20_000);
    for (Balance balance : Balance.values()) {
      for (Demand demand : Demand.values()) {
        Tally tally = WholeRun.STANDARD.with(balance).with(demand).run(work);

        assertThat((double) tally.requests()).isWithin(1_000).of(20_000);
        assertThat(tally.mean()).isGreaterThan(0.09);
      }
    }
  }

  @Test
  void idleGroups_haveAResultWithoutRequests() {
    SimulationResult result =
        Simulation.run(new Idle(2, 3, Duration.ofHours(1), List.of()).scenario());

    assertThat(result.requests().arrived()).isEqualTo(0);
    assertThat(result.capacity().instanceHours()).isWithin(1e-9).of(6);
  }

  @Test
  void laws_makeScenariosThatRun() {
    for (Law law : Law.values()) {
      Scenario scenario = law.scenario(law.amounts(true).get(0), 0.001);

      assertThat(scenario.duration()).isGreaterThan(Duration.ZERO);
    }
  }
}
