package io.headroom.workload;

import io.headroom.sim.RandomStreams;

/**
 * A description of when requests arrive: immutable, printable, comparable, shared between runs.
 *
 * <p>Found by scenario files through a {@link WorkloadProvider}.
 */
public interface Workload {
  /** Returns a short name for reports, such as {@code diurnal} or the name of a trace file. */
  String name();

  /**
   * Opens a fresh stream of arrivals for one run. The same streams give the same arrivals.
   *
   * @param random the named streams of the run; a workload takes those with its own names only
   * @param horizonNanos the end of the run, exclusive; arrivals at or after it are never asked for
   */
  Arrivals open(RandomStreams random, long horizonNanos);

  /**
   * Returns the intensity at an instant, in requests per second: the mean rate that the arrivals
   * follow, without the randomness of single arrivals.
   *
   * @param timeNanos the instant, in nanoseconds since the start of the run
   */
  double requestsPerSecond(long timeNanos);
}
