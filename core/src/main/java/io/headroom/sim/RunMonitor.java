package io.headroom.sim;

/** Watches a run from outside and may end it early; see {@link Simulator#runUntil}. */
@FunctionalInterface
public interface RunMonitor {
  /** Lets every run go on to its end. */
  RunMonitor NONE = nowNanos -> true;

  /**
   * Learns how far the run is. Called on the run's own thread after each control event, so an
   * implementation must be quick.
   *
   * @param nowNanos the simulated time reached, in nanoseconds since the start of the run
   * @return whether the run should go on
   */
  boolean reached(long nowNanos);
}
