package io.headroom.autoscaling;

/**
 * The points about target tracking that AWS leaves open.
 *
 * @param alarmLowFactor the threshold of the low alarm as a share of the target, in (0, 1]; AWS
 *     says "usually more than 10 % lower", groups show 0.9 and 0.7; default 0.9 (C6)
 * @param smallGroupFactor the same for small groups, in (0, 1]; default 0.7 (C6)
 * @param smallGroupSize the largest desired capacity of a small group; default 0, which makes no
 *     group small (C6)
 * @param emptyGroup what a policy does while no instance is warm (C7)
 * @param maxScaleInFraction the share of the capacity that one scale-in removes at most, in (0, 1];
 *     AWS scales in more gradually than out, but gives no figure; default 1 (TT16)
 */
public record TargetTrackingSettings(
    double alarmLowFactor,
    double smallGroupFactor,
    int smallGroupSize,
    EmptyGroup emptyGroup,
    double maxScaleInFraction) {

  /** The documented defaults. */
  public static final TargetTrackingSettings DEFAULT =
      new TargetTrackingSettings(0.9, 0.7, 0, EmptyGroup.NO_ACTION, 1);

  /** What target tracking does while no instance is warm. */
  public enum EmptyGroup {
    /** Nothing (2018 edition); the default. */
    NO_ACTION,
    /** It computes as if there were one instance, for custom metrics that still report. */
    AS_ONE
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public TargetTrackingSettings {
    requireShare("alarmLowFactor", alarmLowFactor);
    requireShare("smallGroupFactor", smallGroupFactor);
    requireShare("maxScaleInFraction", maxScaleInFraction);
    if (smallGroupSize < 0) {
      throw new IllegalArgumentException(
          "smallGroupSize must not be negative, was " + smallGroupSize);
    }
  }

  private static void requireShare(String field, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(field + " must be in (0, 1], was " + value);
    }
  }

  /** Returns the factor of the low alarm for a group of this desired capacity. */
  public double lowFactor(int desired) {
    return desired <= smallGroupSize ? smallGroupFactor : alarmLowFactor;
  }

  /** Returns the largest factor that a group can have, which is that of its alarm. */
  public double largestLowFactor() {
    return smallGroupSize > 0 ? Math.max(smallGroupFactor, alarmLowFactor) : alarmLowFactor;
  }

  /** Returns a copy with another factor of the low alarm. */
  public TargetTrackingSettings alarmLowFactor(double newFactor) {
    return new TargetTrackingSettings(
        newFactor, smallGroupFactor, smallGroupSize, emptyGroup, maxScaleInFraction);
  }

  /** Returns a copy with another factor for groups up to a size. */
  public TargetTrackingSettings smallGroups(int newSize, double newFactor) {
    return new TargetTrackingSettings(
        alarmLowFactor, newFactor, newSize, emptyGroup, maxScaleInFraction);
  }

  /** Returns a copy that treats an empty group another way. */
  public TargetTrackingSettings emptyGroup(EmptyGroup newEmptyGroup) {
    return new TargetTrackingSettings(
        alarmLowFactor, smallGroupFactor, smallGroupSize, newEmptyGroup, maxScaleInFraction);
  }

  /** Returns a copy that removes at most this share of the capacity at once. */
  public TargetTrackingSettings maxScaleInFraction(double newFraction) {
    return new TargetTrackingSettings(
        alarmLowFactor, smallGroupFactor, smallGroupSize, emptyGroup, newFraction);
  }
}
