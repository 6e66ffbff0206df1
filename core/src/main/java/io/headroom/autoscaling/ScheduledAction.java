package io.headroom.autoscaling;

import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.autoscaling.refusal.ScheduleRefusals;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A change of a group's sizes at set times.
 *
 * <p>"Scheduled scaling for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User Guide.
 *
 * @param name the name that activities and the ledger use
 * @param schedule when it is due
 * @param minimum the new MinSize, empty to keep it
 * @param maximum the new MaxSize, empty to keep it
 * @param desired the new DesiredCapacity, empty to keep it within the limits
 * @param start the StartTime, which no other action of the group may have; empty without one
 */
public record ScheduledAction(
    String name,
    Schedule schedule,
    OptionalInt minimum,
    OptionalInt maximum,
    OptionalInt desired,
    Optional<Instant> start) {
  /** Checks that at least one size is given. */
  public ScheduledAction {
    if (minimum.isEmpty() && maximum.isEmpty() && desired.isEmpty()) {
      throw new IllegalArgumentException(
          "scheduled action "
              + name
              + ": "
              + ScheduleRefusals.nothingSet().text()
              + "; it needs a minimum, a maximum or a desired capacity");
    }
  }

  /** Creates an action without a start time. */
  public ScheduledAction(
      String name,
      Schedule schedule,
      OptionalInt minimum,
      OptionalInt maximum,
      OptionalInt desired) {
    this(name, schedule, minimum, maximum, desired, Optional.empty());
  }

  /** Returns a copy with a start time. */
  public ScheduledAction startingAt(Instant newStart) {
    return new ScheduledAction(name, schedule, minimum, maximum, desired, Optional.of(newStart));
  }

  /** Returns why a group that has these actions refuses this one (SC12); empty if it takes it. */
  public Optional<Refusal> conflict(List<ScheduledAction> others) {
    return others.stream()
        .filter(other -> start.isPresent() && start.equals(other.start))
        .filter(other -> !other.name.equals(name))
        .findFirst()
        .map(other -> ScheduleRefusals.sameStart(start.orElseThrow().toString(), other.name));
  }
}
