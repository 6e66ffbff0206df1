package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.TimeSeries;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.refresh.InstanceRefresh;
import io.headroom.sim.SimTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * An instance refresh takes capacity away, the metric of what is left rises, and a policy scales
 * out at a load that does not.
 */
final class RefreshScalesOut implements Detector {
  /** An alarm of a few minutes may answer to what the last batch did. */
  private static final long AFTERMATH_NANOS = 5 * SimTime.MINUTE;

  private static final int MINUTES_BEFORE = 10;
  private static final double AS_BEFORE = 1.2;

  @Override
  public Optional<Finding> find(SimulationResult result, AutoScalingGroupSpec group) {
    return result.refreshes().stream()
        .filter(refresh -> refresh.group().equals(group.name()))
        .flatMap(refresh -> finding(result, group, refresh).stream())
        .findFirst();
  }

  private static Optional<Finding> finding(
      SimulationResult result, AutoScalingGroupSpec group, InstanceRefresh refresh) {
    List<CapacityChange> changes =
        CapacityChange.of(result, group).stream()
            .filter(change -> change.isOut() && isDuring(refresh, change.timeNanos()))
            .filter(change -> isLoadAsBefore(result, group, refresh, change.timeNanos()))
            .toList();
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(words(result, group, refresh, changes));
  }

  private static boolean isDuring(InstanceRefresh refresh, long nanos) {
    long endNanos = refresh.endNanos().orElse(Long.MAX_VALUE - AFTERMATH_NANOS);
    return nanos > refresh.startNanos() && nanos <= endNanos + AFTERMATH_NANOS;
  }

  private static boolean isLoadAsBefore(
      SimulationResult result, AutoScalingGroupSpec group, InstanceRefresh refresh, long nanos) {
    int start = Math.toIntExact(refresh.startNanos() / SimTime.MINUTE);
    int end = Math.toIntExact(nanos / SimTime.MINUTE);
    OptionalDouble before = busy(result, group, Math.max(0, start - MINUTES_BEFORE), start);
    OptionalDouble since = busy(result, group, start, end);
    return before.isPresent()
        && since.isPresent()
        && since.getAsDouble() <= AS_BEFORE * before.getAsDouble();
  }

  /** Returns how many instances' worth of work the group did in the mean of some minutes. */
  private static OptionalDouble busy(
      SimulationResult result, AutoScalingGroupSpec group, int fromMinute, int toMinute) {
    TimeSeries utilisation = result.series(group.name() + ".utilisation").orElseThrow();
    TimeSeries inService = result.series(group.name() + ".inService").orElseThrow();
    return IntStream.range(fromMinute, Math.min(toMinute, utilisation.size()))
        .mapToDouble(minute -> utilisation.value(minute) * inService.value(minute))
        .average();
  }

  private static Finding words(
      SimulationResult result,
      AutoScalingGroupSpec group,
      InstanceRefresh refresh,
      List<CapacityChange> changes) {
    CapacityChange first = changes.get(0);
    CapacityChange last = changes.get(changes.size() - 1);
    return new Finding(
        group.name(),
        "an instance refresh triggers scaling",
        ("While %s replaced instances, from %s on, policy %s raised the capacity from %d to %d,"
                + " from %s on; the work of the group was no more than before. Instances that leave"
                + " or still boot carry no load, so each of the others has more, and that is what"
                + " the policy sees. Launch before terminating (a MinHealthyPercentage of 100),"
                + " make the group's DefaultInstanceWarmup as long as the boot, or suspend"
                + " AlarmNotification during a refresh.")
            .formatted(
                refresh.id(),
                Words.at(result, refresh.startNanos()),
                first.policy(),
                first.from(),
                last.to(),
                Words.at(result, first.timeNanos())));
  }
}
