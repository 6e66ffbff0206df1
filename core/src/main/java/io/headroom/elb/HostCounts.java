package io.headroom.elb;

import io.headroom.cloudwatch.Unit;

/** What load balancers publish of the health of a target group's targets. */
final class HostCounts {
  private HostCounts() {}

  /** Publishes the healthy and the other registered targets, a sample for each node. */
  static void publish(long minuteNanos, ScopeTree.Scope scope) {
    for (Route route : scope.routes()) {
      publish(minuteNanos, scope.metrics(), route);
    }
  }

  /** Publishes what one node thinks of its targets, if any is registered. */
  static void publish(long minuteNanos, MetricScope metrics, Route route) {
    int registered = route.registered();
    if (registered > 0) {
      metrics.value("HealthyHostCount", Unit.COUNT, minuteNanos, route.healthy());
      metrics.value("UnHealthyHostCount", Unit.COUNT, minuteNanos, registered - route.healthy());
    }
  }

  /**
   * Publishes in how many zones enough targets are healthy for DNS and for routing; the threshold
   * of both is one target.
   */
  static void publishStates(long minuteNanos, ScopeTree.Scope scope) {
    double withTargets = scope.routes().stream().filter(route -> route.registered() > 0).count();
    double healthy = scope.routes().stream().filter(route -> route.healthy() > 0).count();
    for (String kind : new String[] {"Routing", "DNS"}) {
      scope.metrics().value("HealthyState" + kind, Unit.COUNT, minuteNanos, healthy);
      scope
          .metrics()
          .value("UnhealthyState" + kind, Unit.COUNT, minuteNanos, withTargets - healthy);
    }
  }

  /** Returns the requests that nodes sent in the minute while they knew no healthy target. */
  static long failedOpen(ScopeTree.Scope scope) {
    return scope.routes().stream().mapToLong(Route::failedOpenInMinute).sum();
  }
}
