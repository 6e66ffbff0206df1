package io.headroom.elb;

import io.headroom.sim.RandomStream;

/**
 * A way to choose a target for a request: an immutable value whose {@link Router} has the memory.
 *
 * <p>Each load balancer node has a router of its own for each target group, as the nodes share no
 * state.
 */
public interface RoutingAlgorithm {
  /** Returns AWS's name of the algorithm where AWS has one, such as {@code round_robin}. */
  String name();

  /**
   * Makes a router for one node of one load balancer.
   *
   * @param random the node's own stream, for start offsets and hashes
   */
  Router newRouter(RandomStream random);

  /** Returns the algorithm that goes through the targets in turn. */
  static RoutingAlgorithm roundRobin() {
    return RoundRobin.INSTANCE;
  }

  /** Returns the algorithm that picks the target with the fewest requests under way. */
  static RoutingAlgorithm leastOutstandingRequests() {
    return LeastOutstandingRequests.INSTANCE;
  }

  /** Returns the algorithm that picks uniformly at random among the targets. */
  static RoutingAlgorithm weightedRandom() {
    return RandomChoice.WEIGHTED_RANDOM;
  }

  /** Returns the algorithm of a Network Load Balancer: a hash of the flow. */
  static RoutingAlgorithm flowHash() {
    return RandomChoice.FLOW_HASH;
  }
}
