package io.headroom.cli;

import io.headroom.Scenario;
import io.headroom.SimulationResult;
import io.headroom.reports.TextStyle;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What the commands have in common that run a scenario and print a report for people. */
final class ReportArguments {
  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "The scenario file; without one, the bundled example.")
  private @Nullable Path scenario;

  @Mixin private ScenarioRun run = new ScenarioRun();

  @Mixin private ColourOption colour = new ColourOption();

  /**
   * Reads the scenario and prints its warnings.
   *
   * @throws BadInputException if the scenario has errors
   */
  Scenario read(Shell shell) {
    return run.read(scenario, shell);
  }

  /**
   * Reads the scenario and runs it.
   *
   * @throws BadInputException if the scenario has errors
   * @throws InterruptedRunException if the user ended the run
   */
  SimulationResult run(Shell shell) {
    return ScenarioRun.run(read(shell), shell);
  }

  TextStyle style(Shell shell) {
    return colour.style(shell);
  }
}
