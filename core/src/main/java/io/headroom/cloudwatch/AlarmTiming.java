package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * When an alarm is evaluated and which buckets it looks at then.
 *
 * <p>"Alarm evaluation" and "Alarm evaluation window", Amazon CloudWatch User Guide: every minute;
 * every 10 seconds for periods below a minute; every hour, on data up to the last full hour, if all
 * periods together exceed a day. Buckets end at the evaluation, floored to the same unit, and slide
 * with it unless they follow a wall clock.
 */
final class AlarmTiming {
  private static final long SHORT_INTERVAL = 10 * SimTime.SECOND;

  private final @Nullable ZoneId wallClock;
  private final Instant start;
  private final long periodNanos;
  private final long intervalNanos;
  private final int buckets;

  AlarmTiming(AlarmSpec spec, AlarmSettings settings) {
    wallClock = spec.wallClock().orElse(null);
    start = settings.start();
    periodNanos = spec.period().toNanos();
    intervalNanos = interval(periodNanos, spec.evaluationPeriods());
    buckets = buckets(spec, settings);
  }

  private static long interval(long periodNanos, int evaluationPeriods) {
    if (periodNanos < SimTime.MINUTE) {
      return SHORT_INTERVAL;
    }
    return periodNanos * evaluationPeriods > SimTime.DAY ? SimTime.HOUR : SimTime.MINUTE;
  }

  private static int buckets(AlarmSpec spec, AlarmSettings settings) {
    if (spec.wallClock().isPresent()) {
      return spec.evaluationPeriods();
    }
    return spec.evaluationRange()
        .orElseGet(
            () ->
                settings
                    .evaluationRange()
                    .buckets(spec.name(), spec.period(), spec.evaluationPeriods()));
  }

  /** Returns the time from one evaluation to the next. */
  long intervalNanos() {
    return intervalNanos;
  }

  /** Returns the size of the evaluation range in buckets. */
  int buckets() {
    return buckets;
  }

  /** Returns the length of the evaluation range. */
  long rangeNanos() {
    return buckets * periodNanos;
  }

  /** Returns the end of the newest bucket, exclusive, for an evaluation at a time. */
  long endNanos(long nowNanos) {
    long flooredNanos = intervalNanos < SimTime.HOUR ? slidingEnd(nowNanos) : lastHour(nowNanos);
    return wallClock == null ? flooredNanos : clockMark(flooredNanos, wallClock);
  }

  private long slidingEnd(long nowNanos) {
    return SimTime.floor(nowNanos, intervalNanos);
  }

  private long lastHour(long nowNanos) {
    return floorFrom(nowNanos, SimTime.HOUR, start.getEpochSecond());
  }

  /** Returns the last mark of the period on a zone's clock that is not after the time. */
  private long clockMark(long nanos, ZoneId zone) {
    ZonedDateTime local = start.plusNanos(nanos).atZone(zone);
    if (periodNanos < SimTime.DAY) {
      long clockSeconds = start.getEpochSecond() + local.getOffset().getTotalSeconds();
      return floorFrom(nanos, periodNanos, clockSeconds);
    }
    LocalDate day = local.toLocalDate();
    LocalDate mark =
        periodNanos == SimTime.DAY
            ? day
            : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    long seconds = mark.atStartOfDay(zone).toEpochSecond() - start.getEpochSecond();
    return seconds * SimTime.SECOND;
  }

  /** Floors a time to a unit of a clock that shows so many seconds when the run starts. */
  private static long floorFrom(long nanos, long unitNanos, long clockSeconds) {
    long shiftNanos = Math.floorMod(clockSeconds * SimTime.SECOND, unitNanos);
    return SimTime.floor(nanos + shiftNanos, unitNanos) - shiftNanos;
  }
}
