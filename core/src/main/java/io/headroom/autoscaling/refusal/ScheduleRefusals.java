package io.headroom.autoscaling.refusal;

import static io.headroom.autoscaling.refusal.Refusal.validation;

/** What PutScheduledUpdateGroupAction and DeleteScheduledAction refuse. */
public final class ScheduleRefusals {
  private ScheduleRefusals() {}

  /** Returns the refusal of an action that sets nothing. */
  public static Refusal nothingSet() {
    return validation(
        "DesiredCapacity", "give at least one of MinSize, MaxSize and DesiredCapacity");
  }

  /** Returns the refusal of a start in the past. */
  public static Refusal past(String start) {
    return validation("StartTime", "Given start time is in the past: " + start);
  }

  /** Returns the refusal of a second action of a group at one start time. */
  public static Refusal sameStart(String start, String other) {
    return new Refusal(
        ErrorCode.ALREADY_EXISTS,
        "StartTime",
        "a scheduled action with the start time %s already exists: %s".formatted(start, other));
  }

  /** Returns the refusal of a recurrence. */
  public static Refusal recurrence(String why) {
    return validation("Recurrence", why);
  }

  /** Returns the refusal of a time zone. */
  public static Refusal zone(String name) {
    return validation("TimeZone", "must be an IANA name such as Europe/Paris, found " + name);
  }

  /** Returns the refusal to delete an action that does not exist. */
  public static Refusal unknown() {
    return validation("ScheduledActionName", "Scheduled action name not found");
  }
}
