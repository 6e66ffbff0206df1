package io.headroom.cloudwatch;

import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathSeries;
import java.util.Arrays;
import java.util.Optional;

/** Computes the result of metric math over a row of buckets, for an alarm. Not thread-safe. */
final class MathWindow implements AlarmReader {
  private final MetricMath math;
  private final StoreInputs inputs;
  private Optional<AlarmBand> band = Optional.empty();

  MathWindow(MetricMath math, MetricStore store) {
    this.math = math;
    inputs = new StoreInputs(math, store);
  }

  @Override
  public double[] read(long fromNanos, long toNanos, long asOfNanos) {
    inputs.lay(fromNanos, toNanos, asOfNanos);
    String watched = math.results().get(0).id();
    double[] values = series(watched).values();
    band = math.band().map(this::band);
    band.ifPresent(edges -> dropWithout(edges, values));
    return values;
  }

  private MathSeries series(String id) {
    return (MathSeries) math.program().evaluate(id, inputs);
  }

  /** A function gives the upper edge first. */
  private AlarmBand band(String id) {
    MathArray edges = (MathArray) math.program().evaluate(id, inputs);
    return new AlarmBand(edges.series().get(1), edges.series().get(0));
  }

  /** A value with which nothing can be compared counts as missing. */
  private static void dropWithout(AlarmBand edges, double[] values) {
    Arrays.setAll(values, i -> edges.has(i) ? values[i] : Double.NaN);
  }

  @Override
  public boolean hasBand() {
    return math.band().isPresent();
  }

  @Override
  public Optional<AlarmBand> band() {
    return band;
  }

  /** Samples of several metrics cannot be told apart, so no bucket counts as thin. */
  @Override
  public double sampleCount(int bucket) {
    return Double.MAX_VALUE;
  }
}
