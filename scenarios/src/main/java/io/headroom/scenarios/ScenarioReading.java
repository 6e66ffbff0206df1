package io.headroom.scenarios;

import io.headroom.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a scenario file. Immutable.
 *
 * @param scenario the scenario; empty if a problem is an error
 * @param problems everything that was found, the errors first
 */
public record ScenarioReading(Optional<Scenario> scenario, List<FileProblem> problems) {
  /** Copies the list. */
  public ScenarioReading {
    problems = List.copyOf(problems);
  }

  /** Returns this reading with errors that were found before; with any, there is no scenario. */
  ScenarioReading with(List<FileProblem> errors) {
    List<FileProblem> all = new ArrayList<>(errors);
    all.addAll(problems);
    return new ScenarioReading(errors.isEmpty() ? scenario : Optional.empty(), all);
  }

  /** Returns the problems that keep the scenario from running. */
  public List<FileProblem> errors() {
    return problems.stream().filter(FileProblem::isError).toList();
  }

  /** Returns the problems in spite of which the scenario runs. */
  public List<FileProblem> warnings() {
    return problems.stream().filter(problem -> !problem.isError()).toList();
  }
}
