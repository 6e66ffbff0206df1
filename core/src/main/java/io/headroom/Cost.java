package io.headroom;

import io.headroom.ec2.Money;

/**
 * What a run or a group costs, by kind.
 *
 * @param compute instances
 * @param storage volumes
 * @param loadBalancer load balancers, by the hour and by capacity units
 * @param monitoring detailed monitoring and alarms
 */
public record Cost(Money compute, Money storage, Money loadBalancer, Money monitoring) {
  /** Returns the sum of all kinds. */
  public Money total() {
    return compute.plus(storage).plus(loadBalancer).plus(monitoring);
  }
}
