package io.headroom.cloudwatch;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.Lists;
import io.headroom.cloudwatch.math.value.MathSeries;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The text that says why an alarm has its state, as seen from the service in sample events. */
final class AlarmReason {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final AlarmSpec spec;
  private final AlarmWindow window;

  AlarmReason(AlarmWindow window) {
    this.window = window;
    spec = window.spec();
  }

  /** Returns the reason for a state that follows from data points, oldest first. */
  String of(AlarmState state, AlarmState prior, List<Datapoint> used) {
    if (state == AlarmState.INSUFFICIENT_DATA) {
      return "Insufficient Data: %s unknown.".formatted(were(spec.evaluationPeriods(), ""));
    }
    if (used.isEmpty()) {
      return noDatapoints();
    }
    boolean isFirst = prior == AlarmState.INSUFFICIENT_DATA && spec.evaluationPeriods() == 1;
    return isFirst ? firstDatapoint(state, used) : outOf(state, used);
  }

  private String noDatapoints() {
    int periods = spec.evaluationPeriods();
    return "Threshold Crossed: no datapoints were received for %s and %s treated as [%s]."
        .formatted(plural(periods, "period"), were(periods, "missing "), treatment());
  }

  private String treatment() {
    return switch (spec.missingData()) {
      case BREACHING -> "Breaching";
      case NOT_BREACHING -> "NonBreaching";
      case IGNORE -> "Ignore";
      case MISSING -> "Missing";
    };
  }

  private String firstDatapoint(AlarmState state, List<Datapoint> used) {
    return "%s: 1 datapoint %s %s %s."
        .formatted(opening(), list(used), verb(1, state), threshold(used));
  }

  private String outOf(AlarmState state, List<Datapoint> used) {
    List<Datapoint> crossing =
        used.stream().filter(point -> isBreached(point) == isAlarm(state)).toList();
    int needed =
        isAlarm(state)
            ? spec.datapointsToAlarm()
            : spec.evaluationPeriods() - spec.datapointsToAlarm() + 1;
    return "%s: %d out of the last %d datapoints %s %s %s (minimum %s for %s transition)."
        .formatted(
            opening(),
            crossing.size(),
            used.size(),
            list(crossing),
            verb(crossing.size(), state),
            threshold(crossing),
            plural(needed, "datapoint"),
            isAlarm(state) ? "OK -> ALARM" : "ALARM -> OK");
  }

  private static boolean isAlarm(AlarmState state) {
    return state == AlarmState.ALARM;
  }

  private String opening() {
    return window.band().isPresent() ? "Thresholds Crossed" : "Threshold Crossed";
  }

  private boolean isBreached(Datapoint point) {
    return window.isBreached(window.bucket(point.timestampNanos()));
  }

  private String threshold(List<Datapoint> points) {
    return window
        .band()
        .map(band -> thresholds(band, points))
        .orElseGet(
            () -> "%s the threshold (%s)".formatted(spec.comparison().words(), spec.threshold()));
  }

  private String thresholds(AlarmBand band, List<Datapoint> points) {
    String lower = "less than the lower thresholds " + edges(band.lower(), points);
    String upper = "greater than the upper thresholds " + edges(band.upper(), points);
    return switch (spec.comparison()) {
      case LESS_THAN_LOWER -> lower;
      case GREATER_THAN_UPPER -> upper;
      default -> lower + " or " + upper;
    };
  }

  /** Lists the edges at some data points, newest first. */
  private String edges(MathSeries edge, List<Datapoint> points) {
    return Lists.reverse(points).stream()
        .map(point -> "" + edge.value(window.bucket(point.timestampNanos())))
        .collect(joining(", ", "[", "]"));
  }

  private static String verb(int datapoints, AlarmState state) {
    return (datapoints == 1 ? "was" : "were") + (isAlarm(state) ? "" : " not");
  }

  /** Lists data points, newest first. */
  private String list(List<Datapoint> points) {
    return Lists.reverse(points).stream()
        .map(point -> point.value() + " (" + stamp(point) + ")")
        .collect(joining(", ", "[", "]"));
  }

  private String stamp(Datapoint point) {
    return STAMP.format(window.start().plusNanos(point.timestampNanos()));
  }

  private static String were(int count, String adjective) {
    return plural(count, adjective + "datapoint") + (count == 1 ? " was" : " were");
  }

  private static String plural(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
