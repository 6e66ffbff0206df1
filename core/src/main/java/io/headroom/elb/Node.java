package io.headroom.elb;

import java.util.LinkedHashMap;
import java.util.Map;

/** The machine of a load balancer in one Availability Zone. */
final class Node {
  private final LoadBalancer balancer;
  private final String zone;
  private final Map<TargetGroup, Route> routes = new LinkedHashMap<>();
  private boolean down;

  Node(LoadBalancer balancer, String zone) {
    this.balancer = balancer;
    this.zone = zone;
  }

  LoadBalancer balancer() {
    return balancer;
  }

  String zone() {
    return zone;
  }

  boolean isDown() {
    return down;
  }

  void setDown(boolean newDown) {
    down = newDown;
    routes.values().forEach(Route::outdate);
  }

  void add(Route route) {
    routes.put(route.targetGroup(), route);
  }

  Map<TargetGroup, Route> routes() {
    return routes;
  }

  Route route(TargetGroup targetGroup) {
    Route route = routes.get(targetGroup);
    if (route == null) {
      throw new IllegalStateException(
          balancer.spec().name() + " has no target group " + targetGroup.spec().name());
    }
    return route;
  }
}
