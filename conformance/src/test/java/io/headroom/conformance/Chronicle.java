package io.headroom.conformance;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.ScalingActivity;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What happened in a run, a line for each event: the time, who or what, and the state after it. */
final class Chronicle {
  /** An event; of equal times decisions come first. */
  private record Event(long nanos, int order, String text) {}

  private final SimulationResult result;
  private final List<Event> events = new ArrayList<>();

  private Chronicle(SimulationResult result) {
    this.result = result;
  }

  /** Returns the decisions, such as {@code 02:00 add-one wants 3: 2 → 3}. */
  static List<String> decisions(SimulationResult result) {
    Chronicle chronicle = new Chronicle(result);
    chronicle.addDecisions();
    return chronicle.lines();
  }

  /** Returns the decisions, and when each launch and termination began and ended. */
  static List<String> of(SimulationResult result) {
    Chronicle chronicle = new Chronicle(result);
    chronicle.addDecisions();
    result.activities().forEach(chronicle::add);
    return chronicle.lines();
  }

  private void addDecisions() {
    for (LedgerEntry entry : result.ledger()) {
      if (entry.wanted().isPresent()) {
        add(entry);
      }
    }
  }

  private void add(LedgerEntry entry) {
    String obstacles =
        entry.obstacles().stream().map(Obstacle::words).collect(Collectors.joining(", "));
    String repeated = entry.times() == 1 ? "" : ", %d times".formatted(entry.times());
    String text =
        "%s wants %d: %d → %d%s%s"
            .formatted(
                entry.policy(),
                entry.wanted().getAsInt(),
                entry.desiredBefore(),
                entry.desiredAfter(),
                obstacles.isEmpty() ? "" : " (" + obstacles + ")",
                repeated);
    events.add(new Event(entry.timeNanos(), 0, text));
  }

  private void add(ScalingActivity activity) {
    boolean isLaunch = activity.description().startsWith("Launching");
    events.add(new Event(activity.startNanos(), 1, isLaunch ? "launch" : "termination"));
    activity
        .endNanos()
        .ifPresent(end -> events.add(new Event(end, 1, isLaunch ? "in service" : "gone")));
  }

  private List<String> lines() {
    events.sort(Comparator.comparingLong(Event::nanos).thenComparing(Event::order));
    return events.stream().map(event -> clock(event.nanos) + " " + event.text).toList();
  }

  private static String clock(long nanos) {
    long seconds = nanos / SimTime.SECOND;
    return "%02d:%02d".formatted(seconds / 60, seconds % 60);
  }
}
