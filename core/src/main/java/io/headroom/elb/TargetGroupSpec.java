package io.headroom.elb;

import java.time.Duration;

/**
 * The settings of a target group; for a Classic Load Balancer those of its list of instances.
 *
 * @param name the logical name that groups and workloads use
 * @param fullName the value of the metric dimension, {@code targetgroup/NAME/16 hex digits}
 * @param healthCheck how targets are checked
 * @param routing how a node chooses a target
 * @param deregistrationDelay how long requests under way may finish after deregistration; 0 to
 *     3,600 s, default 300 s
 * @param slowStart how long a target that became healthy ramps up; 0 (off) or 30 to 900 s
 * @param crossZone whether nodes use targets of other zones; default as the load balancer
 */
public record TargetGroupSpec(
    String name,
    String fullName,
    HealthCheck healthCheck,
    RoutingAlgorithm routing,
    Duration deregistrationDelay,
    Duration slowStart,
    CrossZone crossZone) {

  /** How long draining takes at most unless told otherwise. */
  public static final Duration DEFAULT_DEREGISTRATION_DELAY = Duration.ofMinutes(5);

  /** Checks that durations are not negative and slow start fits the algorithm. */
  public TargetGroupSpec {
    if (deregistrationDelay.isNegative() || slowStart.isNegative()) {
      throw new IllegalArgumentException(
          "deregistrationDelay and slowStart must not be negative, were %s and %s"
              .formatted(deregistrationDelay, slowStart));
    }
    if (!slowStart.isZero() && !routing.equals(RoutingAlgorithm.roundRobin())) {
      throw new IllegalArgumentException(
          "slow start of target group %s needs round_robin, but it has %s"
              .formatted(name, routing.name()));
    }
  }

  /** Returns a target group of an Application Load Balancer with AWS's defaults. */
  public static TargetGroupSpec application(String name) {
    return new TargetGroupSpec(
        name,
        "targetgroup/" + name + "/0000000000000000",
        HealthCheck.APPLICATION,
        RoutingAlgorithm.roundRobin(),
        DEFAULT_DEREGISTRATION_DELAY,
        Duration.ZERO,
        CrossZone.INHERIT);
  }

  /** Returns a copy with another dimension value. */
  public TargetGroupSpec fullName(String newFullName) {
    return new TargetGroupSpec(
        name, newFullName, healthCheck, routing, deregistrationDelay, slowStart, crossZone);
  }

  /** Returns a copy with other health checks. */
  public TargetGroupSpec healthCheck(HealthCheck newHealthCheck) {
    return new TargetGroupSpec(
        name, fullName, newHealthCheck, routing, deregistrationDelay, slowStart, crossZone);
  }

  /** Returns a copy with another routing algorithm. */
  public TargetGroupSpec routing(RoutingAlgorithm newRouting) {
    return new TargetGroupSpec(
        name, fullName, healthCheck, newRouting, deregistrationDelay, slowStart, crossZone);
  }

  /** Returns a copy with another deregistration delay. */
  public TargetGroupSpec deregistrationDelay(Duration newDelay) {
    return new TargetGroupSpec(
        name, fullName, healthCheck, routing, newDelay, slowStart, crossZone);
  }

  /** Returns a copy with another slow start; zero switches it off. */
  public TargetGroupSpec slowStart(Duration newSlowStart) {
    return new TargetGroupSpec(
        name, fullName, healthCheck, routing, deregistrationDelay, newSlowStart, crossZone);
  }

  /** Returns a copy with another use of zones. */
  public TargetGroupSpec crossZone(CrossZone newCrossZone) {
    return new TargetGroupSpec(
        name, fullName, healthCheck, routing, deregistrationDelay, slowStart, newCrossZone);
  }
}
