package io.headroom.autoscaling.refresh;

import io.headroom.autoscaling.replacement.InstanceMaintenancePolicy;

/**
 * How many instances a refresh replaces at once (IR4, IR5, IR14).
 *
 * <p>"How an instance refresh works", Amazon EC2 Auto Scaling User Guide.
 */
public final class RefreshBatch {
  private static final int PERCENT = 100;

  private RefreshBatch() {}

  /**
   * Returns the units that may be under way at once when old instances leave first: what may be
   * missing, rounded down, but at least one.
   *
   * @param capacity the desired capacity in units
   * @param minHealthyPercentage the share that stays in service, in percent
   */
  public static int size(int capacity, int minHealthyPercentage) {
    return (int) Math.max(1, capacity * (long) (PERCENT - minHealthyPercentage) / PERCENT);
  }

  /**
   * Returns the units that may be under way at once: what may be missing and what may be there in
   * excess, at least one.
   *
   * @param capacity the desired capacity in units
   */
  public static int size(int capacity, InstanceMaintenancePolicy limits) {
    int excess = limits.bounds(capacity).ceiling() - capacity;
    int missing = limits.mayFallBelow() ? size(capacity, limits.minHealthyPercentage()) : 0;
    return Math.max(1, excess + missing);
  }
}
