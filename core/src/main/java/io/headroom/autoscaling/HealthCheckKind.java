package io.headroom.autoscaling;

/** Whose verdict makes a group replace an instance; EC2 status checks always count. */
public enum HealthCheckKind {
  /** EC2 status checks only; the default. */
  EC2,
  /** EC2 status checks and the health checks of attached load balancers. */
  ELB
}
