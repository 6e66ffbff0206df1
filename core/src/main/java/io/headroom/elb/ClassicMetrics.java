package io.headroom.elb;

import static io.headroom.elb.Outcome.CLIENT_TIMEOUT;
import static io.headroom.elb.Outcome.COMPLETED;
import static io.headroom.elb.Outcome.CONNECT_TIMEOUT;
import static io.headroom.elb.Outcome.CUT;
import static io.headroom.elb.Outcome.IDLE_TIMEOUT;
import static io.headroom.elb.Outcome.NO_TARGET;
import static io.headroom.elb.Outcome.REFUSED;
import static io.headroom.elb.Outcome.SPILLOVER;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * Publishes the metrics of {@code AWS/ELB}: for the load balancer, for each zone, and for both.
 *
 * <p>"CloudWatch metrics for your Classic Load Balancer", User Guide for Classic Load Balancers.
 */
final class ClassicMetrics implements BalancerMetrics {
  private static final Metric NAMESPACE = Metric.of("AWS/ELB", "any");

  private final List<Scope> scopes = new ArrayList<>();

  /** The series that get the same samples, and the routes that they count. */
  private record Scope(List<MetricScope> metrics, List<Route> routes) {}

  ClassicMetrics(LoadBalancer balancer, MetricsSink sink) {
    Metric root = NAMESPACE.with("LoadBalancerName", balancer.spec().fullName());
    List<Route> all = new ArrayList<>();
    for (Node node : balancer.nodes()) {
      List<Route> routes = List.copyOf(node.routes().values());
      all.addAll(routes);
      MetricScope zone = sink.scope(NAMESPACE.with("AvailabilityZone", node.zone()));
      MetricScope both = sink.scope(root.with("AvailabilityZone", node.zone()));
      scopes.add(new Scope(List.of(zone, both), routes));
    }
    scopes.add(0, new Scope(List.of(sink.scope(root)), all));
  }

  @Override
  public void publish(long minuteNanos, CellsByRoute cells, BalancerUsage.Minute usage) {
    List<Integer> surges = new ArrayList<>();
    for (Route route : scopes.get(0).routes) {
      SurgeQueue surge = route.surge();
      surges.add(surge == null ? 0 : surge.takeLongest());
    }
    for (Scope scope : scopes) {
      MinuteTally tally = cells.tally(scope.routes);
      for (MetricScope metrics : scope.metrics) {
        requests(minuteNanos, metrics, tally);
        long refused = tally.count(REFUSED, CONNECT_TIMEOUT) + probeErrors(scope.routes);
        metrics.events("BackendConnectionErrors", minuteNanos, refused);
        for (Route route : scope.routes) {
          HostCounts.publish(minuteNanos, metrics, route);
          surge(minuteNanos, metrics, surges.get(scopes.get(0).routes.indexOf(route)));
        }
      }
    }
  }

  private static void requests(long minuteNanos, MetricScope metrics, MinuteTally tally) {
    metrics.events("RequestCount", minuteNanos, tally.withTarget());
    metrics.events("HTTPCode_Backend_2XX", minuteNanos, tally.count(COMPLETED));
    metrics.events("HTTPCode_ELB_4XX", minuteNanos, tally.count(CLIENT_TIMEOUT));
    metrics.events(
        "HTTPCode_ELB_5XX",
        minuteNanos,
        tally.count(NO_TARGET, REFUSED, SPILLOVER, CUT, IDLE_TIMEOUT, CONNECT_TIMEOUT));
    metrics.events("SpilloverCount", minuteNanos, tally.count(SPILLOVER));
    if (tally.count(COMPLETED) > 0) {
      metrics.times("Latency", minuteNanos, tally.responseTimes());
    }
  }

  /** This metric also counts health checks. */
  private static long probeErrors(List<Route> routes) {
    return routes.stream().mapToLong(Route::probeErrorsInMinute).sum();
  }

  private static void surge(long minuteNanos, MetricScope metrics, int longest) {
    if (longest > 0) {
      metrics.value("SurgeQueueLength", Unit.COUNT, minuteNanos, longest);
    }
  }
}
