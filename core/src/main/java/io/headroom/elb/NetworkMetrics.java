package io.headroom.elb;

import static io.headroom.elb.Outcome.CLIENT_TIMEOUT;
import static io.headroom.elb.Outcome.CUT;
import static io.headroom.elb.Outcome.IDLE_TIMEOUT;
import static io.headroom.elb.Outcome.NO_TARGET;
import static io.headroom.elb.Outcome.REFUSED;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Unit;

/**
 * Publishes the metrics of {@code AWS/NetworkELB}, which has no request count and no response time.
 *
 * <p>"CloudWatch metrics for your Network Load Balancer", User Guide for Network Load Balancers.
 * Each request is one TCP flow.
 */
final class NetworkMetrics implements BalancerMetrics {
  private static final Metric NAMESPACE = Metric.of("AWS/NetworkELB", "any");

  private final ScopeTree scopes;
  private final MetricsSink sink;

  NetworkMetrics(LoadBalancer balancer, MetricsSink sink) {
    this.sink = sink;
    Metric root = NAMESPACE.with("LoadBalancer", balancer.spec().fullName());
    scopes = new ScopeTree(balancer, sink, root);
  }

  @Override
  public void publish(long minuteNanos, CellsByRoute cells, BalancerUsage.Minute usage) {
    if (!sink.reports(usage.requests())) {
      return;
    }
    for (ScopeTree.Scope scope : scopes.all()) {
      MinuteTally tally = cells.tally(scope.routes());
      if (scope.isTargetGroup()) {
        HostCounts.publish(minuteNanos, scope);
        scope
            .metrics()
            .events("UnhealthyRoutingFlowCount", minuteNanos, HostCounts.failedOpen(scope));
      } else {
        flows(minuteNanos, scope.metrics(), tally);
        use(minuteNanos, scope.metrics(), usage.shareOf(tally));
      }
    }
    MetricScope whole = scopes.whole();
    whole.value("ConsumedLCUs", Unit.COUNT, minuteNanos, usage.networkUnits());
    whole.nonzero("ConsumedLCUs_TCP", Unit.COUNT, minuteNanos, usage.networkUnits());
  }

  private static void flows(long minuteNanos, MetricScope metrics, MinuteTally tally) {
    metrics.eventsOrZero("NewFlowCount", minuteNanos, tally.withTarget());
    metrics.events("NewFlowCount_TCP", minuteNanos, tally.withTarget());
    metrics.eventsOrZero("TCP_Client_Reset_Count", minuteNanos, tally.count(CLIENT_TIMEOUT));
    metrics.eventsOrZero("TCP_Target_Reset_Count", minuteNanos, tally.count(REFUSED, CUT));
    metrics.eventsOrZero("TCP_ELB_Reset_Count", minuteNanos, tally.count(IDLE_TIMEOUT, NO_TARGET));
  }

  private static void use(long minuteNanos, MetricScope metrics, BalancerUsage.Minute usage) {
    metrics.value("ProcessedBytes", Unit.BYTES, minuteNanos, (double) usage.bytes());
    metrics.nonzero("ProcessedBytes_TCP", Unit.BYTES, minuteNanos, (double) usage.bytes());
    metrics.value("ActiveFlowCount", Unit.COUNT, minuteNanos, usage.active());
    metrics.nonzero("ActiveFlowCount_TCP", Unit.COUNT, minuteNanos, usage.active());
  }
}
