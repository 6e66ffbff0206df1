package io.headroom.workloads.trace;

import io.headroom.sim.RandomStream;

/** A law of distances between arrivals, up to their scale. */
interface Spacing {
  /** Draws a distance, at least 0. */
  double next(RandomStream random);
}
