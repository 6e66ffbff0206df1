package io.headroom.cloudwatch.math.value;

/**
 * A number; NaN where it is not defined, such as the average of no data point.
 *
 * @param value the number
 */
public record MathScalar(double value) implements MathValue {
  @Override
  public String type() {
    return "S";
  }
}
