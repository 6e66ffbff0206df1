package io.headroom.cloudwatch.math;

import io.headroom.cloudwatch.math.value.BothMissing;
import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathScalar;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.Optional;

/**
 * Applies an operator bucket by bucket.
 *
 * <p>Between two series a value that only one side has meets a zero, and where both have none there
 * is no point unless they shall count as zero; against a number there is a point only where the
 * series has one.
 */
final class Elementwise {
  private final Operator operator;
  private final BothMissing bothMissing;

  Elementwise(Operator operator, BothMissing bothMissing) {
    this.operator = operator;
    this.bothMissing = bothMissing;
  }

  static MathValue negate(MathValue value) {
    if (value instanceof MathArray array) {
      return array.map(series -> series.map(number -> -number));
    }
    return value instanceof MathSeries series
        ? series.map(number -> -number)
        : new MathScalar(-((MathScalar) value).value());
  }

  /** Returns the result, or nothing if the operator does not take two arrays. */
  Optional<MathValue> apply(MathValue left, MathValue right) {
    if (left instanceof MathArray array) {
      return right instanceof MathArray
          ? Optional.empty()
          : Optional.of(array.map(each -> single(each, right)));
    }
    if (right instanceof MathArray array) {
      return Optional.of(array.map(each -> single(left, each).labelled(each.label())));
    }
    return left instanceof MathScalar a && right instanceof MathScalar b
        ? Optional.of(new MathScalar(operator.of(a.value(), b.value())))
        : Optional.of(single(left, right));
  }

  /** Applies the operator to two series, or a series and a number. */
  private MathSeries single(MathValue left, MathValue right) {
    if (left instanceof MathScalar number) {
      return ((MathSeries) right).map(value -> operator.of(number.value(), value));
    }
    MathSeries series = (MathSeries) left;
    return right instanceof MathScalar number
        ? series.map(value -> operator.of(value, number.value()))
        : pair(series, (MathSeries) right);
  }

  private MathSeries pair(MathSeries left, MathSeries right) {
    return MathSeries.of(
        left.label(),
        left.size(),
        bucket ->
            bothMissing == BothMissing.ZERO || left.has(bucket) || right.has(bucket)
                ? operator.of(left.valueOr(bucket, 0), right.valueOr(bucket, 0))
                : Double.NaN);
  }
}
