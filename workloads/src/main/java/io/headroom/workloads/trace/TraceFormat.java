package io.headroom.workloads.trace;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How to understand the rows of a trace.
 *
 * @param column name or 1-based number of the column with the counts; found by its name by default
 * @param timeColumn name or 1-based number of the column with the times; found by its name by
 *     default
 * @param unit what a row says; requests by default
 * @param interval the length of an interval; the median step between rows by default
 * @param zone the zone of stamps that name none; UTC by default
 * @param timeUnit the unit of times that are numbers; by default taken from the column's name
 *     ({@code minute}) or the size of the numbers, and seconds for small ones
 */
public record TraceFormat(
    Optional<String> column,
    Optional<String> timeColumn,
    Unit unit,
    Optional<Duration> interval,
    ZoneId zone,
    Optional<ChronoUnit> timeUnit) {
  /** The format that is found out from the file itself. */
  public static final TraceFormat AUTOMATIC =
      new TraceFormat(
          Optional.empty(),
          Optional.empty(),
          Unit.REQUESTS,
          Optional.empty(),
          ZoneOffset.UTC,
          Optional.empty());

  /** Checks that an interval is positive. */
  public TraceFormat {
    if (interval.filter(i -> i.isZero() || i.isNegative()).isPresent()) {
      throw new IllegalArgumentException("interval must be positive, was " + interval.get());
    }
  }

  /** Returns a copy that takes the counts from this column. */
  public TraceFormat withColumn(String nameOrNumber) {
    return new TraceFormat(Optional.of(nameOrNumber), timeColumn, unit, interval, zone, timeUnit);
  }

  /** Returns a copy that understands rows so. */
  public TraceFormat withUnit(Unit newUnit) {
    return new TraceFormat(column, timeColumn, newUnit, interval, zone, timeUnit);
  }

  /** Returns a copy with this length of an interval. */
  public TraceFormat withInterval(Duration newInterval) {
    return new TraceFormat(column, timeColumn, unit, Optional.of(newInterval), zone, timeUnit);
  }

  /** Returns a copy that reads stamps without a zone in this zone. */
  public TraceFormat withZone(ZoneId newZone) {
    return new TraceFormat(column, timeColumn, unit, interval, newZone, timeUnit);
  }
}
