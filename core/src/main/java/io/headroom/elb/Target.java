package io.headroom.elb;

import io.headroom.ec2.Instance;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One registration of an instance with a target group, from registration to the end of draining.
 */
final class Target {
  private static final long NEVER = -1;

  private final Instance instance;
  private final Map<Node, NodeHealth> views = new LinkedHashMap<>();
  private boolean draining;
  private long healthyNanos = NEVER;
  private long rampNanos = NEVER;
  private long fullShareNanos = NEVER;

  Target(Instance instance) {
    this.instance = instance;
  }

  Instance instance() {
    return instance;
  }

  int slot() {
    return instance.server().slot();
  }

  boolean isDraining() {
    return draining;
  }

  void drain() {
    draining = true;
  }

  void watch(Node node, NodeHealth view) {
    views.put(node, view);
  }

  Map<Node, NodeHealth> views() {
    return views;
  }

  boolean isHealthy(Node node) {
    NodeHealth view = views.get(node);
    return view != null && view.state() == TargetHealth.HEALTHY;
  }

  /** Healthy if any node thinks so, else unhealthy if any node thinks so, else initial. */
  TargetHealth health() {
    if (draining) {
      return TargetHealth.DRAINING;
    }
    TargetHealth result = views.isEmpty() ? TargetHealth.UNUSED : TargetHealth.INITIAL;
    for (NodeHealth view : views.values()) {
      if (view.state() == TargetHealth.HEALTHY) {
        return TargetHealth.HEALTHY;
      }
      result = view.state() == TargetHealth.UNHEALTHY ? TargetHealth.UNHEALTHY : result;
    }
    return result;
  }

  /** Notes that the target became healthy, ramping up or not. */
  void becameHealthy(long nowNanos, boolean ramps) {
    healthyNanos = healthyNanos == NEVER ? nowNanos : healthyNanos;
    rampNanos = ramps ? nowNanos : NEVER;
    if (!ramps) {
      reachFullShare(nowNanos);
    }
  }

  /** Ends slow start, as the target became unhealthy. */
  void stopRamp() {
    rampNanos = NEVER;
  }

  /** Ends slow start, as its duration is over. */
  void endRamp(long nowNanos) {
    rampNanos = NEVER;
    reachFullShare(nowNanos);
  }

  private void reachFullShare(long nowNanos) {
    fullShareNanos = fullShareNanos == NEVER ? nowNanos : fullShareNanos;
  }

  long fullShareNanos() {
    return fullShareNanos;
  }

  boolean isRamping() {
    return rampNanos != NEVER;
  }

  long rampNanos() {
    return rampNanos;
  }

  long healthyNanos() {
    return healthyNanos;
  }
}
