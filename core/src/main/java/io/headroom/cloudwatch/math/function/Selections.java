package io.headroom.cloudwatch.math.function;

import static java.util.Comparator.comparingDouble;
import static java.util.Map.entry;

import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathException;
import io.headroom.cloudwatch.math.value.MathScalar;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Functions that choose from an array of time series, or put it in order. */
final class Selections {
  static final Map<String, MathFunction> ALL =
      Map.ofEntries(
          entry("FIRST", arguments -> end(arguments, 0)),
          entry("LAST", arguments -> end(arguments, -1)),
          entry("SLICE", Selections::slice),
          entry("SORT", Selections::sort),
          entry("REMOVE_EMPTY", Selections::removeEmpty),
          entry("METRIC_COUNT", Selections::count));

  private Selections() {}

  private static MathValue end(Arguments arguments, int index) {
    List<MathSeries> series = arguments.require(1, 1).array(0).series();
    if (series.isEmpty()) {
      throw new MathException(
          "Function '%s' got an empty array".formatted(arguments.function()), arguments.position());
    }
    return series.get(index < 0 ? series.size() - 1 : index);
  }

  private static MathValue slice(Arguments arguments) {
    List<MathSeries> series = arguments.require(2, 3).array(0).series();
    int from = index(arguments, 1, series.size());
    int to = arguments.size() > 2 ? index(arguments, 2, series.size()) : series.size();
    return new MathArray(series.subList(Math.min(from, to), to));
  }

  private static int index(Arguments arguments, int argument, int size) {
    return (int) Math.max(0, Math.min(size, arguments.scalar(argument)));
  }

  /** Series without a data point come last in either order. */
  private static MathValue sort(Arguments arguments) {
    MathArray array = arguments.require(3, 4).array(0);
    String function = arguments.word(1, List.of("AVG", "MIN", "MAX", "SUM"));
    boolean ascends = arguments.word(2, List.of("ASC", "DESC")).equals("ASC");
    long limit = arguments.size() > 3 ? (long) arguments.scalar(3) : Long.MAX_VALUE;
    Comparator<MathSeries> order =
        comparingDouble(series -> sortKey(Aggregates.of(function, series), ascends));
    return new MathArray(array.series().stream().sorted(order).limit(Math.max(0, limit)).toList());
  }

  private static double sortKey(double number, boolean ascends) {
    return ascends || Double.isNaN(number) ? number : -number;
  }

  private static MathValue removeEmpty(Arguments arguments) {
    return new MathArray(
        arguments.require(1, 1).array(0).series().stream()
            .filter(series -> series.present().length > 0)
            .toList());
  }

  private static MathValue count(Arguments arguments) {
    return new MathScalar(arguments.require(1, 1).array(0).series().size());
  }
}
