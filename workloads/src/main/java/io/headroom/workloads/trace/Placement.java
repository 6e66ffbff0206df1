package io.headroom.workloads.trace;

import io.headroom.sim.RandomStream;
import io.headroom.workload.Arrivals;
import io.headroom.workloads.LinearPieces;

/** How the requests of an interval are spread over it. Implementations are immutable values. */
public interface Placement {
  /**
   * Opens the arrivals of the counts for one run.
   *
   * @param counts the requests per interval
   * @param random the source of randomness, which the arrivals keep
   * @param horizonNanos exclusive end of the arrivals
   */
  Arrivals place(Counts counts, RandomStream random, long horizonNanos);

  /** Returns the intensity that the arrivals follow; by default constant on each interval. */
  default LinearPieces rate(Counts counts) {
    return counts;
  }

  /**
   * Returns the placement by order statistics of uniforms: a Poisson process given its counts,
   * which are reproduced exactly. The default of traces.
   */
  static Placement uniform() {
    return new Uniform();
  }

  /** Returns the Poisson process with the mean rate of each interval; its counts vary. */
  static Placement poissonised() {
    return new Poissonised();
  }

  /** Returns the Poisson process with a continuous rate that keeps each interval's expectation. */
  static Placement smooth() {
    return new Smooth();
  }

  /**
   * Returns the placement by normalised gamma spacings; counts are reproduced exactly.
   *
   * @param shape the shape of the spacings, positive: below 1 burstier than uniform, above 1 more
   *     regular
   * @throws IllegalArgumentException if the shape is not positive and finite
   */
  static Placement bursty(double shape) {
    return new Bursty(new GammaSpacing(shape));
  }

  /** Exponential spacings, normalised, are those of sorted uniforms. */
  record Uniform() implements Placement {
    @Override
    public Arrivals place(Counts counts, RandomStream random, long horizonNanos) {
      return new SpacedArrivals(counts, new ExponentialSpacing(), random, horizonNanos);
    }
  }

  /** A piecewise constant rate. */
  record Poissonised() implements Placement {
    @Override
    public Arrivals place(Counts counts, RandomStream random, long horizonNanos) {
      return counts.poissonArrivals(random, horizonNanos);
    }
  }

  /** A piecewise linear rate. */
  record Smooth() implements Placement {
    @Override
    public Arrivals place(Counts counts, RandomStream random, long horizonNanos) {
      return rate(counts).poissonArrivals(random, horizonNanos);
    }

    @Override
    public LinearPieces rate(Counts counts) {
      return new SmoothRate(counts);
    }
  }

  /**
   * Gamma spacings.
   *
   * @param spacing the law of the spacings
   */
  record Bursty(GammaSpacing spacing) implements Placement {
    @Override
    public Arrivals place(Counts counts, RandomStream random, long horizonNanos) {
      return new SpacedArrivals(counts, spacing, random, horizonNanos);
    }
  }
}
