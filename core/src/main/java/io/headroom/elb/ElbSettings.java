package io.headroom.elb;

import java.time.Duration;

/**
 * What AWS does not document about load balancers; each is a setting of a scenario.
 *
 * @param latency added by the load balancer in each direction (CP-5); default 1 ms
 * @param probeDemand the work of a health check on the target (HC-12); default 1 ms
 * @param healthCheckPhase the largest delay from registration to the first check (HC-3); default 1
 *     s, drawn uniformly
 * @param networkFirstCheck the shortest delay to the first check of a Network Load Balancer (HC-3);
 *     default 30 s
 * @param networkFirstCheckSpread how much later it may be; default 150 s
 * @param drain whether a group waits out the whole deregistration delay (DR-3); default yes
 * @param idleMetrics whether always-reported metrics appear without traffic (cloudwatch 16.11);
 *     default yes
 * @param targetCodes when an Application Load Balancer reports the codes of targets that none sent;
 *     default while targets are registered
 */
public record ElbSettings(
    Duration latency,
    Duration probeDemand,
    Duration healthCheckPhase,
    Duration networkFirstCheck,
    Duration networkFirstCheckSpread,
    Drain drain,
    IdleMetrics idleMetrics,
    TargetCodes targetCodes) {

  /** The documented defaults. */
  public static final ElbSettings DEFAULT =
      new ElbSettings(
          Duration.ofMillis(1),
          Duration.ofMillis(1),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(150),
          Drain.WHOLE_DELAY,
          IdleMetrics.PUBLISHED,
          TargetCodes.REGISTERED);

  /** When deregistration of a target is over for its group. */
  public enum Drain {
    /** When the deregistration delay is over. */
    WHOLE_DELAY,
    /** When the last request under way has ended, at the latest after the delay. */
    LAST_REQUEST
  }

  /** What becomes of always-reported metrics in minutes without requests. */
  public enum IdleMetrics {
    /** They are published as zero. */
    PUBLISHED,
    /** They are absent. */
    ABSENT
  }

  /** When the counts of codes that targets sent are reported without any. */
  public enum TargetCodes {
    /** As zero while targets are registered, as the page of 2026 says. */
    REGISTERED,
    /** Not at all, as the page of 2023 says. */
    NONZERO
  }

  /** Returns a copy with another time in the load balancer. */
  public ElbSettings latency(Duration newLatency) {
    return new ElbSettings(
        newLatency,
        probeDemand,
        healthCheckPhase,
        networkFirstCheck,
        networkFirstCheckSpread,
        drain,
        idleMetrics,
        targetCodes);
  }

  /** Returns a copy whose health checks ask the target for another amount of work. */
  public ElbSettings probeDemand(Duration newProbeDemand) {
    return new ElbSettings(
        latency,
        newProbeDemand,
        healthCheckPhase,
        networkFirstCheck,
        networkFirstCheckSpread,
        drain,
        idleMetrics,
        targetCodes);
  }
}
