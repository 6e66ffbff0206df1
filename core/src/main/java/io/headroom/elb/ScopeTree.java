package io.headroom.elb;

import io.headroom.cloudwatch.Metric;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The dimension sets of an Application or Network Load Balancer: the whole, each zone, each target
 * group, and each target group in each zone. Every sample is published once under each set that it
 * belongs to.
 */
final class ScopeTree {
  private final List<Scope> scopes = new ArrayList<>();
  private final MetricScope whole;

  /**
   * One dimension set.
   *
   * @param metrics its series
   * @param targetOnly its series without the load balancer, for RequestCountPerTarget
   * @param routes the routes whose requests it counts
   * @param isTargetGroup whether it names a target group
   */
  record Scope(
      MetricScope metrics, MetricScope targetOnly, List<Route> routes, boolean isTargetGroup) {
    /** Returns whether a target is registered that some route serves. */
    boolean hasTargets() {
      return routes.stream().anyMatch(route -> route.registered() > 0);
    }

    /** Returns the registered targets, draining ones not counted, that some route serves. */
    List<Target> targets() {
      Set<Target> targets = new LinkedHashSet<>();
      routes.forEach(route -> targets.addAll(route.targetGroup().inScope(route.node())));
      return List.copyOf(targets);
    }
  }

  ScopeTree(LoadBalancer balancer, MetricsSink sink, Metric root) {
    Metric empty = Metric.of(root.namespace(), root.name());
    whole = sink.scope(root);
    scopes.add(new Scope(whole, whole, balancer.routes(), false));
    for (Node node : balancer.nodes()) {
      MetricScope zone = sink.scope(root.with("AvailabilityZone", node.zone()));
      scopes.add(new Scope(zone, zone, List.copyOf(node.routes().values()), false));
    }
    for (TargetGroup targetGroup : balancer.targetGroups()) {
      String name = targetGroup.spec().fullName();
      Metric both = root.with("TargetGroup", name);
      Metric only = empty.with("TargetGroup", name);
      List<Route> routes =
          balancer.routes().stream().filter(route -> route.targetGroup() == targetGroup).toList();
      scopes.add(new Scope(sink.scope(both), sink.scope(only), routes, true));
      for (Route route : routes) {
        String zone = route.node().zone();
        scopes.add(
            new Scope(
                sink.scope(both.with("AvailabilityZone", zone)),
                sink.scope(only.with("AvailabilityZone", zone)),
                List.of(route),
                true));
      }
    }
  }

  MetricScope whole() {
    return whole;
  }

  List<Scope> all() {
    return scopes;
  }
}
