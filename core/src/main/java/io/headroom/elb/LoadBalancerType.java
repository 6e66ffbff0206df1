package io.headroom.elb;

/** The kinds of load balancer that the traffic plane distinguishes. */
public enum LoadBalancerType {
  /** Application Load Balancer: HTTP, one routing decision for each request. */
  APPLICATION,
  /** Network Load Balancer: each request is a flow of its own, hashed onto a target. */
  NETWORK,
  /** Classic Load Balancer: HTTP with a surge queue, or TCP. */
  CLASSIC,
  /**
   * No load balancer: clients know the instances that are in service and spread over them. It has
   * no health checks, no metrics and no price.
   */
  DIRECT
}
