package io.headroom.cloudwatch.math.function;

import io.headroom.cloudwatch.math.value.MathValue;

/** A function of metric math. */
@FunctionalInterface
public interface MathFunction {
  /**
   * Returns the value of the function.
   *
   * @throws io.headroom.cloudwatch.math.value.MathException if an argument is missing, too many or
   *     of a wrong type
   */
  MathValue apply(Arguments arguments);
}
