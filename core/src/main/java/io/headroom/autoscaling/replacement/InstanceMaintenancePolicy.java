package io.headroom.autoscaling.replacement;

import java.util.ArrayList;
import java.util.List;

/**
 * The limits within which a group exchanges instances.
 *
 * <p>"InstanceMaintenancePolicy", Amazon EC2 Auto Scaling API Reference.
 *
 * @param minHealthyPercentage the least share of the desired capacity that stays in service and
 *     healthy, in percent, 0 to 100
 * @param maxHealthyPercentage the largest share of the desired capacity that may be there at once,
 *     in percent, 100 to 200, at most 100 above the other
 */
public record InstanceMaintenancePolicy(int minHealthyPercentage, int maxHealthyPercentage) {
  private static final int PERCENT = 100;

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException naming everything that AWS would refuse
   */
  public InstanceMaintenancePolicy {
    List<String> problems = problems(minHealthyPercentage, maxHealthyPercentage);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  /** Returns what AWS would refuse about two percentages; empty when all is well. */
  public static List<String> problems(int minHealthyPercentage, int maxHealthyPercentage) {
    List<String> problems = new ArrayList<>();
    if (minHealthyPercentage < 0 || minHealthyPercentage > PERCENT) {
      problems.add("MinHealthyPercentage must be from 0 to 100, was " + minHealthyPercentage);
    }
    if (maxHealthyPercentage < PERCENT || maxHealthyPercentage > 2 * PERCENT) {
      problems.add("MaxHealthyPercentage must be from 100 to 200, was " + maxHealthyPercentage);
    }
    if (problems.isEmpty() && maxHealthyPercentage - minHealthyPercentage > PERCENT) {
      problems.add(
          "MaxHealthyPercentage must be at most 100 above MinHealthyPercentage, was %d and %d"
              .formatted(maxHealthyPercentage, minHealthyPercentage));
    }
    return problems;
  }

  /** Returns the capacity between which a group stays while it exchanges instances (IM1). */
  public CapacityBounds bounds(int desired) {
    int floor = (int) ((desired * (long) minHealthyPercentage + PERCENT - 1) / PERCENT);
    int ceiling = (int) (desired * (long) maxHealthyPercentage / PERCENT);
    return new CapacityBounds(floor, mayExceed() ? Math.max(desired + 1, ceiling) : ceiling);
  }

  /** Returns whether more than the desired capacity may be there: launches may come first (IM4). */
  public boolean mayExceed() {
    return maxHealthyPercentage > PERCENT || minHealthyPercentage == PERCENT;
  }

  /** Returns whether less than the desired capacity may be there: terminations may come first. */
  public boolean mayFallBelow() {
    return minHealthyPercentage < PERCENT;
  }
}
