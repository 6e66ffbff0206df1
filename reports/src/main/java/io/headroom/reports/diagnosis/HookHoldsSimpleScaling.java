package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A lifecycle hook keeps the activity of each launch or termination unfinished, and simple scaling
 * waits for that.
 */
final class HookHoldsSimpleScaling implements Detector {
  private static final int FEW = 5;

  @Override
  public Optional<Finding> find(SimulationResult result, AutoScalingGroupSpec group) {
    Optional<LifecycleHook> longest =
        group.lifecycle().hooks().stream()
            .max(Comparator.comparing(LifecycleHook::heartbeatTimeout));
    List<LedgerEntry> dropped =
        result.ledger().stream()
            .filter(entry -> entry.group().equals(group.name()))
            .filter(HookHoldsSimpleScaling::waits)
            .toList();
    int times = dropped.stream().mapToInt(LedgerEntry::times).sum();
    return times < FEW
        ? Optional.empty()
        : longest.map(hook -> finding(result, group, hook, dropped));
  }

  private static boolean waits(LedgerEntry entry) {
    return entry.obstacles().contains(Obstacle.ACTIVITY_IN_PROGRESS);
  }

  private static Finding finding(
      SimulationResult result,
      AutoScalingGroupSpec group,
      LifecycleHook hook,
      List<LedgerEntry> dropped) {
    int times = dropped.stream().mapToInt(LedgerEntry::times).sum();
    LedgerEntry worst =
        dropped.stream().max(Comparator.comparingInt(LedgerEntry::times)).orElseThrow();
    return new Finding(
        group.name(),
        "a lifecycle hook blocks simple scaling",
        ("%d invocations were dropped because an activity was unfinished, most of them of policy %s"
                + " from %s on for %s. Hook %s may hold an instance for %s, and simple scaling"
                + " waits for it and then for the cooldown; step scaling and target tracking do"
                + " not.")
            .formatted(
                times,
                worst.policy(),
                Words.at(result, worst.timeNanos()),
                Words.length(worst.lastNanos() - worst.timeNanos()),
                hook.name(),
                Words.length(hook.heartbeatTimeout())));
  }
}
