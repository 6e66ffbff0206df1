package io.headroom.benchmarks;

import io.headroom.benchmarks.race.Rounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The options that all measuring commands share. */
public final class Options {
  private static final String HELP =
      """
        --quick        one round of a tenth of the work, to see that it works; its figures mean little
        --once         one round of the full work
        --cpu          counts processor time instead of wall time, for a machine that is not quiet
        --only REGEX   only what matches in any case
        --out DIR      also writes the tables and plots there
      """;

  private boolean quick;
  private boolean once;
  private Rounds.Clock clock = Rounds.Clock.WALL;
  private Pattern only = Pattern.compile("");
  private Optional<Path> out = Optional.empty();

  private Options() {}

  /** Reads the arguments of a command; says what they may be if that is asked or one is wrong. */
  public static Options ofCommand(String... args) {
    if (List.of(args).contains("--help")) {
      System.out.print(HELP);
      System.exit(0);
    }
    try {
      return parse(args);
    } catch (IllegalArgumentException wrong) {
      refuse(wrong);
      throw wrong;
    }
  }

  private static void refuse(IllegalArgumentException wrong) {
    System.err.printf("%s%n%s", wrong.getMessage(), HELP);
    System.exit(2);
  }

  /**
   * Reads the arguments of a command.
   *
   * @throws IllegalArgumentException if one is not known
   */
  public static Options parse(String... args) {
    Options options = new Options();
    for (int i = 0; i < args.length; i++) {
      switch (args[i]) {
        case "--quick" -> options.quick = true;
        case "--once" -> options.once = true;
        case "--cpu" -> options.clock = Rounds.Clock.THREAD;
        case "--only" -> options.only = pattern(value(args, ++i));
        case "--out" -> options.out = Optional.of(Path.of(value(args, ++i)));
        default -> throw new IllegalArgumentException("unknown option %s".formatted(args[i]));
      }
    }
    return options;
  }

  private static Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    } catch (PatternSyntaxException wrong) {
      throw new IllegalArgumentException(
          "--only %s: %s".formatted(regex, wrong.getDescription()), wrong);
    }
  }

  private static String value(String[] args, int place) {
    if (place >= args.length) {
      throw new IllegalArgumentException("%s needs a value".formatted(args[place - 1]));
    }
    return args[place];
  }

  /** Returns whether it is only to be seen that everything works. */
  public boolean isQuick() {
    return quick;
  }

  /** Returns what was asked for by its name; ends the command with a line if that is nothing. */
  public <T> List<T> chosen(List<T> all, Function<T, String> name) {
    try {
      return choose(all, name);
    } catch (IllegalArgumentException wrong) {
      refuse(wrong);
      throw wrong;
    }
  }

  /**
   * Returns what was asked for by its name.
   *
   * @throws IllegalArgumentException if that is nothing
   */
  <T> List<T> choose(List<T> all, Function<T, String> name) {
    List<T> chosen = all.stream().filter(each -> only.matcher(name.apply(each)).find()).toList();
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException(
          "--only %s: matches none of: %s"
              .formatted(only, String.join("; ", all.stream().map(name).toList())));
    }
    return chosen;
  }

  Rounds rounds() {
    return rounds(Rounds.FULL);
  }

  /** Returns how much to measure, given what is enough for a figure. */
  public Rounds rounds(Rounds full) {
    Rounds wanted = once ? full.single() : full;
    return (quick ? Rounds.QUICK : wanted).by(clock);
  }

  /** Prints a text, and writes it to a file if there is a directory for it. */
  public void write(String file, String text) {
    System.out.println(text);
    save(file, text);
  }

  /** Writes a file if there is a directory for it. */
  void save(String file, String text) {
    if (out.isPresent()) {
      try {
        Files.createDirectories(out.get());
        Files.writeString(out.get().resolve(file), text);
      } catch (IOException cause) {
        throw new UncheckedIOException(cause);
      }
    }
  }
}
