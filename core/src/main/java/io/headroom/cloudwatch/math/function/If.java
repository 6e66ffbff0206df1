package io.headroom.cloudwatch.math.function;

import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathScalar;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.Optional;

/**
 * IF: chooses bucket by bucket. Where the condition is missing there is no point; where it is not
 * zero, a missing value of the second argument counts as zero; where it is zero, a missing value of
 * the third one, or none, gives no point. A number as condition chooses a whole argument. "Using IF
 * expressions", Amazon CloudWatch User Guide.
 */
final class If implements MathFunction {
  @Override
  public MathValue apply(Arguments arguments) {
    MathValue condition = single(arguments.require(2, 3), 0);
    MathValue chosen = single(arguments, 1);
    Optional<MathValue> other =
        arguments.size() > 2 ? Optional.of(single(arguments, 2)) : Optional.empty();
    if (condition instanceof MathSeries series) {
      return perBucket(series, chosen, other);
    }
    double number = ((MathScalar) condition).value();
    if (Double.isNaN(number)) {
      return empty(arguments);
    }
    return number != 0 ? chosen : other.orElseGet(() -> empty(arguments));
  }

  private static MathValue single(Arguments arguments, int index) {
    MathValue value = arguments.value(index);
    if (value instanceof MathArray) {
      throw arguments.wrongType(index, "S or TS");
    }
    return value;
  }

  private static MathSeries empty(Arguments arguments) {
    return MathSeries.of("IF", arguments.scope().grid().size(), bucket -> Double.NaN);
  }

  private static MathSeries perBucket(
      MathSeries condition, MathValue chosen, Optional<MathValue> other) {
    return MathSeries.of(
        "IF",
        condition.size(),
        bucket -> {
          if (!condition.has(bucket)) {
            return Double.NaN;
          }
          return condition.value(bucket) != 0
              ? at(chosen, bucket, 0)
              : other.map(value -> at(value, bucket, Double.NaN)).orElse(Double.NaN);
        });
  }

  private static double at(MathValue value, int bucket, double missing) {
    return value instanceof MathSeries series
        ? series.valueOr(bucket, missing)
        : ((MathScalar) value).value();
  }
}
