package io.headroom.cli;

import io.headroom.Scenario;
import io.headroom.SimulationResult;
import io.headroom.reports.ExplainReport;
import io.headroom.scenarios.RunTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code headroom explain}: the decisions of a run, and where the time of each scale-out went. */
@Command(
    name = "explain",
    description = "Says why a run scaled or did not: the decision ledger and the reaction budgets.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  headroom explain",
      "  headroom explain black-friday.yaml --at 14:05",
      "  headroom explain black-friday.yaml --at 90m",
      "  headroom explain black-friday.yaml --at 2026-11-27T14:05:00Z"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Shell shell;

  @Mixin private ReportArguments arguments = new ReportArguments();

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "Only what happened around a time: " + RunTime.ALLOWED + ".")
  private @Nullable String at;

  ExplainCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Scenario input = arguments.read(shell);
    Optional<Instant> time = Optional.ofNullable(at).map(text -> time(text, input));
    SimulationResult result = ScenarioRun.run(input, shell);
    ExplainReport report = new ExplainReport(arguments.style(shell));
    shell
        .out()
        .print(
            time.map(instant -> report.text(result, instant)).orElseGet(() -> report.text(result)));
    return ExitCode.DONE.number();
  }

  private static Instant time(String text, Scenario scenario) {
    Instant start = scenario.start();
    Duration since = since(text, start);
    if (since.isNegative() || since.compareTo(scenario.duration()) > 0) {
      throw new BadInputException(
          "--at %s: lies outside the run, from %s to %s"
              .formatted(text, start, start.plus(scenario.duration())));
    }
    return start.plus(since);
  }

  private static Duration since(String text, Instant start) {
    return RunTime.parse(text, start)
        .orElseThrow(
            () ->
                new BadInputException(
                    "--at: found '%s'; allowed: %s".formatted(text, RunTime.ALLOWED)));
  }
}
