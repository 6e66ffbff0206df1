package io.headroom;

import static java.util.Comparator.comparing;

import io.headroom.AlarmHistory.Action;
import io.headroom.AlarmHistory.Event;
import io.headroom.AlarmHistory.Kind;
import io.headroom.AlarmHistory.Point;
import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.Obstacle;
import io.headroom.cloudwatch.Alarm;
import io.headroom.cloudwatch.AlarmActionRun;
import io.headroom.cloudwatch.AlarmEvaluation;
import io.headroom.cloudwatch.AlarmInput;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.cloudwatch.composite.CompositeAction;
import io.headroom.cloudwatch.composite.CompositeAlarm;
import io.headroom.cloudwatch.composite.CompositeTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the history of each alarm, with what became of its actions by the decision ledger. */
final class AlarmHistories {
  private static final String SENT = "sent; nothing in a run listens to it";

  private final Outcomes.Watching watching;
  private final List<LedgerEntry> ledger;

  AlarmHistories(Outcomes.Watching watching, List<LedgerEntry> ledger) {
    this.watching = watching;
    this.ledger = ledger;
  }

  List<AlarmHistory> all() {
    List<AlarmHistory> histories = new ArrayList<>();
    watching.alarms().alarms().forEach(alarm -> histories.add(history(alarm)));
    watching.composites().alarms().forEach(alarm -> histories.add(history(alarm)));
    histories.sort(comparing(AlarmHistory::name));
    return histories;
  }

  private AlarmHistory history(Alarm alarm) {
    AlarmSpec spec = alarm.spec();
    List<Event> events = new ArrayList<>();
    List<AlarmEvaluation> transitions = alarm.transitions();
    for (int i = 0; i < transitions.size(); i++) {
      boolean isLast = i + 1 == transitions.size();
      long untilNanos = isLast ? Long.MAX_VALUE : transitions.get(i + 1).timeNanos();
      events.add(event(alarm, transitions.get(i), untilNanos));
    }
    return new AlarmHistory(spec.name(), kind(spec.input()), watches(spec), alarm.state(), events);
  }

  private static Kind kind(AlarmInput input) {
    if (input instanceof MetricMath math) {
      return math.band().isPresent() ? Kind.ANOMALY : Kind.MATH;
    }
    return Kind.METRIC;
  }

  private static String watches(AlarmSpec spec) {
    String bounds =
        kind(spec.input()) == Kind.ANOMALY
            ? spec.comparison().symbol()
            : spec.comparison().symbol() + " " + spec.threshold();
    String datapoints = spec.datapointsToAlarm() + " of " + spec.evaluationPeriods();
    return spec.input()
        + " "
        + bounds
        + " for "
        + datapoints
        + " datapoints of "
        + spec.period().toSeconds()
        + " s, missing data is "
        + spec.missingData();
  }

  private Event event(Alarm alarm, AlarmEvaluation change, long untilNanos) {
    List<Point> points =
        change.datapoints().stream()
            .map(each -> new Point(each.timestampNanos(), each.value(), change.isBreachedBy(each)))
            .toList();
    List<Action> actions =
        alarm.actionRuns().stream()
            .filter(run -> run.firstNanos() >= change.timeNanos() && run.firstNanos() < untilNanos)
            .map(run -> action(alarm.spec().name(), run, untilNanos))
            .toList();
    return new Event(
        change.timeNanos(),
        change.priorState(),
        change.state(),
        change.reason(),
        points,
        change.missing(),
        actions);
  }

  private Action action(String alarm, AlarmActionRun run, long untilNanos) {
    List<String> outcomes =
        run.action().startsWith("arn:")
            ? List.of(SENT)
            : ledger.stream()
                .filter(entry -> entry.alarm().filter(alarm::equals).isPresent())
                .filter(
                    entry ->
                        entry.timeNanos() >= run.firstNanos() && entry.timeNanos() < untilNanos)
                .map(AlarmHistories::outcome)
                .toList();
    return new Action(run.action(), run.firstNanos(), run.lastNanos(), run.times(), outcomes);
  }

  private static String outcome(LedgerEntry entry) {
    String what =
        entry.desiredBefore() == entry.desiredAfter()
            ? "stays at " + entry.desiredAfter()
            : "from %d to %d".formatted(entry.desiredBefore(), entry.desiredAfter());
    String obstacles =
        entry.obstacles().stream().map(Obstacle::words).collect(Collectors.joining(", "));
    return "policy %s of %s: %s%s%s"
        .formatted(
            entry.policy(),
            entry.group(),
            what,
            obstacles.isEmpty() ? "" : " (" + obstacles + ")",
            entry.times() > 1 ? ", %d times".formatted(entry.times()) : "");
  }

  private static AlarmHistory history(CompositeAlarm alarm) {
    List<Event> events = new ArrayList<>();
    List<CompositeTransition> transitions = alarm.transitions();
    for (int i = 0; i < transitions.size(); i++) {
      CompositeTransition change = transitions.get(i);
      boolean isLast = i + 1 == transitions.size();
      long untilNanos = isLast ? Long.MAX_VALUE : transitions.get(i + 1).timeNanos();
      List<Action> actions =
          alarm.actions().stream()
              .filter(a -> a.timeNanos() >= change.timeNanos() && a.timeNanos() < untilNanos)
              .flatMap(each -> actions(alarm, each).stream())
              .toList();
      events.add(
          new Event(
              change.timeNanos(),
              change.from(),
              change.to(),
              change.reason(),
              List.of(),
              0,
              actions));
    }
    return new AlarmHistory(
        alarm.spec().name(), Kind.COMPOSITE, alarm.spec().rule().toString(), alarm.state(), events);
  }

  private static List<Action> actions(CompositeAlarm alarm, CompositeAction each) {
    String outcome = each.suppressedBy().map(by -> "suppressed by " + by).orElse(SENT);
    return alarm.spec().actions().of(each.state()).stream()
        .map(arn -> new Action(arn, each.timeNanos(), each.timeNanos(), 1, List.of(outcome)))
        .toList();
  }
}
