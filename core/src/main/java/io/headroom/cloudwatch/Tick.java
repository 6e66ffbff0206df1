package io.headroom.cloudwatch;

import io.headroom.sim.SimTime;

/**
 * A row of equally spaced instants.
 *
 * @param intervalNanos the time from one to the next
 * @param offsetNanos the first one since the start of the run, less than the interval
 */
record Tick(long intervalNanos, long offsetNanos) {
  /** Returns the first instant of the row after a time. */
  long after(long nowNanos) {
    return SimTime.nextMultiple(nowNanos - offsetNanos, intervalNanos) + offsetNanos;
  }
}
