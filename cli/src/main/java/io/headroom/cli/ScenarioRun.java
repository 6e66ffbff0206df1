package io.headroom.cli;

import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** Reads a scenario, or the bundled example, and runs it to its end. */
final class ScenarioRun {
  @Mixin private ScenarioArguments arguments = new ScenarioArguments();

  /**
   * Reads a scenario and prints its warnings.
   *
   * @param file the scenario file; null for the bundled example
   * @throws BadInputException if the scenario has errors
   */
  Scenario read(@Nullable Path file, Shell shell) {
    if (file != null) {
      return arguments.read(file, shell);
    }
    try (BundledExample example = BundledExample.open()) {
      return arguments.read(example.scenario(), shell);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a scenario; a person at a terminal sees how far it is.
   *
   * @throws InterruptedRunException if the user ended the run
   */
  static SimulationResult run(Scenario scenario, Shell shell) {
    return run(scenario, shell, Duration.ZERO);
  }

  /**
   * Runs a scenario whose metrics keep their samples for at least so long, for percentiles.
   *
   * @throws InterruptedRunException if the user ended the run
   */
  static SimulationResult run(Scenario scenario, Shell shell, Duration samplesKept) {
    try (Interruption interruption = Interruption.listen()) {
      SimulationResult result =
          watched(
              Simulation.of(scenario).keepingSamples(samplesKept), scenario, shell, interruption);
      if (interruption.wasAsked()) {
        // Said before the interruption is closed, because the process may end right after.
        InterruptedRunException end = interrupted(result);
        shell.err().println(end.getMessage());
        throw end;
      }
      return result;
    }
  }

  private static SimulationResult watched(
      Simulation simulation, Scenario scenario, Shell shell, RunMonitor monitor) {
    try (Progress progress = new Progress(shell, scenario.duration(), System::nanoTime)) {
      return simulation.onProgress(now -> progress.reached(now) && monitor.reached(now)).run();
    }
  }

  private static InterruptedRunException interrupted(SimulationResult result) {
    Duration whole = result.scenario().duration();
    return new InterruptedRunException(
        "interrupted at %s of %s simulated; nothing was written"
            .formatted(
                SimTime.format(SimTime.nanosOf(result.simulatedSeconds())),
                SimTime.format(whole.toNanos())));
  }
}
