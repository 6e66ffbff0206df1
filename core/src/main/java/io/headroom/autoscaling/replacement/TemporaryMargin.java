package io.headroom.autoscaling.replacement;

/**
 * How far a group without a maintenance policy may exceed its sizes while new instances come before
 * the old ones leave: a tenth, rounded down, but at least one.
 *
 * <p>"Availability Zone rebalancing", and "Use Capacity Rebalancing to handle Amazon EC2 Spot
 * Interruptions", Amazon EC2 Auto Scaling User Guide.
 */
public final class TemporaryMargin {
  private static final int TENTH = 10;

  private TemporaryMargin() {}

  /** Returns the margin: of the maximum for zones (AZ13), of desired for Spot (CR4). */
  public static int of(int size) {
    return Math.max(1, size / TENTH);
  }
}
