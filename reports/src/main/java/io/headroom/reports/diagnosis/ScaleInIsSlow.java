package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A spike of hours is paid for much longer, because each scale-in takes little and waits long. */
final class ScaleInIsSlow implements Detector {
  private static final int MANY = 8;
  private static final long LONG_NANOS = 4 * SimTime.HOUR;

  @Override
  public Optional<Finding> find(SimulationResult result, AutoScalingGroupSpec group) {
    List<CapacityChange> slowest = List.of();
    List<CapacityChange> current = new ArrayList<>();
    for (CapacityChange change : CapacityChange.of(result, group)) {
      if (change.isOut()) {
        current = new ArrayList<>();
      } else {
        current.add(change);
      }
      slowest = span(current) > span(slowest) ? List.copyOf(current) : slowest;
    }
    return slowest.size() < MANY || span(slowest) < LONG_NANOS
        ? Optional.empty()
        : Optional.of(finding(result, group, slowest));
  }

  private static long span(List<CapacityChange> changes) {
    return changes.isEmpty()
        ? 0
        : changes.get(changes.size() - 1).timeNanos() - changes.get(0).timeNanos();
  }

  private static Finding finding(
      SimulationResult result, AutoScalingGroupSpec group, List<CapacityChange> changes) {
    CapacityChange first = changes.get(0);
    CapacityChange last = changes.get(changes.size() - 1);
    int steps = changes.size();
    return new Finding(
        group.name(),
        "scale-in takes far too long",
        ("From %s on it took %s to go from %d to %d instances, in %d steps of %.1f with %s between"
                + " them. Scale-in goes on only as fast as its alarm, its cooldown and the step"
                + " allow; remove a share of the capacity instead of single instances, or track a"
                + " target.")
            .formatted(
                Words.at(result, first.timeNanos()),
                Words.length(span(changes)),
                first.from(),
                last.to(),
                steps,
                (first.from() - last.to()) / (double) steps,
                Words.length(span(changes) / (steps - 1))));
  }
}
