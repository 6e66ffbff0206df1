package io.headroom.elb;

/**
 * Chooses the target of each request that one node receives for one target group. Not thread-safe.
 *
 * <p>Targets are small whole numbers that stay the same while a target is registered; the plane
 * gives them out again afterwards.
 */
public interface Router {
  /**
   * Replaces the targets that may receive requests.
   *
   * @param targets their numbers in order of registration, never empty; the router may keep the
   *     array
   */
  void rotation(int[] targets);

  /**
   * Returns the target of the next request.
   *
   * @param nowNanos the simulated time, in nanoseconds since the start of the run
   */
  int route(long nowNanos);

  /** Learns that a request was sent to a target. */
  default void sent(int target) {}

  /** Learns that a request sent to a target has ended: answered, timed out or cut. */
  default void ended(int target) {}
}
