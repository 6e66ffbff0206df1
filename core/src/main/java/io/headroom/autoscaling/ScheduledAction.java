package io.headroom.autoscaling;

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
 */
public record ScheduledAction(
    String name, Schedule schedule, OptionalInt minimum, OptionalInt maximum, OptionalInt desired) {
  /** Checks that at least one size is given. */
  public ScheduledAction {
    if (minimum.isEmpty() && maximum.isEmpty() && desired.isEmpty()) {
      throw new IllegalArgumentException(
          "scheduled action " + name + " needs a minimum, a maximum or a desired capacity");
    }
  }
}
