package io.headroom.reports;

import io.headroom.SimulationResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Turns simulated time into times of day.
 *
 * @param start the wall-clock instant of simulated time zero
 * @param span how long the run lasted
 */
record WallClock(Instant start, Duration span) {
  private static final DateTimeFormatter TO_SECONDS = formatter("uuuu-MM-dd'T'HH:mm:ss'Z'");
  private static final DateTimeFormatter TO_MILLIS = formatter("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
  private static final DateTimeFormatter DATE_AND_MINUTE = formatter("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter DATE_AND_TIME = formatter("MM-dd HH:mm:ss");
  private static final DateTimeFormatter TIME = formatter("HH:mm:ss");

  static WallClock of(SimulationResult result) {
    Duration span = Duration.ofNanos(Math.round(result.simulatedSeconds() * 1e9));
    return new WallClock(result.scenario().start(), span);
  }

  static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  Instant at(long nanos) {
    return start.plusNanos(nanos);
  }

  /** ISO 8601 to the millisecond, always of one length, so that a column has one format. */
  String iso(long nanos) {
    return TO_MILLIS.format(at(nanos));
  }

  /** ISO 8601 to the second, for instants on whole seconds. */
  static String isoSeconds(Instant instant) {
    return TO_SECONDS.format(instant);
  }

  /** ISO 8601 to the millisecond. */
  static String isoMillis(Instant instant) {
    return TO_MILLIS.format(instant);
  }

  String startText() {
    return DATE_AND_MINUTE.format(start) + " UTC";
  }

  /** The time of day, with the date if the run passes midnight. */
  String text(long nanos) {
    return text(at(nanos));
  }

  String text(Instant instant) {
    return (isWithinOneDay() ? TIME : DATE_AND_TIME).format(instant);
  }

  private boolean isWithinOneDay() {
    long last = start.plus(span).getEpochSecond();
    return Math.floorDiv(start.getEpochSecond(), 86_400L) == Math.floorDiv(last - 1, 86_400L);
  }
}
