package io.headroom.autoscaling.refusal;

import static io.headroom.autoscaling.refusal.Refusal.validation;

import java.util.Optional;

/** What PutScalingPolicy and ExecutePolicy refuse. */
public final class PolicyRefusals {
  private static final String STEPS = "StepAdjustments";
  private static final int HOUR = 3_600;

  private PolicyRefusals() {}

  /** Returns the refusal of a step policy without steps. */
  public static Refusal noSteps() {
    return validation(STEPS, "At least one StepAdjustment is required");
  }

  /**
   * Returns the refusal of steps that go on in a direction without an open end there.
   *
   * @param end {@code lower} or {@code upper}
   */
  public static Refusal missingOpenEnd(String end) {
    String sign = end.equals("lower") ? "negative" : "positive";
    return validation(
        STEPS,
        ("There must be a StepAdjustment with an unspecified %1$s bound (i.e., %1$s bound is null)"
                + " when one StepAdjustment has a %2$s %1$s bound")
            .formatted(end, sign));
  }

  /** Returns the refusal of steps that overlap, leave a gap, or contradict themselves. */
  public static Refusal steps(String why) {
    return validation(STEPS, why);
  }

  /** Returns the refusal to execute a step policy with a value that is in no step. */
  public static Refusal noStep(double value, double threshold) {
    return validation(
        "MetricValue",
        "No step adjustment found for metric value [%s] and breach threshold %s"
            .formatted(value, threshold));
  }

  /** Returns the refusal of a negative exact capacity. */
  public static Refusal negativeCapacity(int capacity) {
    return validation("ScalingAdjustment", "ExactCapacity must not be negative, was " + capacity);
  }

  /** Returns the refusal of a least magnitude for a change that is not in percent. */
  public static Refusal magnitude(String type) {
    return validation(
        "MinAdjustmentMagnitude",
        "MinAdjustmentMagnitude needs PercentChangeInCapacity, not " + type);
  }

  /** Returns the refusal of a least magnitude that is not positive. */
  public static Refusal magnitude(int instances) {
    return validation(
        "MinAdjustmentMagnitude", "MinAdjustmentMagnitude must be positive, was " + instances);
  }

  /** Returns the refusal of a predefined metric that needs a label and has none, or a wrong one. */
  public static Refusal label(String why) {
    return validation("ResourceLabel", why);
  }

  /** Returns the refusal of a metric specification of target tracking or predictive scaling. */
  public static Refusal metric(String property, String why) {
    return validation(property, why);
  }

  /** Returns the refusal of a target value. */
  public static Refusal target(double target) {
    return validation("TargetValue", "target must be positive, was " + target);
  }

  /** Returns the refusal of a second predictive policy of a group that scales. */
  public static Refusal secondForecastAndScale() {
    return validation(
        "Mode", "only one predictive scaling policy of a group may have the mode ForecastAndScale");
  }

  /** Returns the refusal of the buffer before an hour, in seconds; empty if it is allowed. */
  public static Optional<Refusal> schedulingBuffer(long seconds) {
    return seconds >= 0 && seconds < HOUR
        ? Optional.empty()
        : Optional.of(
            validation("SchedulingBufferTime", "must be 0 to 3599 seconds, was " + seconds));
  }

  /** Returns the refusal of a capacity buffer without the behavior that it belongs to. */
  public static Refusal unexpectedBuffer() {
    return validation(
        "MaxCapacityBuffer",
        "MaxCapacityBuffer is only allowed when MaxCapacityBreachBehavior is IncreaseMaxCapacity");
  }

  /** Returns the refusal of the behavior IncreaseMaxCapacity without a buffer. */
  public static Refusal missingBuffer() {
    return validation(
        "MaxCapacityBuffer",
        "MaxCapacityBuffer is required when MaxCapacityBreachBehavior is IncreaseMaxCapacity");
  }

  /** Returns the refusal of a capacity buffer in percent; empty if it is allowed. */
  public static Optional<Refusal> buffer(int percent) {
    return percent >= 0 && percent <= 100
        ? Optional.empty()
        : Optional.of(validation("MaxCapacityBuffer", "must be 0 to 100, was " + percent));
  }
}
