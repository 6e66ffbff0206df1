package io.headroom.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command {@code headroom}.
 *
 * <p>Exit codes: 0 done, 1 the objective of a {@code check} does not hold, 2 bad input, 3 a failure
 * of Headroom itself, 130 ended by the user.
 */
@Command(
    name = "headroom",
    description =
        "A wind tunnel for auto-scaling: replays a CloudFormation template and its traffic.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  headroom run                              the bundled example",
      "  headroom import web.yaml                  a scenario to edit from your template",
      "  headroom run web-scenario.yaml --out web  run it and keep the results",
      "  headroom explain web-scenario.yaml --at 14:05",
      "  headroom alarms web-scenario.yaml         when each alarm fired, and why",
      "  headroom metrics web-scenario.yaml WebGroup.CPUUtilization",
      "  headroom check web-scenario.yaml          a gate for a pull request",
      "",
      "Exit codes: 0 done, 1 a check failed, 2 bad input, 3 internal error, 130 interrupted."
    })
public final class Headroom implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private Headroom() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(execute(Shell.ofProcess(), arguments));
  }

  /** Runs the command and returns its exit code. */
  static int execute(Shell shell, String... arguments) {
    Failures failures = new Failures(shell);
    try {
      return commandLine(shell, failures).execute(arguments);
    } catch (OutOfMemoryError e) {
      return failures.outOfMemory();
    } finally {
      shell.out().flush();
    }
  }

  private static CommandLine commandLine(Shell shell, Failures failures) {
    CommandLine line =
        new CommandLine(new Headroom())
            .addSubcommand(new RunCommand(shell))
            .addSubcommand(new ImportCommand(shell))
            .addSubcommand(new ExplainCommand(shell))
            .addSubcommand(new AlarmsCommand(shell))
            .addSubcommand(new MetricsCommand(shell))
            .addSubcommand(new CheckCommand(shell));
    return line.setOut(new PrintWriter(shell.out(), true, StandardCharsets.UTF_8))
        .setErr(new PrintWriter(shell.err(), true, StandardCharsets.UTF_8))
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures)
        .setExitCodeExceptionMapper(failure -> ExitCode.INTERNAL_ERROR.number())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }
}
