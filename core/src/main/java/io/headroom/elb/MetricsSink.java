package io.headroom.elb;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStore;

/** Where load balancers publish, and what they publish without traffic. */
record MetricsSink(MetricStore store, ElbSettings settings) {
  MetricScope scope(Metric dimensions) {
    return new MetricScope(store, store.settings().delays().ofLoadBalancers(), dimensions);
  }

  /** Returns whether always-reported metrics appear in a minute with so many requests. */
  boolean reports(long requests) {
    return requests > 0 || settings.idleMetrics() == ElbSettings.IdleMetrics.PUBLISHED;
  }
}
