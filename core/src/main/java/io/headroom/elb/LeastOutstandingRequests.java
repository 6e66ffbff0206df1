package io.headroom.elb;

import io.headroom.sim.RandomStream;

/**
 * Least outstanding requests: the target to which this node has the fewest requests under way, the
 * next in round-robin order among equals.
 *
 * <p>"Routing algorithms", User Guide for Application Load Balancers. How a node knows who has the
 * fewest is decided by {@link Fewest}.
 */
final class LeastOutstandingRequests implements RoutingAlgorithm {
  static final LeastOutstandingRequests INSTANCE = new LeastOutstandingRequests();

  private LeastOutstandingRequests() {}

  @Override
  public String name() {
    return "least_outstanding_requests";
  }

  @Override
  public Router newRouter(RandomStream random) {
    return new Fewest();
  }

  @Override
  public String toString() {
    return name();
  }
}
