package io.headroom.workload;

/**
 * The arrivals of one run, handed out in batches so that a call per request is never needed. Not
 * thread-safe.
 */
public interface Arrivals {
  /**
   * Writes the next arrival times, in nanoseconds since the start of the run, in ascending order;
   * equal times are allowed.
   *
   * @param times the buffer to fill from index 0
   * @return how many times were written, at least 1; or 0 when there are no more arrivals
   */
  int next(long[] times);
}
