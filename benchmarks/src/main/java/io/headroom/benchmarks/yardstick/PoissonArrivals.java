package io.headroom.benchmarks.yardstick;

import io.headroom.sim.RandomStream;
import io.headroom.workload.Arrivals;

/** A Poisson process without an end, at the cost of one variate and one addition an arrival. */
final class PoissonArrivals implements Arrivals {
  private final RandomStream random;
  private final double meanGapNanos;
  private long lastNanos;

  PoissonArrivals(RandomStream random, double meanGapNanos) {
    this.random = random;
    this.meanGapNanos = meanGapNanos;
  }

  @Override
  public int next(long[] times) {
    long nanos = lastNanos;
    for (int i = 0; i < times.length; i++) {
      nanos += (long) (random.nextExponential() * meanGapNanos);
      times[i] = nanos;
    }
    lastNanos = nanos;
    return times.length;
  }
}
