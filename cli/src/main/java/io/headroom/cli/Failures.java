package io.headroom.cli;

import io.headroom.cloudformation.template.Nearest;
import io.headroom.sim.SimTime;
import io.headroom.sim.SimulationFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever ends a command early into lines on standard error and an exit code. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
  private static final String REPORT =
      "this is a fault of Headroom: please report it with the command line and the scenario"
          + " (HEADROOM_DEBUG=1 shows where it happened)";

  private final Shell shell;

  Failures(Shell shell) {
    this.shell = shell;
  }

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) {
    CommandLine command = failure.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    shell.err().println(name + ": " + unknownCommand(failure).orElseGet(() -> message(failure)));
    shell.err().println("try '" + name + " --help'");
    return ExitCode.BAD_INPUT.number();
  }

  /** Says that the first word is no command, and what was probably meant. */
  private static Optional<String> unknownCommand(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    boolean isWord =
        failure instanceof UnmatchedArgumentException unmatched
            && !unmatched.isUnknownOption()
            && command.getParent() == null;
    if (!isWord) {
      return Optional.empty();
    }
    String word = ((UnmatchedArgumentException) failure).getUnmatched().get(0);
    if (Files.exists(Path.of(word))) {
      return Optional.of(
          "'%s' is no command; to run a scenario: headroom run %s".formatted(word, word));
    }
    Set<String> known = command.getSubcommands().keySet();
    String hint = Nearest.hint(word, known);
    return Optional.of(
        "there is no command '%s'".formatted(word)
            + (hint.isEmpty() ? "; commands: " + String.join(", ", known) : hint));
  }

  private static String message(ParameterException failure) {
    return oneLine(String.valueOf(failure.getMessage())) + hint(failure);
  }

  private static String hint(ParameterException failure) {
    if (!(failure instanceof UnmatchedArgumentException unmatched)) {
      return "";
    }
    List<String> near = new ArrayList<>(unmatched.getSuggestions());
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult arguments) {
    if (failure instanceof BadInputException input) {
      input.lines().forEach(shell.err()::println);
      return ExitCode.BAD_INPUT.number();
    }
    if (failure instanceof InterruptedRunException) {
      return ExitCode.INTERRUPTED.number();
    }
    if (failure instanceof ParameterException parameter) {
      return handleParseException(parameter, new String[0]);
    }
    shell.err().println("headroom: " + describe(failure) + "; " + REPORT);
    if (shell.showsStackTraces()) {
      failure.printStackTrace(shell.err());
    }
    return ExitCode.INTERNAL_ERROR.number();
  }

  /** Says what to do about a heap that is too small. */
  int outOfMemory() {
    long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
    shell
        .err()
        .println(
            "headroom: %d MiB of memory are not enough; HEADROOM_JAVA_OPTS=-Xmx4g gives it 4 GiB"
                .formatted(mebibytes));
    return ExitCode.INTERNAL_ERROR.number();
  }

  private static String describe(Exception failure) {
    if (failure instanceof SimulationFailure simulation) {
      return "event '%s' failed at %s of the run (%s)"
          .formatted(
              simulation.event(),
              SimTime.format(simulation.timeNanos()),
              oneLine(String.valueOf(simulation.getCause())));
    }
    return oneLine(failure.toString());
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
