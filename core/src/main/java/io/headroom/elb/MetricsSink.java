package io.headroom.elb;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;

/** Where load balancers publish, and what they publish without traffic. */
record MetricsSink(
    MetricStore store, Publication publication, ElbSettings.IdleMetrics idleMetrics) {
  MetricScope scope(Metric dimensions) {
    return new MetricScope(store, publication, dimensions);
  }
}
