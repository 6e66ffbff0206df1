package io.headroom.cloudwatch.math.value;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Time series over the same buckets, in order.
 *
 * @param series the series, unmodifiable
 */
public record MathArray(List<MathSeries> series) implements MathValue {
  /** Copies the list. */
  public MathArray {
    series = ImmutableList.copyOf(series);
  }

  /** Returns what a function makes of each series. */
  public MathArray map(UnaryOperator<MathSeries> function) {
    return new MathArray(series.stream().map(function).toList());
  }

  @Override
  public String type() {
    return "TS[]";
  }
}
