package io.headroom.policies.aws;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.headroom.autoscaling.Schedule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * The due times of a recurring scheduled action.
 *
 * <p>"Scheduled scaling for Amazon EC2 Auto Scaling", section "Recurring schedules", Amazon EC2
 * Auto Scaling User Guide. A local time that a change of the clock skips is due at the first valid
 * instant after it; one that occurs twice is due at its first occurrence only.
 *
 * @param expression minute, hour, day of month, month, day of week, as in crontab
 * @param zone whose clock counts; AWS's default is UTC
 * @param start due then too, and never before; empty for no bound
 * @param end never due after it; empty for no bound
 */
public record CronSchedule(
    String expression, ZoneId zone, Optional<Instant> start, Optional<Instant> end)
    implements Schedule {

  /**
   * Checks the expression.
   *
   * @throws IllegalArgumentException if it is not a crontab expression of five fields
   */
  public CronSchedule {
    parse(expression);
  }

  /** Returns the schedule by UTC, without bounds. */
  public static CronSchedule of(String expression) {
    return new CronSchedule(expression, ZoneOffset.UTC, Optional.empty(), Optional.empty());
  }

  /** Returns a copy that follows the clock of a zone. */
  public CronSchedule in(ZoneId newZone) {
    return new CronSchedule(expression, newZone, start, end);
  }

  /** Returns a copy that is due at an instant, and by the expression only from then on. */
  public CronSchedule startingAt(Instant newStart) {
    return new CronSchedule(expression, zone, Optional.of(newStart), end);
  }

  /** Returns a copy that is not due after an instant. */
  public CronSchedule endingAt(Instant newEnd) {
    return new CronSchedule(expression, zone, start, Optional.of(newEnd));
  }

  @Override
  public Optional<Instant> next(Instant notBefore) {
    boolean beforeStart = start.isPresent() && !notBefore.isAfter(start.get());
    Optional<Instant> due = beforeStart ? start : byExpression(notBefore);
    return due.filter(instant -> end.isEmpty() || !instant.isAfter(end.get()));
  }

  private Optional<Instant> byExpression(Instant notBefore) {
    ExecutionTime times = parse(expression);
    Optional<LocalDateTime> local = next(times, searchFrom(notBefore).minusNanos(1));
    while (local.isPresent() && instant(local.get()).isBefore(notBefore)) {
      local = next(times, local.get());
    }
    return local.map(this::instant);
  }

  private static Optional<LocalDateTime> next(ExecutionTime times, LocalDateTime after) {
    return times.nextExecution(after.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }

  /** At the end of a skipped hour the times that it skipped are due, so the search starts there. */
  private LocalDateTime searchFrom(Instant notBefore) {
    ZoneRules rules = zone.getRules();
    ZoneOffsetTransition change = rules.previousTransition(notBefore.plusNanos(1));
    boolean atGap = change != null && change.isGap() && change.getInstant().equals(notBefore);
    return atGap ? change.getDateTimeBefore() : LocalDateTime.ofInstant(notBefore, zone);
  }

  private Instant instant(LocalDateTime local) {
    ZoneRules rules = zone.getRules();
    return rules.getValidOffsets(local).stream()
        .findFirst()
        .map(local::toInstant)
        .orElseGet(() -> rules.getTransition(local).getInstant());
  }

  private static ExecutionTime parse(String expression) {
    CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));
    try {
      return ExecutionTime.forCron(parser.parse(expression));
    } catch (IllegalArgumentException cause) {
      throw new IllegalArgumentException(
          "recurrence '%s' is no crontab expression: %s".formatted(expression, cause.getMessage()),
          cause);
    }
  }
}
