package io.headroom.elb;

import static io.headroom.elb.Outcome.CLIENT_TIMEOUT;
import static io.headroom.elb.Outcome.COMPLETED;
import static io.headroom.elb.Outcome.CONNECT_TIMEOUT;
import static io.headroom.elb.Outcome.CUT;
import static io.headroom.elb.Outcome.IDLE_TIMEOUT;
import static io.headroom.elb.Outcome.NO_TARGET;
import static io.headroom.elb.Outcome.REFUSED;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Unit;
import java.util.List;

/**
 * Publishes the metrics of {@code AWS/ApplicationELB}.
 *
 * <p>"CloudWatch metrics for your Application Load Balancer", User Guide for Application Load
 * Balancers. A request counts in the minute in which it ends (ME-4).
 */
final class ApplicationMetrics implements BalancerMetrics {
  private static final Metric NAMESPACE = Metric.of("AWS/ApplicationELB", "any");

  private final ScopeTree scopes;
  private final boolean idleMetrics;

  ApplicationMetrics(LoadBalancer balancer, MetricsSink sink) {
    Metric root = NAMESPACE.with("LoadBalancer", balancer.spec().fullName());
    scopes = new ScopeTree(balancer, sink, root);
    idleMetrics = sink.idleMetrics() == ElbSettings.IdleMetrics.PUBLISHED;
  }

  @Override
  public void publish(long minuteNanos, CellsByRoute cells, BalancerUsage.Minute usage) {
    for (ScopeTree.Scope scope : scopes.all()) {
      MinuteTally tally = cells.tally(scope.routes());
      if (tally.isEmpty() && !idleMetrics) {
        continue;
      }
      requests(minuteNanos, scope, tally);
      if (scope.isTargetGroup()) {
        hosts(minuteNanos, scope, tally);
      } else {
        errors(minuteNanos, scope.metrics(), tally);
      }
    }
    MetricScope whole = scopes.whole();
    if (usage.bytes() > 0) {
      whole.value("ProcessedBytes", Unit.BYTES, minuteNanos, (double) usage.bytes());
      whole.value("ConsumedLCUs", Unit.COUNT, minuteNanos, usage.applicationUnits());
    }
  }

  private static void requests(long minuteNanos, ScopeTree.Scope scope, MinuteTally tally) {
    MetricScope metrics = scope.metrics();
    if (scope.routes().stream().anyMatch(route -> !route.targetGroup().isEmpty())) {
      metrics.eventsOrZero("RequestCount", minuteNanos, tally.withTarget());
    }
    metrics.events("HTTPCode_Target_2XX_Count", minuteNanos, tally.count(COMPLETED));
    metrics.events(
        "TargetConnectionErrorCount", minuteNanos, tally.count(REFUSED, CONNECT_TIMEOUT));
    if (tally.count(COMPLETED) > 0) {
      metrics.times("TargetResponseTime", minuteNanos, tally.responseTimes());
    }
  }

  private static void errors(long minuteNanos, MetricScope metrics, MinuteTally tally) {
    long badGateway = tally.count(REFUSED, CUT);
    long unavailable = tally.count(NO_TARGET);
    long timeouts = tally.count(IDLE_TIMEOUT, CONNECT_TIMEOUT);
    metrics.events("HTTPCode_ELB_5XX_Count", minuteNanos, badGateway + unavailable + timeouts);
    metrics.events("HTTPCode_ELB_502_Count", minuteNanos, badGateway);
    metrics.events("HTTPCode_ELB_503_Count", minuteNanos, unavailable);
    metrics.events("HTTPCode_ELB_504_Count", minuteNanos, timeouts);
    metrics.events("HTTPCode_ELB_4XX_Count", minuteNanos, tally.count(CLIENT_TIMEOUT));
  }

  private static void hosts(long minuteNanos, ScopeTree.Scope scope, MinuteTally tally) {
    TargetGroup targetGroup = scope.routes().get(0).targetGroup();
    if (targetGroup.isEmpty()) {
      return;
    }
    perTarget(minuteNanos, scope, tally);
    for (Route route : scope.routes()) {
      int registered = targetGroup.inScope(route.node()).size();
      int healthy = route.healthy();
      scope.metrics().value("HealthyHostCount", Unit.COUNT, minuteNanos, healthy);
      scope.metrics().value("UnHealthyHostCount", Unit.COUNT, minuteNanos, registered - healthy);
    }
  }

  /** ME-1: requests over healthy targets at the minute's end, over registered ones without any. */
  private static void perTarget(long minuteNanos, ScopeTree.Scope scope, MinuteTally tally) {
    List<Target> targets = scope.targets();
    long healthy = targets.stream().filter(t -> t.health() == TargetHealth.HEALTHY).count();
    long divisor = healthy > 0 ? healthy : targets.size();
    if (divisor > 0) {
      double value = tally.withTarget() / (double) divisor;
      scope.metrics().value("RequestCountPerTarget", Unit.COUNT, minuteNanos, value);
      scope.targetOnly().value("RequestCountPerTarget", Unit.COUNT, minuteNanos, value);
    }
  }
}
