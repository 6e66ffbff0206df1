package io.headroom.sim;

/**
 * The order of work within one instant of simulated time, from first to last.
 *
 * <p>A measurement therefore sees everything that happened in the world up to and including its
 * instant, a decision sees the measurement, and an action follows the decision.
 */
public enum Phase {
  /** The world moves: machines boot, zones fail, timers of requests run out. */
  WORLD,
  /** Periods close and metrics become visible. */
  MEASURE,
  /** Health is judged, alarms and scaling policies are evaluated. */
  EVALUATE,
  /** Decisions take effect: launch, terminate, register, deregister. */
  ACT
}
