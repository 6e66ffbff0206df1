package io.headroom.elb;

import io.headroom.sim.RandomStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a stream of requests goes: a load balancer, and one of its target groups or any. */
final class Destination {
  private final LoadBalancer balancer;
  private final @Nullable TargetGroup only;
  private final RandomStream random;

  /**
   * Creates a destination.
   *
   * @param balancer the load balancer
   * @param only the target group that all requests go to; null to follow the forward weights
   * @param random the stream of this traffic for the choice of node and target group
   */
  Destination(LoadBalancer balancer, @Nullable TargetGroup only, RandomStream random) {
    this.balancer = balancer;
    this.only = only;
    this.random = random;
  }

  Duration idleTimeout() {
    return balancer.spec().idleTimeout();
  }

  LoadBalancer balancer() {
    return balancer;
  }

  /** Returns the route of the next request. */
  Route pick() {
    List<Node> nodes = balancer.nodesInDns();
    Node node = nodes.size() == 1 ? nodes.get(0) : nodes.get(random.nextInt(nodes.size()));
    return node.route(only == null ? balancer.weighted(random) : only);
  }
}
