package io.headroom.workloads.trace;

import io.headroom.sim.SimTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A date with an optional time of day and zone: ISO 8601 and its common relatives, with {@code -},
 * {@code /} or {@code .} between year, month and day, {@code T}, a blank or {@code -} before the
 * time, and a fraction of up to nine digits after {@code .}, {@code ,} or {@code :}. The zone is
 * {@code Z}, {@code UTC}, {@code GMT} or an offset such as {@code +02:00}.
 */
final class Stamp {
  private final String text;
  private int position;

  private Stamp(String text) {
    this.text = text;
  }

  /** Whether the text starts like a date: four digits and a separator. */
  static boolean isLike(String text) {
    return text.length() >= 10
        && text.chars().limit(4).allMatch(c -> c >= '0' && c <= '9')
        && "-/.".indexOf(text.charAt(4)) >= 0;
  }

  /**
   * Returns the nanoseconds from 1970-01-01T00:00Z to the stamp. A local time that comes twice
   * because clocks are set back is the earlier one, unless that lies before {@code notBefore}.
   *
   * @throws DateTimeException if the text is not a stamp
   */
  static long epochNanos(String text, ZoneId zone, long notBefore) {
    Stamp stamp = new Stamp(text);
    LocalDateTime local = LocalDateTime.of(stamp.date(), stamp.timeOfDay());
    if (stamp.atEnd()) {
      return stamp.inZone(local, zone, notBefore);
    }
    return nanos(local, stamp.offset());
  }

  private LocalDate date() {
    int year = number(4, 4);
    oneOf("-/.");
    int month = number(1, 2);
    oneOf("-/.");
    return LocalDate.of(year, month, number(1, 2));
  }

  private LocalTime timeOfDay() {
    if (atEnd()) {
      return LocalTime.MIDNIGHT;
    }
    oneOf("T t-");
    int hour = number(1, 2);
    oneOf(":");
    int minute = number(2, 2);
    if (!skip(":")) {
      return LocalTime.of(hour, minute);
    }
    int second = number(2, 2);
    return LocalTime.of(hour, minute, second, skip(".,:") ? fraction() : 0);
  }

  /** Reads digits after the point as nanoseconds; what lies beyond the ninth is cut off. */
  private int fraction() {
    int start = position;
    int nanos = 0;
    for (; !atEnd() && isDigit(text.charAt(position)); position++) {
      if (position - start < 9) {
        nanos = nanos * 10 + (text.charAt(position) - '0');
      }
    }
    for (int digits = position - start; digits < 9; digits++) {
      nanos *= 10;
    }
    return nanos;
  }

  private ZoneOffset offset() {
    String zone = text.substring(position).trim();
    return switch (zone) {
      case "Z", "z", "UTC", "GMT" -> ZoneOffset.UTC;
      default -> ZoneOffset.of(zone);
    };
  }

  private long inZone(LocalDateTime local, ZoneId zone, long notBefore) {
    if (zone instanceof ZoneOffset offset) {
      return nanos(local, offset);
    }
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      return nanos(local, zone.getRules().getOffset(local));
    }
    long earlier = nanos(local, offsets.get(0));
    return earlier >= notBefore ? earlier : nanos(local, offsets.get(offsets.size() - 1));
  }

  private static long nanos(LocalDateTime local, ZoneOffset offset) {
    try {
      Instant instant = local.toInstant(offset);
      return Math.addExact(
          Math.multiplyExact(instant.getEpochSecond(), SimTime.SECOND), instant.getNano());
    } catch (ArithmeticException e) {
      throw new DateTimeException("years from 1678 to 2261 are allowed", e);
    }
  }

  private int number(int fewest, int most) {
    int start = position;
    int value = 0;
    while (!atEnd() && position - start < most && isDigit(text.charAt(position))) {
      value = value * 10 + (text.charAt(position++) - '0');
    }
    if (position - start < fewest) {
      throw new DateTimeException("digits expected at " + start + " of " + text);
    }
    return value;
  }

  private void oneOf(String characters) {
    if (!skip(characters)) {
      throw new DateTimeException("one of \"" + characters + "\" expected at " + position);
    }
  }

  private boolean skip(String characters) {
    if (atEnd() || characters.indexOf(text.charAt(position)) < 0) {
      return false;
    }
    position++;
    return true;
  }

  private boolean atEnd() {
    return position == text.length();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
