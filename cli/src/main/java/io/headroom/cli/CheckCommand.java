package io.headroom.cli;

import io.headroom.Scenario;
import io.headroom.SimulationResult;
import io.headroom.Slo;
import io.headroom.SloOutcome;
import io.headroom.reports.Objective;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code headroom check}: exit code 0 if the objective of a scenario holds, 1 if it does not. */
@Command(
    name = "check",
    description = "Runs a scenario and fails if its objective (slo) does not hold.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  headroom check black-friday.yaml",
      "  headroom check black-friday.yaml --set slo.latency.p99=300ms",
      "  headroom check black-friday.yaml --set WebGroup.MaxSize=12 || echo too small"
    })
final class CheckCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(arity = "1", paramLabel = "SCENARIO", description = "The scenario file.")
  private Path scenario = Path.of("");

  @Mixin private ScenarioRun run = new ScenarioRun();

  CheckCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Scenario input = run.read(scenario, shell);
    if (input.slo().equals(Slo.NONE)) {
      throw new BadInputException(
          scenario
              + ": slo: is missing; allowed: an objective, such as"
              + " {latency: {p99: 500ms}, errors: 0.1%}");
    }
    SimulationResult result = ScenarioRun.run(input, shell);
    SloOutcome outcome = result.slo();
    shell.out().println(input.name() + ": " + words(outcome));
    Objective.of(result).forEach(objective -> shell.out().println("  " + line(objective)));
    return (outcome.met() ? ExitCode.DONE : ExitCode.OBJECTIVE_MISSED).number();
  }

  private static String words(SloOutcome outcome) {
    return outcome.met()
        ? "the objective holds"
        : "the objective does NOT hold; %,d requests and %,d minutes were over a limit"
            .formatted(outcome.violatingRequests(), outcome.violatingMinutes());
  }

  /** Returns an objective on one line: verdict, limit, value, and by how much it was missed. */
  private static String line(Objective objective) {
    String limit = objective.unit().text(objective.limit());
    String words = "%s at most %s, was %s".formatted(objective.name(), limit, objective.measured());
    return switch (objective.verdict()) {
      case HELD -> "holds   " + words;
      case NOT_HELD -> "MISSED  " + words + ": over by " + excess(objective);
      case OPEN -> "?       " + words;
    };
  }

  private static String excess(Objective objective) {
    double limit = objective.limit();
    String over = objective.unit().text(objective.least() - limit);
    return limit > 0
        ? String.format(Locale.ROOT, "%s (%.2f times the limit)", over, objective.least() / limit)
        : over;
  }
}
