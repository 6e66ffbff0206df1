package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * One policy raises the capacity far beyond the need and takes it back, again and again, because
 * its metric answers late or out of proportion.
 */
final class PolicyOscillates implements Detector {
  private static final int OFTEN = 4;
  private static final double MUCH = 1.5;

  @Override
  public Optional<Finding> find(SimulationResult result, AutoScalingGroupSpec group) {
    return CapacityChange.of(result, group).stream()
        .collect(Collectors.groupingBy(CapacityChange::policy, TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(PolicyOscillates::turns)
        .filter(turns -> turns.size() > OFTEN && swing(turns) >= MUCH)
        .findFirst()
        .map(turns -> finding(result, group, turns));
  }

  /** Returns the last change of each run in one direction: the peaks and the troughs. */
  private static List<CapacityChange> turns(List<CapacityChange> changes) {
    List<CapacityChange> turns = new ArrayList<>();
    for (CapacityChange change : changes) {
      if (!turns.isEmpty() && !change.reverses(turns.get(turns.size() - 1))) {
        turns.remove(turns.size() - 1);
      }
      turns.add(change);
    }
    return turns;
  }

  /** How many times the mean peak is the mean trough. */
  private static double swing(List<CapacityChange> turns) {
    double peaks = mean(turns, true);
    double troughs = mean(turns, false);
    return peaks / Math.max(1, troughs);
  }

  private static double mean(List<CapacityChange> turns, boolean ofPeaks) {
    return turns.stream()
        .filter(turn -> turn.isOut() == ofPeaks)
        .mapToInt(CapacityChange::to)
        .average()
        .orElse(0);
  }

  private static Finding finding(
      SimulationResult result, AutoScalingGroupSpec group, List<CapacityChange> turns) {
    CapacityChange first = turns.get(0);
    CapacityChange last = turns.get(turns.size() - 1);
    return new Finding(
        group.name(),
        "a policy overshoots and thrashes",
        ("Policy %s turned %d times between %s and %s, from about %.0f to %.0f instances and back."
                + " It decides by a metric that answers late or out of proportion: while it waits"
                + " for relief it adds more, and then there is too much. %sTrack a metric that"
                + " halves when the capacity doubles, and give new instances a warm-up as long as"
                + " the metric's delay.")
            .formatted(
                last.policy(),
                turns.size() - 1,
                Words.at(result, first.timeNanos()),
                Words.at(result, last.timeNanos()),
                mean(turns, false),
                mean(turns, true),
                warmup(group)));
  }

  private static String warmup(AutoScalingGroupSpec group) {
    return group
        .defaultWarmup()
        .map(each -> "The group's warm-up is %s. ".formatted(Words.length(each)))
        .orElse("The group has no default warm-up. ");
  }
}
