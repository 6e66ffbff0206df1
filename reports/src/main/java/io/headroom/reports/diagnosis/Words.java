package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times and durations in sentences. */
final class Words {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final double SECONDS_A_MINUTE = 60;
  private static final double SECONDS_AN_HOUR = 3_600;

  private Words() {}

  static String at(SimulationResult result, long nanos) {
    Instant start = result.scenario().start();
    return MINUTE.format(start.plusNanos(nanos));
  }

  static String length(Duration length) {
    double seconds = length.toMillis() / 1_000.0;
    if (seconds >= 2 * SECONDS_AN_HOUR) {
      return number(seconds / SECONDS_AN_HOUR) + " h";
    }
    return seconds >= 2 * SECONDS_A_MINUTE
        ? number(seconds / SECONDS_A_MINUTE) + " min"
        : number(seconds) + " s";
  }

  static String length(long nanos) {
    return length(Duration.ofNanos(nanos));
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
