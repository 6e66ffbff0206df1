package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.Schedule;
import io.headroom.autoscaling.ScheduledAction;
import io.headroom.autoscaling.refusal.Quota;
import io.headroom.autoscaling.refusal.ScheduleRefusals;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.policies.aws.CronSchedule;
import io.headroom.policies.aws.OneTimeSchedule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Reads {@code AWS::AutoScaling::ScheduledAction}. */
final class ScheduledActionMapper implements ResourceMapper<Groups> {

  @Override
  public String type() {
    return "AWS::AutoScaling::ScheduledAction";
  }

  @Override
  public void read(Properties action, Groups groups) {
    action.ignore("ScheduledActionName");
    Optional<GroupDraft> group = groups.groupOf(action);
    OptionalInt minimum = size(action, "MinSize");
    OptionalInt maximum = size(action, "MaxSize");
    OptionalInt desired = size(action, "DesiredCapacity");
    Optional<Schedule> schedule = schedule(action);
    if (!action.has("MinSize") && !action.has("MaxSize") && !action.has("DesiredCapacity")) {
      action.error("DesiredCapacity", ScheduleRefusals.nothingSet().text());
      return;
    }
    boolean sized = minimum.isPresent() || maximum.isPresent() || desired.isPresent();
    if (schedule.isPresent() && sized) {
      ScheduledAction read =
          new ScheduledAction(action.logicalId(), schedule.get(), minimum, maximum, desired);
      ScheduledAction starting = instant(action, "StartTime").map(read::startingAt).orElse(read);
      group.ifPresent(draft -> add(draft, action, starting));
    }
  }

  private static void add(GroupDraft group, Properties action, ScheduledAction read) {
    Quota.SCHEDULED_ACTIONS
        .check("ScheduledActionName", group.scheduledActions() + 1)
        .or(() -> group.conflict(read))
        .ifPresentOrElse(
            refusal -> action.error(refusal.property(), refusal.text()), () -> group.add(read));
  }

  /** A size of -1 means that the size stays, in templates that cannot leave it out. */
  private static OptionalInt size(Properties action, String key) {
    Optional<Integer> size = action.integer(key);
    if (size.isPresent() && size.get() < -1) {
      action.error(key, "must not be negative, found " + size.get());
    }
    return size.filter(value -> value >= 0).map(OptionalInt::of).orElseGet(OptionalInt::empty);
  }

  private static Optional<Schedule> schedule(Properties action) {
    Optional<Instant> start = instant(action, "StartTime");
    Optional<Instant> end = instant(action, "EndTime");
    ZoneId zone = zone(action);
    if (action.has("Recurrence")) {
      return recurring(action, text -> new CronSchedule(text, zone, start, end));
    }
    if (!action.has("StartTime")) {
      action.error("Recurrence", "give Recurrence or StartTime");
    }
    return start.map(OneTimeSchedule::new);
  }

  private static Optional<Schedule> recurring(
      Properties action, Function<String, Schedule> schedule) {
    try {
      return action.known("Recurrence").map(schedule);
    } catch (IllegalArgumentException e) {
      action.error(
          "Recurrence", ScheduleRefusals.recurrence(String.valueOf(e.getMessage())).text());
      return Optional.empty();
    }
  }

  private static ZoneId zone(Properties action) {
    Optional<String> name = action.known("TimeZone");
    try {
      return name.<ZoneId>map(ZoneId::of).orElse(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      action.error("TimeZone", ScheduleRefusals.zone(name.get()).text());
      return ZoneOffset.UTC;
    }
  }

  private static Optional<Instant> instant(Properties action, String key) {
    Optional<String> text = action.known(key);
    try {
      return text.map(written -> OffsetDateTime.parse(written).toInstant());
    } catch (DateTimeException e) {
      action.error(key, "must be an instant such as 2026-11-27T00:00:00Z, found " + text.get());
      return Optional.empty();
    }
  }
}
