package io.headroom.autoscaling.refusal;

import java.util.Optional;

/**
 * The quotas of EC2 Auto Scaling that one model can exceed; those of new accounts.
 *
 * <p>"Quotas for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User Guide. An account may have
 * had the adjustable ones raised; here they hold.
 */
public enum Quota {
  /** Groups of a region; older accounts have 200. */
  GROUPS(500, "Auto Scaling groups per Region", ErrorCode.LIMIT_EXCEEDED),
  /** Launch configurations of a region. */
  LAUNCH_CONFIGURATIONS(200, "launch configurations per Region", ErrorCode.LIMIT_EXCEEDED),
  /** Scaling policies of a group. */
  POLICIES(50, "scaling policies per group", ErrorCode.LIMIT_EXCEEDED),
  /** Scheduled actions of a group. */
  SCHEDULED_ACTIONS(125, "scheduled actions per group", ErrorCode.LIMIT_EXCEEDED),
  /** Lifecycle hooks of a group. */
  LIFECYCLE_HOOKS(50, "lifecycle hooks per group", ErrorCode.LIMIT_EXCEEDED),
  /** Notification topics of a group. */
  TOPICS(10, "SNS topics per group", ErrorCode.LIMIT_EXCEEDED),
  /** Classic load balancers of a group. */
  CLASSIC_LOAD_BALANCERS(50, "Classic Load Balancers per group", ErrorCode.LIMIT_EXCEEDED),
  /** Target groups of a group. */
  TARGET_GROUPS(50, "target groups per group", ErrorCode.LIMIT_EXCEEDED),
  /** Steps of a policy. */
  STEP_ADJUSTMENTS(20, "step adjustments per policy", ErrorCode.VALIDATION_ERROR),
  /** Instances that one call attaches, detaches or moves to or from standby. */
  INSTANCES_PER_CALL(20, "instance IDs per call", ErrorCode.VALIDATION_ERROR),
  /** Instances whose protection one call sets. */
  PROTECTED_PER_CALL(50, "instance IDs per call", ErrorCode.LIMIT_EXCEEDED),
  /** Target groups or load balancers that one call attaches or detaches. */
  TRAFFIC_SOURCES_PER_CALL(10, "traffic sources per call", ErrorCode.VALIDATION_ERROR),
  /** Scheduled actions that one batch call puts or deletes. */
  SCHEDULED_ACTIONS_PER_CALL(50, "scheduled actions per call", ErrorCode.VALIDATION_ERROR);

  private final int most;
  private final String what;
  private final ErrorCode code;

  Quota(int most, String what, ErrorCode code) {
    this.most = most;
    this.what = what;
    this.code = code;
  }

  /** Returns the largest number that is allowed. */
  public int most() {
    return most;
  }

  /**
   * Returns the refusal of too many; empty if the number is allowed.
   *
   * @param property the property of the request that lists them
   * @param number how many there would be
   */
  public Optional<Refusal> check(String property, int number) {
    return number <= most
        ? Optional.empty()
        : Optional.of(
            new Refusal(code, property, "at most %d %s, found %d".formatted(most, what, number)));
  }
}
