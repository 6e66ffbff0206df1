package io.headroom.workloads;

import io.headroom.sim.RandomStream;
import io.headroom.workload.Arrivals;

/**
 * An intensity over simulated time, in requests per second, right-continuous, finite and never
 * negative. A factor that shapes another rate is one too, without its unit.
 *
 * <p>Implementations are immutable values. Intervals are half-open, start included; all times are
 * nanoseconds since the start of the run.
 */
public interface RateFunction {
  /** Returns the value at an instant. */
  double at(long timeNanos);

  /**
   * Returns a number that no value on [from, until) exceeds; the closer, the faster sampling is.
   */
  double upperBound(long fromNanos, long untilNanos);

  /**
   * Returns the first instant after the given one at which the function jumps or changes its shape;
   * {@link Long#MAX_VALUE} if there is none.
   */
  long nextBreakpoint(long timeNanos);

  /**
   * Returns a number that no value on [from, until) falls below; default 0. The closer, the less
   * often sampling has to compute the value itself.
   */
  default double lowerBound(long fromNanos, long untilNanos) {
    return 0;
  }

  /**
   * Returns the integral over [from, until), which is the expected number of requests; by default
   * adaptive quadrature between breakpoints with relative error 1e-9.
   */
  default double integral(long fromNanos, long untilNanos) {
    return Quadrature.integral(this, fromNanos, untilNanos);
  }

  /**
   * Opens the Poisson process with this intensity, by thinning unless a subtype knows better.
   *
   * @param random the source of randomness, which the arrivals keep
   * @param horizonNanos exclusive end of the arrivals
   */
  default Arrivals poissonArrivals(RandomStream random, long horizonNanos) {
    return new ThinnedArrivals(this, random, horizonNanos);
  }

  /** Returns the product with another function, such as a season with a flash crowd on top. */
  default RateFunction times(RateFunction factor) {
    return new Product(this, factor);
  }

  /**
   * Returns this function multiplied by a number.
   *
   * @param factor at least 0
   */
  default RateFunction times(double factor) {
    return new Product(constant(factor), this);
  }

  /** Returns the sum with another function. */
  default RateFunction plus(RateFunction other) {
    return new Sum(this, other);
  }

  /**
   * Returns the function that has the same value at all times.
   *
   * @param value finite, at least 0
   * @throws IllegalArgumentException if the value is negative or not finite
   */
  static RateFunction constant(double value) {
    return new Constant(value);
  }
}
