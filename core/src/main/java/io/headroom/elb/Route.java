package io.headroom.elb;

import io.headroom.ec2.Server;
import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from one node to the targets of one target group: who may receive requests now, and whose
 * turn it is.
 */
final class Route {
  private final Node node;
  private final TargetGroup targetGroup;
  private final Cells cells;
  private final Router algorithm;
  private final SlowStart slowStart;
  private final @Nullable SurgeQueue surge;
  private final Cell unrouted;
  private final List<@Nullable Cell> byGroup = new ArrayList<>();
  private Router router;
  private int[] rotation = {};
  private int healthy;
  private int registered;
  private boolean isOpen;
  private long sentBefore;
  private long failedOpen;
  private long failedOpenInMinute;
  private long probeErrors;
  private long probeErrorsInMinute;

  Route(Node node, TargetGroup targetGroup, Cells cells, RandomStream random) {
    this.node = node;
    this.targetGroup = targetGroup;
    this.cells = cells;
    TargetGroupSpec spec = targetGroup.spec();
    algorithm = spec.routing().newRouter(random);
    slowStart = new SlowStart(SimTime.seconds(spec.slowStart().toNanos()));
    surge = node.balancer().spec().type() == LoadBalancerType.CLASSIC ? new SurgeQueue() : null;
    unrouted = cells.add(Cell.NO_GROUP, this);
    router = algorithm;
  }

  Node node() {
    return node;
  }

  TargetGroup targetGroup() {
    return targetGroup;
  }

  Cell unrouted() {
    return unrouted;
  }

  @Nullable SurgeQueue surge() {
    return surge;
  }

  Router router() {
    return router;
  }

  int[] rotation() {
    return rotation;
  }

  boolean sendsTo(Server server) {
    return Arrays.stream(rotation).anyMatch(slot -> slot == server.slot());
  }

  /** Returns how many targets this node thinks are healthy. */
  int healthy() {
    return healthy;
  }

  /** Returns how many targets are registered for this node, draining ones not counted. */
  int registered() {
    return registered;
  }

  /** Returns the requests sent in the minute closed last while no target was healthy. */
  long failedOpenInMinute() {
    return failedOpenInMinute;
  }

  /** Counts a health check whose connection was refused. */
  void probeRefused() {
    probeErrors++;
  }

  /** Returns the health checks whose connection was refused in the minute closed last. */
  long probeErrorsInMinute() {
    return probeErrorsInMinute;
  }

  /** Closes a minute of the counts of health checks and of requests without a healthy target. */
  void closeMinute() {
    countFailedOpen();
    failedOpenInMinute = failedOpen;
    failedOpen = 0;
    probeErrorsInMinute = probeErrors;
    probeErrors = 0;
  }

  private void countFailedOpen() {
    long sent = 0;
    for (Cell cell : byGroup) {
      sent += cell == null ? 0 : cell.sent();
    }
    failedOpen += isOpen ? sent - sentBefore : 0;
    sentBefore = sent;
  }

  /**
   * Returns whether this route lets its node stay in DNS: a target is healthy, or none is there.
   */
  boolean keepsDns() {
    return healthy > 0 || targetGroup.isEmpty();
  }

  /** Returns the cell for a group, which is made when its first request is sent. */
  Cell cell(int group) {
    while (byGroup.size() <= group) {
      byGroup.add(null);
    }
    Cell cell = byGroup.get(group);
    if (cell == null) {
      cell = cells.add(group, this);
      byGroup.set(group, cell);
    }
    return cell;
  }

  /** Returns the slot of the server for the next request, -1 if no target may receive it. */
  int choose(long nowNanos) {
    return rotation.length == 0 ? -1 : router.route(nowNanos);
  }

  /** Takes the targets anew after a registration, a deregistration or a change of health. */
  void refresh() {
    List<Target> scope = targetGroup.inScope(node);
    List<Target> fit = scope.stream().filter(target -> target.isHealthy(node)).toList();
    healthy = fit.size();
    registered = scope.size();
    countFailedOpen();
    isOpen = fit.isEmpty() && failsOpen();
    List<Target> chosen = isOpen ? scope : fit;
    rotation = chosen.stream().mapToInt(Target::slot).toArray();
    boolean ramping = chosen.stream().anyMatch(Target::isRamping);
    router = ramping ? slowStart : algorithm;
    if (rotation.length > 0) {
      router.rotation(rotation.clone());
    }
    if (ramping) {
      setRamps(chosen);
    }
  }

  private void setRamps(List<Target> chosen) {
    for (int place = 0; place < chosen.size(); place++) {
      if (chosen.get(place).isRamping()) {
        slowStart.ramp(place, chosen.get(place).rampNanos());
      }
    }
  }

  /** Application and Network Load Balancers use all targets when none is healthy (FO-1, FO-5). */
  private boolean failsOpen() {
    LoadBalancerType type = node.balancer().spec().type();
    return type == LoadBalancerType.APPLICATION || type == LoadBalancerType.NETWORK;
  }
}
