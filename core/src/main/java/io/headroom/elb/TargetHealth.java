package io.headroom.elb;

/**
 * The states of a target.
 *
 * <p>"Target health status", User Guide for Application Load Balancers.
 */
public enum TargetHealth {
  /** Registered, first checks under way. */
  INITIAL,
  /** Passes its checks. */
  HEALTHY,
  /** Fails its checks. */
  UNHEALTHY,
  /** Not registered, or in a zone that the load balancer does not serve. */
  UNUSED,
  /** Deregistering: gets no new requests, those under way may finish. */
  DRAINING
}
