package io.headroom.cli;

import io.headroom.SimulationResult;
import io.headroom.reports.ResultDirectory;
import io.headroom.reports.ResultJson;
import io.headroom.reports.TerminalSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code headroom run}: simulates a scenario and reports what came of it. */
@Command(
    name = "run",
    description = "Simulates a scenario and prints a summary.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExamples:%n",
    footer = {
      "  headroom run",
      "  headroom run black-friday.yaml --set duration=6h --seed 7",
      "  headroom run black-friday.yaml --set WebGroup.MaxSize=40 --out results",
      "  headroom run black-friday.yaml --format json | jq .cost.total"
    })
final class RunCommand implements Callable<Integer> {
  /** How a result is written to standard output. */
  enum Format {
    /** A summary for people. */
    TEXT,
    /** One JSON object and nothing else. */
    JSON;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Shell shell;

  @Mixin private ReportArguments arguments = new ReportArguments();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write result.json, the series as CSV, the activity log and the ledger to DIR.")
  private @Nullable Path out;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      description =
          "What to print: a summary, or JSON and nothing else. Default: ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  RunCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    if (out != null) {
      Path directory = out;
      ResultDirectory.obstacle(directory)
          .ifPresent(
              problem -> {
                throw new BadInputException("--out " + directory + ": " + problem);
              });
    }
    SimulationResult result = arguments.run(shell);
    if (out != null) {
      write(result, out);
    }
    shell.out().print(text(result));
    return ExitCode.DONE.number();
  }

  private String text(SimulationResult result) {
    return switch (format) {
      case TEXT -> new TerminalSummary(arguments.style(shell)).text(result);
      case JSON -> ResultJson.of(result);
    };
  }

  private void write(SimulationResult result, Path directory) {
    try {
      ResultDirectory.write(result, directory);
      shell.err().println("results are in " + directory);
    } catch (IOException e) {
      throw new BadInputException("--out " + directory + ": " + e.getMessage());
    }
  }
}
