package io.headroom.autoscaling;

import io.headroom.ec2.LaunchOutcome;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which zones of one group launch. A zone whose launches have failed for long enough counts as
 * failed and is left out, until there is capacity in it again (AZ16).
 */
final class ZoneWatch {
  /** The answer of a zone in which the group would pay for no pool. */
  static final LaunchOutcome.Refused NO_POOL =
      new LaunchOutcome.Refused(
          LaunchOutcome.Kind.SPOT_PRICE_ABOVE_MAXIMUM,
          "There is no Spot capacity available that matches your request");

  private final GroupRun run;
  private final Purchasing purchasing;
  private final Map<String, Long> failingSince = new LinkedHashMap<>();

  ZoneWatch(GroupRun run, Purchasing purchasing) {
    this.run = run;
    this.purchasing = purchasing;
  }

  /** Returns the obstacle that a refusal is. */
  static Obstacle obstacle(LaunchOutcome.Kind kind) {
    return switch (kind) {
      case ZONE_FAILED -> Obstacle.ZONE_FAILED;
      case INSUFFICIENT_CAPACITY -> Obstacle.INSUFFICIENT_CAPACITY;
      case NO_SPOT_CAPACITY -> Obstacle.NO_SPOT_CAPACITY;
      case SPOT_PRICE_ABOVE_MAXIMUM -> Obstacle.SPOT_PRICE;
    };
  }

  void succeeded(String zone) {
    failingSince.remove(zone);
  }

  void refused(String zone) {
    failingSince.putIfAbsent(zone, run.nowNanos());
  }

  /**
   * Returns the zones that count as failed, or that the group shifts away from (AZ17); none if all
   * do, for one has to be tried.
   */
  Set<String> failed() {
    long thresholdNanos = run.timings().azFailureThreshold().toNanos();
    Set<String> failed = new LinkedHashSet<>(run.shifts().zones());
    for (Map.Entry<String, Long> each : failingSince.entrySet()) {
      if (run.nowNanos() - each.getValue() >= thresholdNanos && !isUsable(each.getKey())) {
        failed.add(each.getKey());
      }
    }
    return failed.containsAll(run.spec().zones()) ? new LinkedHashSet<>() : failed;
  }

  private boolean isUsable(String zone) {
    return purchasing.isUsable(zone);
  }

  /** Returns the zones in which a launch would find capacity now. */
  List<String> usable() {
    return run.spec().zones().stream()
        .filter(zone -> !run.shifts().isAwayFrom(zone) && isUsable(zone))
        .toList();
  }
}
