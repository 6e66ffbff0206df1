package io.headroom.cli;

import io.headroom.AlarmHistory;
import io.headroom.SimulationResult;
import io.headroom.reports.AlarmReport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

  @Mixin private ReportArguments arguments = new ReportArguments();

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
    SimulationResult result = arguments.run(shell);
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
    shell.out().print(new AlarmReport(arguments.style(shell)).text(result, found));
    return ExitCode.DONE.number();
  }
}
