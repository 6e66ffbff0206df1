package io.headroom.scenarios;

import io.headroom.Scenario;
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

  /** Returns the problems that keep the scenario from running. */
  public List<FileProblem> errors() {
    return problems.stream().filter(FileProblem::isError).toList();
  }

  /** Returns the problems in spite of which the scenario runs. */
  public List<FileProblem> warnings() {
    return problems.stream().filter(problem -> !problem.isError()).toList();
  }
}
