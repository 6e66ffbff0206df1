package io.headroom.benchmarks.builds;

import io.headroom.benchmarks.race.Spread;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One JVM. What its compiler decided holds for all of its pairs, so they are one observation
 * together, not as many as they are: their medians.
 */
record Round(List<Pair> pairs) {
  double ratio(ToDoubleFunction<Sample> figure) {
    return Spread.of(pairs.stream().map(pair -> pair.ratio(figure)).toList()).median();
  }

  double median(Function<Pair, Sample> build, ToDoubleFunction<Sample> figure) {
    return Spread.of(pairs.stream().map(p -> figure.applyAsDouble(build.apply(p))).toList())
        .median();
  }
}
