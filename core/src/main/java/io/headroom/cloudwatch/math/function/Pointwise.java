package io.headroom.cloudwatch.math.function;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Functions of each data point alone; a point whose result is not finite is dropped. */
final class Pointwise {
  static final Map<String, MathFunction> ALL =
      Map.ofEntries(
          entry("ABS", of(Math::abs)),
          entry("CEIL", of(Math::ceil)),
          entry("FLOOR", of(Math::floor)),
          entry("LOG", of(StrictMath::log)),
          entry("LOG10", of(StrictMath::log10)));

  private Pointwise() {}

  private static MathFunction of(DoubleUnaryOperator operator) {
    return arguments -> arguments.require(1, 1).each(0, series -> series.map(operator));
  }
}
