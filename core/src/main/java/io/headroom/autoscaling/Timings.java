package io.headroom.autoscaling;

import io.headroom.sim.Distribution;
import java.time.Duration;

/**
 * The delays of the control loop that AWS does not promise; each is a setting of a scenario.
 *
 * <p>The defaults are fitted to samples that AWS prints and to published measurements; see rule
 * "autoscaling 29.3" in {@code docs/conformance.md}.
 *
 * @param alarmToPolicy from an alarm's action to the policy's decision
 * @param reconcileDelay from a change of desired capacity to the launch or selection
 * @param ec2CallDelay from the launch decision to the pending instance
 * @param pendingToRunning from pending to running
 * @param runningToInService from running to in service, without a hook
 * @param terminateDuration from the end of draining to terminated
 * @param scheduledLateness from the due time of a scheduled action to its effect
 * @param healthPollInterval between two looks of the group at its instances' health
 * @param impairedTolerance how long a failed status check is tolerated
 * @param launchRetry the wait after a first failed launch, doubled with each further one
 * @param launchRetryLimit the longest wait between two attempts to launch
 */
public record Timings(
    Distribution alarmToPolicy,
    Distribution reconcileDelay,
    Distribution ec2CallDelay,
    Distribution pendingToRunning,
    Distribution runningToInService,
    Distribution terminateDuration,
    Distribution scheduledLateness,
    Duration healthPollInterval,
    Duration impairedTolerance,
    Duration launchRetry,
    Duration launchRetryLimit) {

  /** Returns the typical delays, with their spread; the default. */
  public static Timings typical() {
    return new Timings(
        Distribution.uniform(Duration.ZERO, Duration.ofSeconds(1)),
        Distribution.uniform(Duration.ofSeconds(1), Duration.ofSeconds(30)),
        seconds(3),
        Distribution.logNormalByMedian(Duration.ofSeconds(16), 0.35).atLeast(Duration.ofSeconds(4)),
        Distribution.logNormalByMedian(Duration.ofSeconds(13), 0.3),
        Distribution.logNormalByMedian(Duration.ofSeconds(25), 0.4),
        Distribution.uniform(Duration.ZERO, Duration.ofSeconds(10)),
        Duration.ofSeconds(10),
        Duration.ofMinutes(5),
        Duration.ofSeconds(9),
        Duration.ofSeconds(900));
  }

  /** Returns the same delays without spread: each at its median. */
  public static Timings deterministic() {
    return fixed(seconds(15), seconds(3), seconds(16), seconds(13), seconds(22));
  }

  /** Returns no delay at all, for tests that look at the order of events. */
  public static Timings immediate() {
    return fixed(seconds(0), seconds(0), seconds(0), seconds(0), seconds(0));
  }

  /** Returns a copy with another delay from an alarm to the policy's decision. */
  public Timings alarmToPolicy(Distribution newAlarmToPolicy) {
    return new Timings(
        newAlarmToPolicy,
        reconcileDelay,
        ec2CallDelay,
        pendingToRunning,
        runningToInService,
        terminateDuration,
        scheduledLateness,
        healthPollInterval,
        impairedTolerance,
        launchRetry,
        launchRetryLimit);
  }

  /** Returns a copy with another delay from a change of desired capacity to the launch. */
  public Timings reconcileDelay(Distribution newReconcileDelay) {
    return new Timings(
        alarmToPolicy,
        newReconcileDelay,
        ec2CallDelay,
        pendingToRunning,
        runningToInService,
        terminateDuration,
        scheduledLateness,
        healthPollInterval,
        impairedTolerance,
        launchRetry,
        launchRetryLimit);
  }

  /** Returns a copy that tolerates a failed status check for another time. */
  public Timings impairedTolerance(Duration newImpairedTolerance) {
    return new Timings(
        alarmToPolicy,
        reconcileDelay,
        ec2CallDelay,
        pendingToRunning,
        runningToInService,
        terminateDuration,
        scheduledLateness,
        healthPollInterval,
        newImpairedTolerance,
        launchRetry,
        launchRetryLimit);
  }

  private static Timings fixed(
      Distribution reconcile,
      Distribution call,
      Distribution running,
      Distribution inService,
      Distribution terminate) {
    Timings typical = typical();
    return new Timings(
        seconds(0),
        reconcile,
        call,
        running,
        inService,
        terminate,
        seconds(0),
        typical.healthPollInterval,
        typical.impairedTolerance,
        typical.launchRetry,
        typical.launchRetryLimit);
  }

  private static Distribution seconds(long seconds) {
    return Distribution.constant(Duration.ofSeconds(seconds));
  }
}
