package io.headroom.elb;

import io.headroom.sim.RandomStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where a stream of requests goes: a load balancer, and one of its target groups or any. */
final class Destination {
  private static final int ANY = -1;

  private final LoadBalancer balancer;
  private final int only;
  private final RandomStream random;

  /** The routes of each node that clients know, by number of the target group. */
  private Route[][] nodes = {};

  /**
   * Creates a destination.
   *
   * @param balancer the load balancer
   * @param only the target group that all requests go to; null to follow the forward weights
   * @param random the stream of this traffic for the choice of node and target group
   */
  Destination(LoadBalancer balancer, @Nullable TargetGroup only, RandomStream random) {
    this.balancer = balancer;
    this.only = only == null ? ANY : balancer.targetGroups().indexOf(only);
    this.random = random;
  }

  Duration idleTimeout() {
    return balancer.spec().idleTimeout();
  }

  LoadBalancer balancer() {
    return balancer;
  }

  /** Learns that clients know other nodes than before. */
  void follow(Route[][] routesInDns) {
    nodes = routesInDns;
  }

  /** Returns the only route there is, null while there are several. */
  @Nullable Route oneWay() {
    boolean isOneWay = nodes.length == 1 && (only != ANY || nodes[0].length == 1);
    return isOneWay ? nodes[0][Math.max(only, 0)] : null;
  }

  /** Returns the route of the next request. */
  Route pick() {
    Route[] routes = nodes[nodes.length == 1 ? 0 : random.nextInt(nodes.length)];
    return routes[only == ANY ? balancer.weighted(random) : only];
  }
}
