package io.headroom.benchmarks.builds;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The arguments of a comparison, read so that all problems are told at once. */
public final class Wanted {
  /** What the arguments are. */
  public static final String USAGE =
      """
      usage: java -cp benchmarks.jar io.headroom.benchmarks.BeforeAfter BEFORE.jar AFTER.jar [OPTIONS]
        --only REGEX           only the cases whose names match
        --rounds N             so many JVMs for each case, by default 10
        --control              also runs BEFORE.jar beside itself, case by case
        --fail-slower PERCENT  exit code 1 if a case is slower beyond the noise and by more than that
        --json FILE            also writes all figures there
        --quick                one round of a tenth of the work, to see that it works
        --help                 prints this
      """;

  private static final int DEFAULT_ROUNDS = 10;

  private final List<String> problems = new ArrayList<>();
  private final List<Path> jars = new ArrayList<>();
  private Pattern only = Pattern.compile("");
  private OptionalInt rounds = OptionalInt.empty();
  private OptionalDouble failSlower = OptionalDouble.empty();
  private Optional<Path> json = Optional.empty();
  private boolean hasControl;
  private boolean isQuick;

  private Wanted() {}

  /** Reads arguments; whether they are right, {@link #problems} tells. */
  public static Wanted parse(String... args) {
    Wanted wanted = new Wanted();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--quick" -> wanted.isQuick = true;
        case "--control" -> wanted.hasControl = true;
        case "--only", "--rounds", "--fail-slower", "--json" -> {
          if (i + 1 == args.length) {
            wanted.problems.add(args[i] + " needs a value");
          } else {
            wanted.set(args[i], args[++i]);
          }
        }
        default -> wanted.jar(args[i]);
      }
    }
    wanted.check();
    return wanted;
  }

  private void jar(String text) {
    if (text.startsWith("--")) {
      problems.add("unknown option " + text);
    } else {
      jars.add(Path.of(text));
    }
  }

  private void set(String option, String value) {
    try {
      switch (option) {
        case "--only" -> only = Pattern.compile(value);
        case "--rounds" -> rounds = OptionalInt.of(Integer.parseInt(value));
        case "--fail-slower" -> failSlower = OptionalDouble.of(Double.parseDouble(value));
        default -> json = Optional.of(Path.of(value));
      }
    } catch (PatternSyntaxException problem) {
      problems.add("--only is no regular expression, was " + value);
    } catch (NumberFormatException problem) {
      problems.add("%s must be a number, was %s".formatted(option, value));
    }
  }

  private void check() {
    if (jars.size() != 2) {
      problems.add("needs two jars, BEFORE.jar and AFTER.jar, found %d".formatted(jars.size()));
    }
    if (rounds.isPresent() && !(rounds.getAsInt() >= 1 && rounds.getAsInt() <= 1_000)) {
      problems.add("--rounds must be between 1 and 1000, was " + rounds.getAsInt());
    }
    if (failSlower.isPresent() && !(failSlower.getAsDouble() >= 0)) {
      problems.add("--fail-slower must be at least 0 percent, was " + failSlower.getAsDouble());
    }
    if (rounds.isPresent() && isQuick) {
      problems.add("--quick is one round, so --rounds cannot stand beside it");
    }
    json.filter(Files::isDirectory)
        .ifPresent(file -> problems.add("--json must name a file, was the folder " + file));
    json.map(file -> file.toAbsolutePath().getParent())
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(folder -> problems.add("--json: there is no folder " + folder));
  }

  /** Returns what is wrong, a line each; nothing else means anything unless this is empty. */
  public List<String> problems() {
    return problems;
  }

  /** Returns what cannot be done with so many cases, a line each. */
  public List<String> problems(int cases) {
    int least = SignTest.leastRounds(cases);
    if (failSlower.isEmpty() || rounds() >= least) {
      return List.of();
    }
    return List.of(
        "--fail-slower needs at least %d rounds to judge %d %s, not %d"
            .formatted(least, cases, cases == 1 ? "case" : "cases", rounds()));
  }

  /** Returns the jar of the old build. */
  public Path before() {
    return jars.get(0);
  }

  /** Returns the jar of the new build. */
  public Path after() {
    return jars.get(1);
  }

  /** Returns what the names of the cases must match. */
  public Pattern only() {
    return only;
  }

  /** Returns how many JVMs each case gets. */
  public int rounds() {
    return isQuick ? 1 : rounds.orElse(DEFAULT_ROUNDS);
  }

  /** Returns how much is measured in each. */
  public Effort effort() {
    return isQuick ? Effort.QUICK : Effort.FULL;
  }

  /** Returns whether the old build is to run beside itself, too. */
  public boolean hasControl() {
    return hasControl;
  }

  /** Returns from how many percent on being slower is a failure; empty if it is none. */
  public OptionalDouble failSlower() {
    return failSlower;
  }

  /** Returns the file for the figures. */
  public Optional<Path> json() {
    return json;
  }
}
