package io.headroom.benchmarks.builds;

import java.util.function.ToDoubleFunction;

/** A run of each build, one right after the other. */
record Pair(Sample before, Sample after) {
  /** Returns a figure of the new build for one of the old. */
  double ratio(ToDoubleFunction<Sample> figure) {
    return figure.applyAsDouble(after) / figure.applyAsDouble(before);
  }
}
