package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.refusal.GroupRefusals;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.cloudformation.resources.Properties;
import java.util.List;
import java.util.Optional;

/**
 * The sizes of a group.
 *
 * @param minimum MinSize
 * @param maximum MaxSize
 * @param desired DesiredCapacity, which is MinSize where the template says nothing
 */
record GroupSizes(int minimum, int maximum, int desired) {

  /** Reads the sizes; empty if they do not fit each other or are not known, reported then. */
  static Optional<GroupSizes> read(Properties group) {
    Optional<Integer> minimum = required(group, "MinSize");
    Optional<Integer> maximum = required(group, "MaxSize");
    int desired = group.integer("DesiredCapacity", minimum.orElse(0));
    if (minimum.isEmpty() || maximum.isEmpty()) {
      return Optional.empty();
    }
    List<Refusal> refusals = GroupRefusals.sizes(minimum.get(), maximum.get(), desired);
    Refused.report(group, "MinSize", refusals);
    if (!refusals.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new GroupSizes(minimum.get(), maximum.get(), desired));
  }

  private static Optional<Integer> required(Properties group, String key) {
    if (!group.has(key)) {
      group.error(key, "is required");
    }
    return group.integer(key);
  }

  void applyTo(AutoScalingGroupSpec.Builder builder) {
    builder.min(minimum).max(maximum).desired(desired);
  }
}
