package io.headroom.elb;

/** Publishes the metrics of one load balancer. */
interface BalancerMetrics {
  /**
   * Publishes a minute.
   *
   * @param minuteNanos the start of the minute
   * @param cells what was counted
   * @param usage what the load balancer itself was used for
   */
  void publish(long minuteNanos, CellsByRoute cells, BalancerUsage.Minute usage);
}
