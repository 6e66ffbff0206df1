package io.headroom.policies.aws;

import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.autoscaling.refusal.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * A change of capacity, and its arithmetic.
 *
 * <p>"Step and simple scaling policies for Amazon EC2 Auto Scaling", section "Scaling adjustment
 * types", Amazon EC2 Auto Scaling User Guide.
 *
 * @param type what the amount means
 * @param amount how many instances, or percent
 * @param minimumMagnitude by how many instances a change in percent changes the capacity at least
 */
public record Adjustment(AdjustmentType type, int amount, OptionalInt minimumMagnitude) {

  /** Returns the change by so many instances. */
  public static Adjustment change(int instances) {
    return new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, instances, OptionalInt.empty());
  }

  /** Returns the change to so many instances. */
  public static Adjustment exactly(int instances) {
    return new Adjustment(AdjustmentType.EXACT_CAPACITY, instances, OptionalInt.empty());
  }

  /** Returns the change by a percentage of the capacity. */
  public static Adjustment percent(int percent) {
    return new Adjustment(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY, percent, OptionalInt.empty());
  }

  /** Returns why AWS would refuse the adjustment; empty if it would not. */
  public List<Refusal> refusals() {
    List<Refusal> refusals = new ArrayList<>();
    if (type == AdjustmentType.EXACT_CAPACITY && amount < 0) {
      refusals.add(PolicyRefusals.negativeCapacity(amount));
    }
    if (type != AdjustmentType.PERCENT_CHANGE_IN_CAPACITY && minimumMagnitude.isPresent()) {
      refusals.add(PolicyRefusals.magnitude(type.awsName()));
    } else if (minimumMagnitude.orElse(1) < 1) {
      refusals.add(PolicyRefusals.magnitude(minimumMagnitude.getAsInt()));
    }
    return refusals;
  }

  /**
   * Returns the capacity after the adjustment, before the limits of the group.
   *
   * @param base the capacity before
   */
  public int applyTo(int base) {
    return switch (type) {
      case CHANGE_IN_CAPACITY -> saturated((long) base + amount);
      case EXACT_CAPACITY -> amount;
      case PERCENT_CHANGE_IN_CAPACITY -> saturated((long) base + percentOf(base));
    };
  }

  /** Returns whether the adjustment raises this capacity. */
  boolean raises(int desired) {
    return type == AdjustmentType.EXACT_CAPACITY ? amount > desired : amount > 0;
  }

  /** Returns whether the adjustment lowers this capacity. */
  boolean lowers(int desired) {
    return type == AdjustmentType.EXACT_CAPACITY ? amount < desired : amount < 0;
  }

  private long percentOf(int base) {
    long change = rounded(BigDecimal.valueOf((long) base * amount, 2));
    long magnitude = Math.max(Math.abs(change), minimumMagnitude.orElse(0));
    return Long.signum(change) * magnitude;
  }

  /** Rounds a change towards zero, but one that is not zero at least to one (AJ1, AJ2). */
  static long rounded(BigDecimal change) {
    return change.abs().compareTo(BigDecimal.ONE) < 0
        ? change.signum()
        : change.setScale(0, RoundingMode.DOWN).longValueExact();
  }

  private static int saturated(long capacity) {
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, capacity));
  }

  @Override
  public String toString() {
    return switch (type) {
      case CHANGE_IN_CAPACITY -> "%+d".formatted(amount);
      case EXACT_CAPACITY -> "exactly " + amount;
      case PERCENT_CHANGE_IN_CAPACITY -> "%+d %%".formatted(amount);
    };
  }
}
