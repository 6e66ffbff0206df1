package io.headroom.elb;

/**
 * What one node thinks of one target: its state and the results in a row that lead to the next.
 *
 * <p>"Health checks for Application Load Balancer target groups", User Guide for Application Load
 * Balancers: a new target needs one passed check, an unhealthy one the healthy threshold.
 */
final class NodeHealth {
  private final HealthCheck check;
  private final int initialChecks;
  private TargetHealth state = TargetHealth.INITIAL;
  private int successes;
  private int failures;

  /**
   * Creates the view of a node that has not checked yet.
   *
   * @param check the thresholds
   * @param initialChecks successes that make a new target healthy
   */
  NodeHealth(HealthCheck check, int initialChecks) {
    this.check = check;
    this.initialChecks = initialChecks;
  }

  TargetHealth state() {
    return state;
  }

  /** Sets the state without a check. */
  void assume(TargetHealth newState) {
    state = newState;
  }

  /** Takes the result of a check; returns whether the state changed. */
  boolean passed() {
    failures = 0;
    successes++;
    int needed = state == TargetHealth.INITIAL ? initialChecks : check.healthyThreshold();
    return successes >= needed && become(TargetHealth.HEALTHY);
  }

  /** Takes the result of a check; returns whether the state changed. */
  boolean failed() {
    successes = 0;
    failures++;
    return failures >= check.unhealthyThreshold() && become(TargetHealth.UNHEALTHY);
  }

  private boolean become(TargetHealth next) {
    boolean changed = state != next;
    state = next;
    return changed;
  }
}
