package io.headroom.autoscaling;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The three sizes of a group.
 *
 * @param minimum MinSize
 * @param maximum MaxSize
 * @param desired DesiredCapacity
 */
record GroupSizes(int minimum, int maximum, int desired) {

  static GroupSizes of(AutoScalingGroupSpec spec) {
    return new GroupSizes(spec.minimum(), spec.maximum(), spec.desired());
  }

  /** Returns the capacity within the limits that is closest to the given one (AL7). */
  int clamp(int capacity) {
    return Math.max(minimum, Math.min(maximum, capacity));
  }

  GroupSizes desired(int newDesired) {
    return new GroupSizes(minimum, maximum, newDesired);
  }

  /**
   * Returns the sizes after a scheduled action: sizes not given are kept, the desired capacity
   * follows the limits (SC2); empty if AWS would refuse the result (SC3).
   */
  Optional<GroupSizes> after(ScheduledAction action) {
    return after(action.minimum(), action.maximum(), action.desired());
  }

  /** Returns the sizes after an update of the group, which follows the same rules (UP1 to UP6). */
  Optional<GroupSizes> after(
      OptionalInt givenMinimum, OptionalInt givenMaximum, OptionalInt givenDesired) {
    int newMinimum = givenMinimum.orElse(minimum);
    int newMaximum = givenMaximum.orElse(maximum);
    if (newMinimum > newMaximum) {
      return Optional.empty();
    }
    GroupSizes limits = new GroupSizes(newMinimum, newMaximum, desired);
    int newDesired = givenDesired.orElse(limits.clamp(desired));
    return limits.clamp(newDesired) == newDesired
        ? Optional.of(limits.desired(newDesired))
        : Optional.empty();
  }
}
