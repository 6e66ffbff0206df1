package io.headroom.conformance;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.reports.ResultJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Equal scenarios give equal results: again, beside other runs, and in another JVM. */
class DeterminismTest {
  @Provide
  Arbitrary<Scenario> scenarios() {
    return RandomScenarios.any();
  }

  private static SimulationResult run(Scenario scenario) {
    return Simulation.run(scenario).withWallSeconds(0);
  }

  @Property(tries = 20)
  void sameScenario_givesEqualResults_twice(@ForAll("scenarios") Scenario scenario) {
    assertThat(run(scenario)).isEqualTo(run(scenario));
  }

  @Test
  void runsInParallelThreads_doNotDisturbEachOther() throws Exception {
    List<SimulationResult> alone = new ArrayList<>();
    for (long seed = 0; seed < 8; seed++) {
      alone.add(run(RandomScenarios.of(seed)));
    }
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<SimulationResult>> together = new ArrayList<>();
      for (long seed = 0; seed < 8; seed++) {
        Scenario scenario = RandomScenarios.of(seed);
        together.add(threads.submit(() -> run(scenario)));
      }
      for (int i = 0; i < 8; i++) {
        assertThat(together.get(i).get()).isEqualTo(alone.get(i));
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void anotherJvm_writesTheSameBytes() throws Exception {
    String command = ProcessHandle.current().info().command().orElse("java");
    Process process =
        new ProcessBuilder(
                command,
                "-Xint",
                "-cp",
                System.getProperty("java.class.path"),
                DeterminismTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String theirs = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(0);
    assertThat(theirs).isEqualTo(printed());
  }

  /** Prints a run for {@link #anotherJvm_writesTheSameBytes}, interpreted instead of compiled. */
  public static void main(String[] args) {
    System.out.print(printed());
  }

  private static String printed() {
    SimulationResult result = run(RandomScenarios.of(3));
    return ResultJson.of(result) + result.activities() + result.ledger() + result.bill();
  }

  @Test
  void anotherSeed_givesAnotherResult() {
    Scenario scenario = RandomScenarios.of(1);
    assertThat(run(scenario.withSeed(2)).requests()).isNotEqualTo(run(scenario).requests());
  }
}
