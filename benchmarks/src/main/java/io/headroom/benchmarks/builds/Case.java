package io.headroom.benchmarks.builds;

import io.headroom.benchmarks.race.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** A case and its rounds. */
final class Case {
  private final String name;
  private final boolean isControl;
  private final List<Round> rounds = new ArrayList<>();

  Case(String name, boolean isControl) {
    this.name = name;
    this.isControl = isControl;
  }

  void add(Round round) {
    rounds.add(round);
  }

  String name() {
    return name;
  }

  /** Returns whether it is the old build beside itself. */
  boolean isControl() {
    return isControl;
  }

  String title() {
    return isControl ? "control: " + name : name;
  }

  String unit() {
    return rounds.get(0).pairs().get(0).before().unit();
  }

  /** Returns the ratio of each round; above 1 the new build needs more. */
  List<Double> ratios(ToDoubleFunction<Sample> figure) {
    return rounds.stream().map(round -> round.ratio(figure)).toList();
  }

  /** Returns a figure of one build over the rounds. */
  Spread spread(Function<Pair, Sample> build, ToDoubleFunction<Sample> figure) {
    return Spread.of(rounds.stream().map(round -> round.median(build, figure)).toList());
  }

  /**
   * Returns what was simulated and is not the same, as {@code mean [s]: 0.17 → 0.18}. Figures that
   * only one build tells are left out, so that a build may come to tell more.
   */
  List<String> differences() {
    Map<String, Set<Double>> before = figures(Pair::before);
    Map<String, Set<Double>> after = figures(Pair::after);
    List<String> differences = new ArrayList<>();
    before.forEach(
        (figure, values) -> {
          Set<Double> others = after.getOrDefault(figure, values);
          if (!values.equals(others)) {
            differences.add("%s: %s → %s".formatted(figure, text(values), text(others)));
          }
        });
    return differences;
  }

  /** Returns the figures that were not the same in all runs of a build, as differences. */
  List<String> unsteady() {
    List<String> unsteady = new ArrayList<>();
    Map.of("before", figures(Pair::before), "after", figures(Pair::after))
        .forEach(
            (build, figures) ->
                figures.forEach(
                    (figure, values) -> {
                      if (values.size() > 1) {
                        unsteady.add("%s, %s: %s".formatted(build, figure, text(values)));
                      }
                    }));
    return unsteady.stream().sorted().toList();
  }

  private Map<String, Set<Double>> figures(Function<Pair, Sample> build) {
    Map<String, Set<Double>> all = new LinkedHashMap<>();
    rounds.stream()
        .flatMap(round -> round.pairs().stream())
        .map(build)
        .forEach(
            sample ->
                sample
                    .figures()
                    .forEach(
                        (figure, value) ->
                            all.computeIfAbsent(figure, key -> new TreeSet<>()).add(value)));
    return all;
  }

  private static String text(Set<Double> values) {
    return String.join(" or ", values.stream().map(Case::text).toList());
  }

  /** Whole numbers as such, others in full: they may differ in the last digit only. */
  private static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
