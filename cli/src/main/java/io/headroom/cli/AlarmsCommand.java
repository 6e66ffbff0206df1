package io.headroom.cli;

import io.headroom.AlarmHistory;
import io.headroom.SimulationResult;
import io.headroom.reports.AlarmReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code headroom alarms}: what each alarm of a run did, and why. */
@Command(
    name = "alarms",
    description = {
      "Prints the history of each alarm: its states, the data points behind each change, the"
          + " actions that ran and what became of them."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  headroom alarms",
      "  headroom alarms black-friday.yaml",
      "  headroom alarms black-friday.yaml --alarm CpuHigh --seed 7"
    })
final class AlarmsCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "The scenario file; without one, the bundled example.")
  private @Nullable Path scenario;

  @Mixin private ScenarioRun run = new ScenarioRun();

  @Mixin private ColourOption colour = new ColourOption();

  @Option(
      names = "--alarm",
      paramLabel = "NAME",
      description = "Only alarms whose name contains this.")
  private String alarm = "";

  AlarmsCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    SimulationResult result = ScenarioRun.run(run.read(scenario, shell), shell);
    List<AlarmHistory> found =
        result.alarms().stream().filter(each -> each.name().contains(alarm)).toList();
    if (found.isEmpty() && !alarm.isEmpty()) {
      throw new BadInputException(
          "--alarm: found '%s'; allowed: a part of the name of an alarm: %s"
              .formatted(
                  alarm,
                  result.alarms().stream()
                      .map(AlarmHistory::name)
                      .collect(Collectors.joining(", "))));
    }
    shell.out().print(new AlarmReport(colour.style(shell)).text(result, found));
    return ExitCode.DONE.number();
  }
}
