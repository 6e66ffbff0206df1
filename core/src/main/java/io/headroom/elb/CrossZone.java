package io.headroom.elb;

/** Whether a load balancer node sends requests to targets of other zones than its own. */
public enum CrossZone {
  /** Each node uses the targets of all enabled zones. */
  ON,
  /** Each node uses the targets of its own zone only. */
  OFF,
  /** A target group does as its load balancer does. */
  INHERIT
}
