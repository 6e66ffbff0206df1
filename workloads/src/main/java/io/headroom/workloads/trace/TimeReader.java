package io.headroom.workloads.trace;

import io.headroom.sim.SimTime;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Reads the times of a trace: stamps, or numbers of one unit that the first of them decides.
 * Numbers from 1e8 on are taken for seconds since 1970, from 1e11 for milliseconds, from 1e14 for
 * microseconds and from 1e17 for nanoseconds, which holds for all times from 1973 to 5138.
 */
final class TimeReader {
  private static final double LARGEST = 9.2e18;

  private final ZoneId zone;
  private final boolean stamps;
  private final boolean readable;
  private final double nanosPerUnit;
  private long lastNanos = Long.MIN_VALUE;

  private TimeReader(ZoneId zone, String first, double nanosPerUnit) {
    this.zone = zone;
    this.stamps = Stamp.isLike(first);
    this.readable = isReadable(first);
    this.nanosPerUnit = nanosPerUnit;
  }

  /**
   * Creates a reader for a column.
   *
   * @param format the zone, and the unit of numbers if it is known
   * @param name the name of the column, which may tell the unit; empty without a header
   * @param first the first time in it
   */
  static TimeReader of(TraceFormat format, String name, String first) {
    ChronoUnit unit = format.timeUnit().orElseGet(() -> unitOf(name, first));
    return new TimeReader(format.zone(), first, unit.getDuration().toNanos());
  }

  private static ChronoUnit unitOf(String name, String first) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "minute", "minutes", "min" -> ChronoUnit.MINUTES;
      case "hour", "hours" -> ChronoUnit.HOURS;
      case "day", "days" -> ChronoUnit.DAYS;
      default -> unitOf(Numbers.isNumber(first) ? Math.abs(Double.parseDouble(first)) : 0);
    };
  }

  private static ChronoUnit unitOf(double size) {
    if (size < 1e11) {
      return ChronoUnit.SECONDS;
    }
    if (size < 1e14) {
      return ChronoUnit.MILLIS;
    }
    return size < 1e17 ? ChronoUnit.MICROS : ChronoUnit.NANOS;
  }

  /** Whether a text is a time of any kind. */
  static boolean isReadable(String text) {
    return Stamp.isLike(text) || Numbers.isNumber(text);
  }

  /**
   * Returns the nanoseconds since 1970, or since zero for running numbers.
   *
   * @throws DateTimeException if the text is not a time of the kind that the first one was
   */
  long nanos(String text) {
    lastNanos = stamps ? Stamp.epochNanos(text, zone, lastNanos) : number(text);
    return lastNanos;
  }

  private long number(String text) {
    if (!Numbers.isNumber(text)) {
      throw new DateTimeException("not a number: " + text);
    }
    double nanos = Double.parseDouble(text) * nanosPerUnit;
    if (!(Math.abs(nanos) < LARGEST)) {
      throw new DateTimeException("out of range: " + text);
    }
    return whole(text, nanos);
  }

  /** Keeps all digits of whole numbers, of which a double has room for fifteen only. */
  private long whole(String text, double nanos) {
    boolean digitsOnly = text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digitsOnly ? Long.parseLong(text) * (long) nanosPerUnit : StrictMath.round(nanos);
  }

  /** Names the allowed times in a message. */
  String allowed() {
    String stamp = "a stamp such as 2026-11-27T14:00:00Z or 2026-11-27 14:00:00";
    if (stamps) {
      return stamp;
    }
    return readable
        ? "a number of " + SimTime.seconds((long) nanosPerUnit) + " s, as in the first row"
        : stamp + ", or seconds since 1970 such as 1700000000";
  }
}
