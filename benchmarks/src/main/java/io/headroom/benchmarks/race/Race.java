package io.headroom.benchmarks.race;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the contestants of a field run in turn, one process at a time. The order rotates from round
 * to round, so that a machine that grows slower or faster favours nobody.
 */
public final class Race {
  private final Class<? extends Field> field;
  private final Rounds rounds;
  private final PrintStream progress;
  private final List<String> jvmOptions;

  /**
   * Creates a race.
   *
   * @param field the class of the contestants
   * @param rounds how often to measure
   * @param progress where to say what goes on
   * @param jvmOptions options of the JVMs, such as the size of the heap
   */
  public Race(
      Class<? extends Field> field, Rounds rounds, PrintStream progress, List<String> jvmOptions) {
    this.field = field;
    this.rounds = rounds;
    this.progress = progress;
    this.jvmOptions = List.copyOf(jvmOptions);
  }

  /** Runs all rounds; returns the results of each contestant, one for each round. */
  public Map<String, List<Result>> run(List<Contestant> contestants) {
    List<String> names = new ArrayList<>(contestants.stream().map(Contestant::name).toList());
    Map<String, List<Result>> results = new LinkedHashMap<>();
    names.forEach(name -> results.put(name, new ArrayList<>()));
    for (int round = 1; round <= rounds.rounds(); round++) {
      for (String name : names) {
        Result result = lap(name);
        results.getOrDefault(name, List.of()).add(result);
        progress.printf(
            "round %d of %d: %s, %s a second%n",
            round, rounds.rounds(), name, Spread.digits(result.speed()));
      }
      Collections.rotate(names, -1);
    }
    return results;
  }

  private Result lap(String name) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Lap.class.getName()));
    command.addAll(List.of(field.getName(), name, rounds.line()));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      Optional<String> last =
          process.inputReader().lines().filter(line -> line.startsWith(Lap.MARK)).findFirst();
      int code = process.waitFor();
      if (code != 0 || last.isEmpty()) {
        throw new IllegalStateException("%s ended with exit code %d".formatted(name, code));
      }
      return Result.parse(last.get().substring(Lap.MARK.length()));
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    } catch (InterruptedException cause) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + name + " ran", cause);
    }
  }
}
