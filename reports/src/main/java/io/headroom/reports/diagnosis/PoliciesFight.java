package io.headroom.reports.diagnosis;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.sim.SimTime;
import java.util.List;
import java.util.Optional;

/** Two policies on two metrics take back what the other has done, again and again. */
final class PoliciesFight implements Detector {
  private static final long SOON_NANOS = SimTime.HOUR;
  private static final int OFTEN = 4;

  @Override
  public Optional<Finding> find(SimulationResult result, AutoScalingGroupSpec group) {
    List<CapacityChange> changes = CapacityChange.of(result, group);
    int reversals = 0;
    CapacityChange last = null;
    CapacityChange example = null;
    for (CapacityChange change : changes) {
      if (last != null && isFight(last, change)) {
        reversals++;
        example = change;
      }
      last = change;
    }
    return example == null || reversals < OFTEN
        ? Optional.empty()
        : Optional.of(finding(result, group, reversals, example, changes));
  }

  private static boolean isFight(CapacityChange earlier, CapacityChange later) {
    return later.reverses(earlier)
        && !later.policy().equals(earlier.policy())
        && later.timeNanos() - earlier.timeNanos() <= SOON_NANOS;
  }

  private static Finding finding(
      SimulationResult result,
      AutoScalingGroupSpec group,
      int reversals,
      CapacityChange newest,
      List<CapacityChange> changes) {
    String other = changes.get(changes.indexOf(newest) - 1).policy();
    return new Finding(
        group.name(),
        "two policies fight",
        ("%d times one policy took back within an hour what another had done: %s and %s, last at %s"
                + " (%d to %d). Their thresholds contradict each other: what satisfies one metric"
                + " breaches the other. Of two policies the larger capacity wins only if both ask"
                + " at once; let one of them scale in, or track both metrics with target tracking,"
                + " which scales in only when all agree.")
            .formatted(
                reversals,
                other,
                newest.policy(),
                Words.at(result, newest.timeNanos()),
                newest.from(),
                newest.to()));
  }
}
