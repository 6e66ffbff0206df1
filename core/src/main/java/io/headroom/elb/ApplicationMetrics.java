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
 * Balancers. A request counts in the minute in which it ends (ME-4). Targets answer with 2XX only.
 */
final class ApplicationMetrics implements BalancerMetrics {
  private static final Metric NAMESPACE = Metric.of("AWS/ApplicationELB", "any");
  private static final List<String> OTHER_CODES =
      List.of(
          "HTTPCode_Target_3XX_Count", "HTTPCode_Target_4XX_Count", "HTTPCode_Target_5XX_Count");

  private final ScopeTree scopes;
  private final MetricsSink sink;
  private final boolean zeroCodes;

  ApplicationMetrics(LoadBalancer balancer, MetricsSink sink) {
    this.sink = sink;
    Metric root = NAMESPACE.with("LoadBalancer", balancer.spec().fullName());
    scopes = new ScopeTree(balancer, sink, root);
    zeroCodes = sink.settings().targetCodes() == ElbSettings.TargetCodes.REGISTERED;
  }

  @Override
  public void publish(long minuteNanos, CellsByRoute cells, BalancerUsage.Minute usage) {
    if (!sink.reports(usage.requests())) {
      return;
    }
    for (ScopeTree.Scope scope : scopes.all()) {
      MinuteTally tally = cells.tally(scope.routes());
      requests(minuteNanos, scope, tally);
      if (scope.isTargetGroup()) {
        hosts(minuteNanos, scope, tally);
      } else {
        errors(minuteNanos, scope.metrics(), tally);
        use(minuteNanos, scope.metrics(), usage.shareOf(tally));
      }
    }
    scopes.whole().value("ConsumedLCUs", Unit.COUNT, minuteNanos, usage.applicationUnits());
    scopes.whole().value("PeakLCUs", Unit.COUNT, minuteNanos, usage.applicationUnits());
  }

  private void requests(long minuteNanos, ScopeTree.Scope scope, MinuteTally tally) {
    MetricScope metrics = scope.metrics();
    boolean hasTargets = scope.hasTargets();
    if (hasTargets) {
      metrics.eventsOrZero("RequestCount", minuteNanos, tally.withTarget());
    }
    if (hasTargets && zeroCodes) {
      metrics.eventsOrZero("HTTPCode_Target_2XX_Count", minuteNanos, tally.count(COMPLETED));
      for (String code : OTHER_CODES) {
        metrics.eventsOrZero(code, minuteNanos, 0);
      }
    } else {
      metrics.events("HTTPCode_Target_2XX_Count", minuteNanos, tally.count(COMPLETED));
    }
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

  /** Each request under way holds a connection of its client and one to its target. */
  private static void use(long minuteNanos, MetricScope metrics, BalancerUsage.Minute usage) {
    metrics.nonzero("ProcessedBytes", Unit.BYTES, minuteNanos, (double) usage.bytes());
    metrics.nonzero(
        "ActiveConnectionCount", Unit.COUNT, minuteNanos, 2 * Math.ceil(usage.active()));
    metrics.nonzero(
        "NewConnectionCount", Unit.COUNT, minuteNanos, 2 * Math.ceil(usage.newConnections()));
  }

  private static void hosts(long minuteNanos, ScopeTree.Scope scope, MinuteTally tally) {
    if (scope.hasTargets()) {
      perTarget(minuteNanos, scope, tally);
      HostCounts.publish(minuteNanos, scope);
      HostCounts.publishStates(minuteNanos, scope);
      scope
          .metrics()
          .events("UnhealthyRoutingRequestCount", minuteNanos, HostCounts.failedOpen(scope));
    }
  }

  /** ME-1: requests over healthy targets at the minute's end, over registered ones without any. */
  private static void perTarget(long minuteNanos, ScopeTree.Scope scope, MinuteTally tally) {
    List<Target> targets = scope.targets();
    int healthy = 0;
    for (Target target : targets) {
      healthy += target.health() == TargetHealth.HEALTHY ? 1 : 0;
    }
    int divisor = healthy > 0 ? healthy : targets.size();
    if (divisor > 0) {
      double value = tally.withTarget() / (double) divisor;
      scope.metrics().value("RequestCountPerTarget", Unit.COUNT, minuteNanos, value);
      scope.targetOnly().value("RequestCountPerTarget", Unit.COUNT, minuteNanos, value);
    }
  }
}
