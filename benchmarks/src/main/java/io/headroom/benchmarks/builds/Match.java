package io.headroom.benchmarks.builds;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Measures both builds, one JVM after another. Each JVM has both in it and a single case: seconds
 * apart, in two JVMs, a shared machine is not the same any more, and what the compiler learned of
 * one case would shape the next.
 */
public final class Match {
  /** Compilation waits, so that both get compiled at the same count of calls and alike. */
  private static final List<String> JVM_OPTIONS =
      List.of("-XX:+UseSerialGC", "-Xms1g", "-Xmx1g", "-Xbatch");

  private final Path before;
  private final Path after;
  private final List<String> names;
  private final List<String> onlyInOne;

  /**
   * Loads both builds to see which cases they have.
   *
   * @param only what the names of the cases must match
   * @throws BadInputException if a jar is none, or they share no such case
   */
  public Match(Path before, Path after, Pattern only) throws BadInputException {
    this.before = before;
    this.after = after;
    List<String> old = names(before, only);
    List<String> young = names(after, only);
    this.names = old.stream().filter(young::contains).toList();
    this.onlyInOne = new ArrayList<>();
    old.stream().filter(name -> !young.contains(name)).forEach(onlyInOne::add);
    young.stream().filter(name -> !old.contains(name)).forEach(onlyInOne::add);
    if (names.isEmpty()) {
      throw new BadInputException(
          "no case of both builds matches %s; %s has: %s"
              .formatted(only, after, String.join("; ", names(after, Pattern.compile("")))));
    }
  }

  private static List<String> names(Path jar, Pattern only) throws BadInputException {
    return Build.load(jar).cases(1).keySet().stream()
        .filter(name -> only.matcher(name).find())
        .toList();
  }

  /** Returns the names of the cases that both builds have. */
  public List<String> names() {
    return names;
  }

  /**
   * Runs all rounds.
   *
   * @param hasControl whether the old build runs beside itself too
   * @param progress where to say what goes on
   */
  public Comparison run(Effort effort, int rounds, boolean hasControl, PrintStream progress)
      throws BadInputException {
    List<Case> cases = new ArrayList<>();
    names.forEach(name -> cases.add(new Case(name, false)));
    if (hasControl) {
      names.forEach(name -> cases.add(new Case(name, true)));
    }
    long begunNanos = System.nanoTime();
    for (int done = 0; done < rounds * cases.size(); done++) {
      Case each = cases.get(done % cases.size());
      progress.printf(
          "round %d of %d: %s%s%n",
          done / cases.size() + 1,
          rounds,
          each.title(),
          left(begunNanos, done, rounds * cases.size()));
      each.add(round(each, effort, done / cases.size() % 2));
    }
    return new Comparison(before, after, new SignTest(rounds, names.size()), cases, onlyInOne);
  }

  private static String left(long begunNanos, int done, int all) {
    double minutes = (System.nanoTime() - begunNanos) / 60e9;
    return done == 0 ? "" : ", about %.0f min left".formatted(minutes / done * (all - done));
  }

  private Round round(Case each, Effort effort, int first) throws BadInputException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_OPTIONS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Twins.class.getName()));
    command.add(before.toString());
    command.add((each.isControl() ? before : after).toString());
    command.add(each.name());
    command.add(Double.toString(effort.share()));
    command.add(Integer.toString(effort.warmups()));
    command.add(Integer.toString(effort.pairs()));
    command.add(Integer.toString(first));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      List<String> lines = process.inputReader().lines().toList();
      return parse(each, lines, process.waitFor());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + each.title() + " ran", cause);
    }
  }

  /** What a build prints itself is passed over. */
  static Round parse(Case each, List<String> lines, int code)
      throws IOException, BadInputException {
    for (String line : lines) {
      if (line.startsWith(Twins.TROUBLE)) {
        throw new BadInputException(
            "%s: %s".formatted(each.title(), line.substring(Twins.TROUBLE.length())));
      }
      if (line.startsWith(Twins.MARK)) {
        return new ObjectMapper().readValue(line.substring(Twins.MARK.length()), Round.class);
      }
    }
    throw new BadInputException(
        "%s: its JVM ended with exit code %d and no result".formatted(each.title(), code));
  }
}
