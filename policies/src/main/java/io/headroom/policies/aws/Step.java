package io.headroom.policies.aws;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * One step of a step scaling policy. Bounds are relative to the alarm's threshold.
 *
 * <p>"StepAdjustment", Amazon EC2 Auto Scaling API Reference. Above the threshold the lower bound
 * belongs to the step and the upper does not; below it is the other way round.
 *
 * @param lower the lower bound; empty for no bound
 * @param upper the upper bound; empty for no bound
 * @param adjustment how many instances, or percent, by the policy's adjustment type
 */
public record Step(OptionalDouble lower, OptionalDouble upper, int adjustment) {

  /** Returns whether a metric this far above the threshold, or at it, is in the step (ST1). */
  boolean holdsAbove(BigDecimal distance) {
    return distance.signum() >= 0
        && compare(lower, distance, -1) <= 0
        && compare(upper, distance, 1) > 0;
  }

  /** Returns whether a metric this far below the threshold, or at it, is in the step (ST2). */
  boolean holdsBelow(BigDecimal distance) {
    return distance.signum() <= 0
        && compare(lower, distance, -1) < 0
        && compare(upper, distance, 1) >= 0;
  }

  private static int compare(OptionalDouble bound, BigDecimal distance, int ifNone) {
    return bound.isEmpty() ? ifNone : BigDecimal.valueOf(bound.getAsDouble()).compareTo(distance);
  }

  @Override
  public String toString() {
    return "[%s, %s): %+d".formatted(text(lower, "-inf"), text(upper, "inf"), adjustment);
  }

  private static String text(OptionalDouble bound, String none) {
    return bound.isPresent() ? Double.toString(bound.getAsDouble()) : none;
  }
}
