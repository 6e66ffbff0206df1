package io.headroom.benchmarks;

import io.headroom.benchmarks.builds.BadInputException;
import io.headroom.benchmarks.builds.Comparison;
import io.headroom.benchmarks.builds.Match;
import io.headroom.benchmarks.builds.Wanted;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;

/**
 * Two builds beside each other on the same whole runs, as ratios measured in one run: whether a
 * change made the simulator slower or faster.
 *
 * <pre>{@code
 * java -cp benchmarks.jar io.headroom.benchmarks.BeforeAfter BEFORE.jar AFTER.jar
 *     [--only REGEX] [--rounds N] [--control] [--fail-slower PERCENT] [--json FILE] [--quick]
 * }</pre>
 *
 * <p>Both jars are the {@code benchmarks.jar} of a commit. The page goes to the standard output,
 * progress to the standard error. Exit code 0; 1 if a case is slower beyond the noise and by more
 * than {@code --fail-slower}; 2 for bad input.
 */
public final class BeforeAfter {
  private BeforeAfter() {}

  /** Measures and prints the page. */
  public static void main(String[] args) {
    System.exit(run(System.out, System.err, args));
  }

  static int run(PrintStream out, PrintStream err, String... args) {
    if (Arrays.asList(args).contains("--help")) {
      out.print(Wanted.USAGE);
      return 0;
    }
    Wanted wanted = Wanted.parse(args);
    if (!wanted.problems().isEmpty()) {
      int code = refuse(err, wanted.problems());
      err.print(Wanted.USAGE);
      return code;
    }
    try {
      Match match = new Match(wanted.before(), wanted.after(), wanted.only());
      List<String> problems = wanted.problems(match.names().size());
      return problems.isEmpty() ? compare(match, wanted, out, err) : refuse(err, problems);
    } catch (BadInputException problem) {
      return refuse(err, List.of(String.valueOf(problem.getMessage())));
    } catch (IOException problem) {
      return refuse(err, List.of("cannot write: " + problem.getMessage()));
    }
  }

  private static int compare(Match match, Wanted wanted, PrintStream out, PrintStream err)
      throws BadInputException, IOException {
    Comparison comparison = match.run(wanted.effort(), wanted.rounds(), wanted.hasControl(), err);
    out.print(comparison.page());
    if (wanted.json().isPresent()) {
      Files.writeString(wanted.json().get(), comparison.json());
    }
    boolean fails =
        wanted.failSlower().isPresent() && comparison.isSlowerBy(wanted.failSlower().getAsDouble());
    return fails ? 1 : 0;
  }

  private static int refuse(PrintStream err, List<String> problems) {
    problems.forEach(problem -> err.println("BeforeAfter: " + problem));
    return 2;
  }
}
