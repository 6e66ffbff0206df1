package io.headroom.benchmarks.race;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the contestants of a field run in turn, one process at a time, or two if one is compared
 * with the other: they take turns then. The order rotates from round to round, so that a machine
 * that grows slower or faster favours nobody.
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
    List<Contestant> order = new ArrayList<>(contestants);
    Map<String, List<Result>> results = new LinkedHashMap<>();
    order.forEach(each -> results.put(each.name(), new ArrayList<>()));
    for (int round = 1; round <= rounds.rounds(); round++) {
      for (Contestant each : order) {
        Result result = lap(each);
        results.getOrDefault(each.name(), List.of()).add(result);
        progress.printf(
            "round %d of %d: %s, %s a second%n",
            round, rounds.rounds(), each.name(), Spread.digits(result.speed()));
      }
      Collections.rotate(order, -1);
    }
    return results;
  }

  private Result lap(Contestant contestant) {
    try (Lane own = lane(contestant.name())) {
      if (contestant.reference().isEmpty()) {
        return new Turns(own, Optional.empty()).run(rounds);
      }
      try (Lane reference = lane(contestant.reference().get())) {
        return new Turns(own, Optional.of(reference)).run(rounds);
      }
    }
  }

  private Lane lane(String name) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Lap.class.getName()));
    command.addAll(List.of(field.getName(), name, rounds.line()));
    return new Lane(name, command);
  }
}
