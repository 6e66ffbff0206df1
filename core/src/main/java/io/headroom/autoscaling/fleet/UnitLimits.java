package io.headroom.autoscaling.fleet;

/**
 * How far a group with weights may exceed its sizes.
 *
 * <p>"Instance weights", Amazon EC2 Auto Scaling User Guide, and "CreateAutoScalingGroup", Amazon
 * EC2 Auto Scaling API Reference: by the largest weight, above the desired and above the maximum
 * capacity.
 *
 * @param desired DesiredCapacity in units
 * @param maximum MaxSize in units
 * @param largestWeight the largest weight, 1 without weights
 */
public record UnitLimits(int desired, int maximum, int largestWeight) {

  /** Returns the most units that a group may have (MX12). */
  public int most() {
    return Math.min(desired, maximum) + largestWeight;
  }

  /** Returns whether another instance may be launched: units are missing, and it fits (MX11). */
  public boolean allowsLaunch(int units, int weight) {
    return units < desired && units + weight <= most();
  }

  /** Returns whether an instance may be taken out without falling below desired (MX15). */
  public boolean allowsRemoval(int units, int weight) {
    return units - weight >= desired;
  }
}
