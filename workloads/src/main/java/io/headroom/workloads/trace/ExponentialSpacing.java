package io.headroom.workloads.trace;

import io.headroom.sim.RandomStream;

/** The distances of a Poisson process. */
record ExponentialSpacing() implements Spacing {
  @Override
  public double next(RandomStream random) {
    return random.nextExponential();
  }
}
