package io.headroom.workloads;

import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import io.headroom.workload.Arrivals;

/**
 * A rate function that is linear between breakpoints; it may jump at them. Its integral is closed,
 * so its Poisson process is sampled by inversion, one exponential variate for each arrival.
 */
public interface LinearPieces extends RateFunction {
  /**
   * Returns the limit of the value from the left.
   *
   * @param timeNanos an instant after the start of the run
   */
  double before(long timeNanos);

  @Override
  default double upperBound(long fromNanos, long untilNanos) {
    double bound = 0;
    for (long t = fromNanos; t < untilNanos; ) {
      long end = Math.min(nextBreakpoint(t), untilNanos);
      bound = Math.max(bound, Math.max(at(t), before(end)));
      t = end;
    }
    return bound;
  }

  @Override
  default double lowerBound(long fromNanos, long untilNanos) {
    double bound = Double.MAX_VALUE;
    for (long t = fromNanos; t < untilNanos; ) {
      long end = Math.min(nextBreakpoint(t), untilNanos);
      bound = Math.min(bound, Math.min(at(t), before(end)));
      t = end;
    }
    return bound;
  }

  @Override
  default double integral(long fromNanos, long untilNanos) {
    double sum = 0;
    for (long t = fromNanos; t < untilNanos; ) {
      long end = Math.min(nextBreakpoint(t), untilNanos);
      sum += (at(t) + before(end)) / 2 * SimTime.seconds(end - t);
      t = end;
    }
    return sum;
  }

  @Override
  default Arrivals poissonArrivals(RandomStream random, long horizonNanos) {
    return new InvertedArrivals(this, random, horizonNanos);
  }

  @Override
  default LinearPieces times(double factor) {
    return new ScaledPieces(this, factor);
  }
}
