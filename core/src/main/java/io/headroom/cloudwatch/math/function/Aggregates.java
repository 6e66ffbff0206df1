package io.headroom.cloudwatch.math.function;

import static java.util.Map.entry;

import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathScalar;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.Arrays;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Functions that make one number of a time series, or one time series of an array.
 *
 * <p>Over a series they take the points of the whole retrieved range, and there is no number if it
 * has none. Over an array they take the values of one bucket at a time, and there is no point where
 * all are missing; only AVG counts a missing value as zero, also in the divisor.
 */
final class Aggregates {
  static final Map<String, MathFunction> ALL =
      Map.ofEntries(
          entry("SUM", of(Aggregates::sum)),
          entry("AVG", new Average()),
          entry("MIN", of(values -> Arrays.stream(values).min().orElse(Double.NaN))),
          entry("MAX", of(values -> Arrays.stream(values).max().orElse(Double.NaN))),
          entry("STDDEV", of(Aggregates::deviation)),
          entry("DATAPOINT_COUNT", new Count()));

  private Aggregates() {}

  /** Returns one of the numbers that a series can be sorted by, NaN for a series without points. */
  static double of(String function, MathSeries series) {
    return switch (function) {
      case "SUM" -> number(series.present(), Aggregates::sum);
      case "MIN" -> Arrays.stream(series.present()).min().orElse(Double.NaN);
      case "MAX" -> Arrays.stream(series.present()).max().orElse(Double.NaN);
      default -> number(series.present(), values -> sum(values) / values.length);
    };
  }

  private static MathFunction of(ToDoubleFunction<double[]> formula) {
    return arguments -> {
      MathValue value = arguments.require(1, 1).value(0);
      if (value instanceof MathSeries series) {
        return new MathScalar(number(series.present(), formula));
      }
      MathArray array = array(arguments);
      return perBucket(arguments, bucket -> number(present(array, bucket), formula));
    };
  }

  private static MathArray array(Arguments arguments) {
    if (arguments.value(0) instanceof MathArray array) {
      return array;
    }
    throw arguments.wrongType(0, "TS or TS[]");
  }

  private static MathSeries perBucket(Arguments arguments, ToDoubleFunction<Integer> formula) {
    int size = arguments.scope().grid().size();
    return MathSeries.of(arguments.function(), size, bucket -> formula.applyAsDouble(bucket));
  }

  private static double number(double[] values, ToDoubleFunction<double[]> formula) {
    return values.length == 0 ? Double.NaN : formula.applyAsDouble(values);
  }

  private static double[] present(MathArray array, int bucket) {
    return array.series().stream()
        .mapToDouble(series -> series.value(bucket))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /** The deviation of all values there are, not an estimate from a sample. */
  private static double deviation(double[] values) {
    double mean = sum(values) / values.length;
    double[] squares =
        Arrays.stream(values).map(value -> (value - mean) * (value - mean)).toArray();
    return Math.sqrt(sum(squares) / values.length);
  }

  private static final class Average implements MathFunction {
    @Override
    public MathValue apply(Arguments arguments) {
      MathValue value = arguments.require(1, 1).value(0);
      if (value instanceof MathSeries series) {
        return new MathScalar(Aggregates.of("AVG", series));
      }
      MathArray array = array(arguments);
      return perBucket(arguments, bucket -> average(array, bucket));
    }

    private static double average(MathArray array, int bucket) {
      return number(present(array, bucket), Aggregates::sum) / array.series().size();
    }
  }

  private static final class Count implements MathFunction {
    @Override
    public MathValue apply(Arguments arguments) {
      MathValue value = arguments.require(1, 1).value(0);
      if (value instanceof MathSeries series) {
        return new MathScalar(series.present().length);
      }
      MathArray array = array(arguments);
      return perBucket(arguments, bucket -> present(array, bucket).length);
    }
  }
}
