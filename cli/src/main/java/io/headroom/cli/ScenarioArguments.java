package io.headroom.cli;

import io.headroom.Scenario;
import io.headroom.scenarios.FileProblem;
import io.headroom.scenarios.Overrides;
import io.headroom.scenarios.ScenarioFile;
import io.headroom.scenarios.ScenarioReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that change a scenario, and how one is read with them. */
final class ScenarioArguments {
  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = {
        "Replace a value of the scenario, such as duration=1h, parameters.InstanceType=c5.large,"
            + " workloads.0.requests.timeout=5s, or a property of a resource: WebGroup.MaxSize=20."
      })
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The seed of all randomness; a whole number.")
  private @Nullable String seed;

  /**
   * Reads a scenario and prints its warnings.
   *
   * @throws BadInputException with every problem, if there is an error
   */
  Scenario read(Path file, Shell shell) {
    if (file.toString().isBlank()) {
      throw new BadInputException("SCENARIO: found an empty name; allowed: a file");
    }
    ScenarioReading reading = ScenarioFile.read(file, overrides());
    List<String> errors = reading.errors().stream().map(FileProblem::toString).toList();
    if (reading.scenario().isEmpty()) {
      throw new BadInputException(errors);
    }
    for (FileProblem warning : reading.warnings()) {
      shell.err().println((warning.isNote() ? "note: " : "warning: ") + warning);
    }
    return reading.scenario().get();
  }

  private Overrides overrides() {
    Overrides overrides = Overrides.NONE;
    for (KeyValue setting : KeyValue.all("--set", settings, "duration=1h")) {
      overrides = overrides.and("--set " + setting, setting.key(), setting.value());
    }
    return seed == null ? overrides : overrides.and("--seed " + seed, "seed", seed);
  }
}
