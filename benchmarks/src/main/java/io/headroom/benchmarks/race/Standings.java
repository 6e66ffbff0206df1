package io.headroom.benchmarks.race;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The results of a race, contestant by contestant and round by round. */
public final class Standings {
  private final Map<String, List<Result>> results;

  /** Creates the standings from what {@link Race#run} returned. */
  public Standings(Map<String, List<Result>> results) {
    this.results = results;
  }

  /** Returns the contestants in the order of the race. */
  public List<String> names() {
    return List.copyOf(results.keySet());
  }

  /** Returns the spread of a figure over the rounds. */
  public Spread of(String name, ToDoubleFunction<Result> figure) {
    return Spread.of(rounds(name).stream().map(figure::applyAsDouble).toList());
  }

  private List<Result> rounds(String name) {
    List<Result> rounds = results.get(name);
    if (rounds == null) {
      throw new IllegalArgumentException("no contestant is called " + name);
    }
    return rounds;
  }
}
