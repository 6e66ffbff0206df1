package io.headroom.elb;

import java.time.Duration;
import java.util.List;

/**
 * The settings of a load balancer.
 *
 * @param name the logical name that workloads use
 * @param fullName the value of the metric dimension: {@code app/NAME/16 hex digits}, {@code
 *     net/...}, or the name of a Classic Load Balancer
 * @param type the kind of load balancer
 * @param zones the enabled Availability Zones, one node in each
 * @param forwards the target groups of its forward action; exactly one for a Classic Load Balancer
 * @param crossZone default on for an Application Load Balancer, off for the others
 * @param idleTimeout how long a target may send nothing before the client gets a 504; default 60 s
 */
public record LoadBalancerSpec(
    String name,
    String fullName,
    LoadBalancerType type,
    List<String> zones,
    List<ForwardRule> forwards,
    CrossZone crossZone,
    Duration idleTimeout) {

  /** How long a target may send nothing unless told otherwise. */
  public static final Duration DEFAULT_IDLE_TIMEOUT = Duration.ofSeconds(60);

  /** Checks that there is a zone and copies the lists. */
  public LoadBalancerSpec {
    zones = List.copyOf(zones);
    forwards = List.copyOf(forwards);
    if (zones.isEmpty()) {
      throw new IllegalArgumentException("load balancer " + name + " needs at least one zone");
    }
    if (crossZone == CrossZone.INHERIT) {
      throw new IllegalArgumentException("load balancer " + name + " has nothing to inherit from");
    }
  }

  /** Returns an Application Load Balancer with AWS's defaults that forwards to one target group. */
  public static LoadBalancerSpec application(
      String name, List<String> zones, TargetGroupSpec targetGroup) {
    return new LoadBalancerSpec(
        name,
        "app/" + name + "/0000000000000000",
        LoadBalancerType.APPLICATION,
        zones,
        List.of(new ForwardRule(targetGroup, 1)),
        CrossZone.ON,
        DEFAULT_IDLE_TIMEOUT);
  }

  /** Returns a copy with other forward rules. */
  public LoadBalancerSpec forwards(List<ForwardRule> newForwards) {
    return new LoadBalancerSpec(name, fullName, type, zones, newForwards, crossZone, idleTimeout);
  }

  /** Returns a copy with another idle timeout. */
  public LoadBalancerSpec idleTimeout(Duration newIdleTimeout) {
    return new LoadBalancerSpec(name, fullName, type, zones, forwards, crossZone, newIdleTimeout);
  }

  /** Returns a copy with another use of zones. */
  public LoadBalancerSpec crossZone(CrossZone newCrossZone) {
    return new LoadBalancerSpec(name, fullName, type, zones, forwards, newCrossZone, idleTimeout);
  }
}
