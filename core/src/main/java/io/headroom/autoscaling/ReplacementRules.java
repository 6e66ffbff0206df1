package io.headroom.autoscaling;

/**
 * When a group replaces unhealthy instances, and how many at once.
 *
 * <p>"Health checks for instances in an Auto Scaling group", Amazon EC2 Auto Scaling User Guide.
 */
final class ReplacementRules {
  private ReplacementRules() {}

  /** Returns how many unhealthy instances are replaced together: a tenth, at least one (HR6). */
  static int batchSize(int desired) {
    return Math.max(1, desired / 10);
  }

  /**
   * Returns whether a batch may start: while a scaling activity is under way, only if more than
   * nine tenths of the desired instances are in service and healthy (HR5, HR7, HR12).
   */
  static boolean mayStart(int desired, int healthyInService, boolean activityInProgress) {
    return !activityInProgress || 10L * healthyInService > 9L * desired;
  }
}
