package io.headroom.benchmarks;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.SimulationSettings;
import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.LimitB;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.elb.ElbSettings;
import io.headroom.sim.RandomStreams;
import io.headroom.workload.Arrivals;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Headroom does the work of the yardsticks. */
class WholeRunTest {
  private static final Work WORK = Work.standard(100_000);

  /** The same streams, health checks without work: the same response times to the nanosecond. */
  @Test
  void wholeRun_equalsTheRecursionOnTheSameStreams() {
    ElbSettings elb = ElbSettings.DEFAULT.latency(Duration.ZERO).probeDemand(Duration.ZERO);
    Scenario scenario =
        WholeRun.STANDARD.scenario(WORK).settings(SimulationSettings.DEFAULT.elb(elb)).build();
    RandomStreams random = new RandomStreams(WORK.seed(), 0).within("traffic/0");
    long endNanos = scenario.duration().toNanos();
    Arrivals arrivals =
        scenario.traffic().get(0).workload().open(random.within("arrivals"), endNanos);
    Work all = Work.standard(Long.MAX_VALUE);

    SimulationResult result = Simulation.run(scenario);
    Tally expected =
        new LimitB(Balancing.ROUND_ROBIN).run(all, arrivals, random.stream("demand"), endNanos);

    assertThat(result.requests().completed()).isEqualTo(expected.requests());
    assertThat(result.latency().mean()).isWithin(1e-12).of(expected.mean());
    assertThat(result.latency().p99()).isWithin(1e-3 * expected.p99()).of(expected.p99());
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
