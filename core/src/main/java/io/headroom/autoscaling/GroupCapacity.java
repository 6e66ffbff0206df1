package io.headroom.autoscaling;

/**
 * The capacity of a group at an instant, in instances.
 *
 * @param minimum MinSize
 * @param maximum MaxSize
 * @param desired DesiredCapacity
 * @param inService instances in service, warm or not
 * @param warm instances in service whose warm-up is over
 * @param pending instances that were launched and are not yet in service
 * @param terminating instances that leave because of a scale-in
 */
public record GroupCapacity(
    int minimum, int maximum, int desired, int inService, int warm, int pending, int terminating) {

  /** Returns the base of a scale-out (rule M5, C1). */
  public int scaleOutBase(AutoScalingSettings.WarmupBase base) {
    return switch (base) {
      case EXCLUDE_WARMING -> warm;
      case DESIRED -> desired;
    };
  }

  /** Returns the base of a scale-in: in service plus those that leave already (rule M6). */
  public int scaleInBase() {
    return inService + terminating;
  }
}
