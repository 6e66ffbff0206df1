package io.headroom.elb;

import static io.headroom.elb.Outcome.CUT;
import static io.headroom.elb.Outcome.REFUSED;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Unit;

/**
 * Publishes the metrics of {@code AWS/NetworkELB}, which has no request count and no response time.
 *
 * <p>"CloudWatch metrics for your Network Load Balancer", User Guide for Network Load Balancers.
 * Each request is one flow.
 */
final class NetworkMetrics implements BalancerMetrics {
  private static final Metric NAMESPACE = Metric.of("AWS/NetworkELB", "any");

  private final ScopeTree scopes;
  private final boolean idleMetrics;

  NetworkMetrics(LoadBalancer balancer, MetricsSink sink) {
    Metric root = NAMESPACE.with("LoadBalancer", balancer.spec().fullName());
    scopes = new ScopeTree(balancer, sink, root);
    idleMetrics = sink.idleMetrics() == ElbSettings.IdleMetrics.PUBLISHED;
  }

  @Override
  public void publish(long minuteNanos, CellsByRoute cells, BalancerUsage.Minute usage) {
    for (ScopeTree.Scope scope : scopes.all()) {
      MinuteTally tally = cells.tally(scope.routes());
      if (scope.isTargetGroup()) {
        hosts(minuteNanos, scope);
      } else if (!tally.isEmpty() || idleMetrics) {
        flows(minuteNanos, scope.metrics(), tally);
      }
    }
    scopes.whole().value("ProcessedBytes", Unit.BYTES, minuteNanos, (double) usage.bytes());
    scopes.whole().value("ConsumedLCUs", Unit.COUNT, minuteNanos, usage.networkUnits());
    scopes.whole().value("ActiveFlowCount", Unit.COUNT, minuteNanos, usage.active());
  }

  private static void flows(long minuteNanos, MetricScope metrics, MinuteTally tally) {
    metrics.eventsOrZero("NewFlowCount", minuteNanos, tally.withTarget());
    metrics.eventsOrZero("TCP_Target_Reset_Count", minuteNanos, tally.count(REFUSED, CUT));
  }

  private static void hosts(long minuteNanos, ScopeTree.Scope scope) {
    for (Route route : scope.routes()) {
      int registered = route.targetGroup().inScope(route.node()).size();
      if (registered > 0) {
        int healthy = route.healthy();
        scope.metrics().value("HealthyHostCount", Unit.COUNT, minuteNanos, healthy);
        scope.metrics().value("UnHealthyHostCount", Unit.COUNT, minuteNanos, registered - healthy);
      }
    }
  }
}
