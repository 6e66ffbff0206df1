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
    ScenarioReading reading = ScenarioFile.read(file, overrides());
    List<String> errors = reading.errors().stream().map(FileProblem::toString).toList();
    if (reading.scenario().isEmpty()) {
      throw new BadInputException(errors);
    }
    for (FileProblem warning : reading.warnings()) {
      shell.err().println("warning: " + warning);
    }
    return reading.scenario().get();
  }

  private Overrides overrides() {
    Overrides overrides = Overrides.NONE;
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals <= 0) {
        throw new BadInputException(
            "--set %s: found no '='; allowed: KEY=VALUE, such as duration=1h".formatted(setting));
      }
      overrides =
          overrides.and(
              "--set " + setting, setting.substring(0, equals), setting.substring(equals + 1));
    }
    return seed == null ? overrides : overrides.and("--seed " + seed, "seed", seed);
  }
}
