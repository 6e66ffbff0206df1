package io.headroom.scenarios;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * The three ways to write a time of a run: an instant ({@code 2026-11-27T14:05:00Z}), a time of day
 * in UTC ({@code 14:05}: the first such moment of the run), and a time since the start ({@code
 * 90m}).
 */
public final class RunTime {
  /** What may be written, for messages. */
  public static final String ALLOWED =
      "an instant such as 2026-11-27T14:05:00Z, a time of day such as 14:05 (UTC), or a time since"
          + " the start such as 90m";

  private RunTime() {}

  /**
   * Returns the time since the start of the run; empty if the text is in none of the three ways.
   *
   * @param text the text
   * @param start the wall-clock instant of simulated time zero
   * @return negative for an instant before the start
   */
  public static Optional<Duration> parse(String text, Instant start) {
    return Notations.DURATION
        .parse(text)
        .or(() -> timeOfDay(text.strip()).map(time -> untilFirst(time, start)))
        .or(() -> Notations.INSTANT.parse(text).map(instant -> Duration.between(start, instant)));
  }

  static Notation<Duration> notation(Instant start) {
    return new Notation<>(ALLOWED, text -> parse(text, start));
  }

  private static Optional<LocalTime> timeOfDay(String text) {
    try {
      return Optional.of(LocalTime.parse(text.indexOf(':') == 1 ? "0" + text : text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Duration untilFirst(LocalTime time, Instant start) {
    Duration length = Duration.between(LocalTime.ofInstant(start, ZoneOffset.UTC), time);
    return length.isNegative() ? length.plusDays(1) : length;
  }
}
