package io.headroom.elb;

/**
 * One target group of a load balancer's forward action.
 *
 * @param targetGroup where the requests go
 * @param weight the share of the requests over the sum of all weights; 0 to 999. A group with
 *     weight 0 receives requests only from workloads that name it
 */
public record ForwardRule(TargetGroupSpec targetGroup, int weight) {
  /** Checks the weight. */
  public ForwardRule {
    if (weight < 0 || weight > 999) {
      throw new IllegalArgumentException("weight must be from 0 to 999, was " + weight);
    }
  }
}
