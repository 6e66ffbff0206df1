package io.headroom.scenarios;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.TimedOperation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code operations: [{at: 14:00, group: WebGroup, setDesired: 8}]}. */
final class OperationsSection {
  private final Map<String, List<TimedOperation>> byGroup = new LinkedHashMap<>();

  private OperationsSection() {}

  /**
   * Returns the operations of each group, in the order in which they are written.
   *
   * @param groups the ids of the groups; empty if the template is not understood
   */
  static Map<String, List<TimedOperation>> read(Section root, Collection<String> groups) {
    OperationsSection section = new OperationsSection();
    root.sections("operations").forEach(item -> section.add(item, groups));
    return section.byGroup;
  }

  private void add(Section item, Collection<String> groups) {
    Notation<Duration> notation =
        RunTime.notation(item.start())
            .where(at -> !at.isNegative(), RunTime.ALLOWED + ", not before the start of the run");
    Optional<Duration> at = item.require("at", notation);
    Optional<String> group = group(item, groups);
    Optional<GroupOperation> operation = Operations.read(item);
    at.filter(time -> time.compareTo(item.duration()) >= 0)
        .ifPresent(time -> item.note("at", "the run ends before this operation"));
    if (at.isPresent() && group.isPresent() && operation.isPresent()) {
      byGroup
          .computeIfAbsent(group.get(), id -> new ArrayList<>())
          .add(new TimedOperation(at.get(), operation.get()));
    }
  }

  /** The only group need not be named. */
  private static Optional<String> group(Section item, Collection<String> groups) {
    if (groups.isEmpty()) {
      return item.text("group");
    }
    List<String> ids = List.copyOf(groups);
    return groups.size() == 1 && !item.has("group")
        ? Optional.of(ids.get(0))
        : item.require("group", Notations.word(ids));
  }

  /** Returns the group with its operations, if it has any. */
  static AutoScalingGroupSpec applied(
      AutoScalingGroupSpec group, Map<String, List<TimedOperation>> operations) {
    List<TimedOperation> own = operations.getOrDefault(group.name(), List.of());
    return own.isEmpty()
        ? group
        : group.toBuilder().lifecycle(group.lifecycle().operations(own)).build();
  }
}
