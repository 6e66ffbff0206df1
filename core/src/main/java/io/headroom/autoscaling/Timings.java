package io.headroom.autoscaling;

import io.headroom.ec2.BootTimes;
import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * The delays of the control loop that AWS does not promise; each is a setting of a scenario.
 *
 * <p>The defaults are fitted to samples that AWS prints and to published measurements: activity
 * logs in "Verify a scaling activity for an Auto Scaling group" (Amazon EC2 Auto Scaling User
 * Guide) and in the examples of the AWS CLI, M. Mao and M. Humphrey, "A Performance Study on the VM
 * Startup Time in the Cloud" (IEEE CLOUD 2012), C. Percival's EC2 boot time benchmarking (2021),
 * and brevdev's cold-boot measurements. A profile differs from {@link #typical()} only in what
 * boots: see {@link GuestReady}.
 *
 * @param alarmToPolicy from an alarm's action to the policy's decision
 * @param reconcileDelay from a change of desired capacity to the launch or selection
 * @param ec2CallDelay from the launch decision to the pending instance
 * @param pendingToRunning from pending to running
 * @param runningToInService from running to in service, without a hook
 * @param guestReady from running to an application that answers, of groups that say nothing else
 * @param terminateDuration from the end of draining to terminated
 * @param scheduledLateness from the due time of a scheduled action to its effect
 * @param healthPollInterval between two looks of the group at its instances' health
 * @param impairedTolerance how long a failed status check is tolerated
 * @param launchRetry the wait after a first failed launch, doubled with each further one
 * @param launchRetryLimit the longest wait between two attempts to launch
 * @param azFailureThreshold how long the launches in a zone fail until it counts as failed
 * @param rebalanceInterval the pause between two pairs of a rebalancing of zones
 */
public record Timings(
    Distribution alarmToPolicy,
    Distribution reconcileDelay,
    Distribution ec2CallDelay,
    Distribution pendingToRunning,
    Distribution runningToInService,
    Distribution guestReady,
    Distribution terminateDuration,
    Distribution scheduledLateness,
    Duration healthPollInterval,
    Duration impairedTolerance,
    Duration launchRetry,
    Duration launchRetryLimit,
    Duration azFailureThreshold,
    Duration rebalanceInterval) {

  /** Returns the typical delays, with their spread; the default. */
  public static Timings typical() {
    return new Timings(
        Distribution.uniform(Duration.ZERO, Duration.ofSeconds(1)),
        Distribution.uniform(Duration.ofSeconds(1), Duration.ofSeconds(30)),
        seconds(3),
        Distribution.logNormalByMedian(Duration.ofSeconds(16), 0.35).atLeast(Duration.ofSeconds(4)),
        Distribution.logNormalByMedian(Duration.ofSeconds(13), 0.3),
        GuestReady.TYPICAL.time(),
        Distribution.logNormalByMedian(Duration.ofSeconds(25), 0.4),
        Distribution.uniform(Duration.ZERO, Duration.ofSeconds(10)),
        Duration.ofSeconds(10),
        Duration.ofMinutes(5),
        Duration.ofSeconds(9),
        Duration.ofSeconds(900),
        Duration.ofMinutes(5),
        Duration.ofMinutes(1));
  }

  /** Returns the typical delays of machines that boot fast: a small image with everything in it. */
  public static Timings fast() {
    return booting(GuestReady.FAST);
  }

  /** Returns the typical delays of machines that install their software at each boot. */
  public static Timings slow() {
    return booting(GuestReady.SLOW);
  }

  /** Returns the typical delays of machines that run Windows. */
  public static Timings windows() {
    return booting(GuestReady.WINDOWS);
  }

  private static Timings booting(GuestReady guest) {
    return typical().with(timings -> timings.guestReady(guest.time()));
  }

  /** Returns the same delays without spread: each at its median. */
  public static Timings deterministic() {
    return typical()
        .with(
            timings ->
                timings
                    .alarmToPolicy(seconds(0))
                    .reconcileDelay(seconds(15))
                    .pendingToRunning(seconds(16))
                    .runningToInService(seconds(13))
                    .guestReady(seconds(90))
                    .terminateDuration(seconds(22))
                    .scheduledLateness(seconds(0)));
  }

  /** Returns no delay at all, for tests that look at the order of events. */
  public static Timings immediate() {
    return deterministic()
        .with(
            timings ->
                timings
                    .reconcileDelay(seconds(0))
                    .ec2CallDelay(seconds(0))
                    .pendingToRunning(seconds(0))
                    .runningToInService(seconds(0))
                    .guestReady(seconds(0))
                    .terminateDuration(seconds(0)));
  }

  private static Distribution seconds(long seconds) {
    return Distribution.constant(Duration.ofSeconds(seconds));
  }

  /** Returns the delays of EC2 among these. */
  public BootTimes bootTimes() {
    return new BootTimes(pendingToRunning, guestReady, terminateDuration);
  }

  /** Returns a copy with changes, such as {@code with(each -> each.launchRetry(Duration.ZERO))}. */
  public Timings with(UnaryOperator<Builder> changes) {
    return changes.apply(new Builder(this)).build();
  }

  /** Collects the delays; every method returns the builder itself. */
  public static final class Builder {
    private Distribution alarmToPolicy;
    private Distribution reconcileDelay;
    private Distribution ec2CallDelay;
    private Distribution pendingToRunning;
    private Distribution runningToInService;
    private Distribution guestReady;
    private Distribution terminateDuration;
    private Distribution scheduledLateness;
    private Duration healthPollInterval;
    private Duration impairedTolerance;
    private Duration launchRetry;
    private Duration launchRetryLimit;
    private Duration azFailureThreshold;
    private Duration rebalanceInterval;

    private Builder(Timings timings) {
      alarmToPolicy = timings.alarmToPolicy;
      reconcileDelay = timings.reconcileDelay;
      ec2CallDelay = timings.ec2CallDelay;
      pendingToRunning = timings.pendingToRunning;
      runningToInService = timings.runningToInService;
      guestReady = timings.guestReady;
      terminateDuration = timings.terminateDuration;
      scheduledLateness = timings.scheduledLateness;
      healthPollInterval = timings.healthPollInterval;
      impairedTolerance = timings.impairedTolerance;
      launchRetry = timings.launchRetry;
      launchRetryLimit = timings.launchRetryLimit;
      azFailureThreshold = timings.azFailureThreshold;
      rebalanceInterval = timings.rebalanceInterval;
    }

    /** Sets {@link Timings#alarmToPolicy()}. */
    public Builder alarmToPolicy(Distribution newAlarmToPolicy) {
      alarmToPolicy = newAlarmToPolicy;
      return this;
    }

    /** Sets {@link Timings#reconcileDelay()}. */
    public Builder reconcileDelay(Distribution newReconcileDelay) {
      reconcileDelay = newReconcileDelay;
      return this;
    }

    /** Sets {@link Timings#ec2CallDelay()}. */
    public Builder ec2CallDelay(Distribution newEc2CallDelay) {
      ec2CallDelay = newEc2CallDelay;
      return this;
    }

    /** Sets {@link Timings#pendingToRunning()}. */
    public Builder pendingToRunning(Distribution newPendingToRunning) {
      pendingToRunning = newPendingToRunning;
      return this;
    }

    /** Sets {@link Timings#runningToInService()}. */
    public Builder runningToInService(Distribution newRunningToInService) {
      runningToInService = newRunningToInService;
      return this;
    }

    /** Sets {@link Timings#guestReady()}. */
    public Builder guestReady(Distribution newGuestReady) {
      guestReady = newGuestReady;
      return this;
    }

    /** Sets {@link Timings#terminateDuration()}. */
    public Builder terminateDuration(Distribution newTerminateDuration) {
      terminateDuration = newTerminateDuration;
      return this;
    }

    /** Sets {@link Timings#scheduledLateness()}. */
    public Builder scheduledLateness(Distribution newScheduledLateness) {
      scheduledLateness = newScheduledLateness;
      return this;
    }

    /** Sets {@link Timings#healthPollInterval()}. */
    public Builder healthPollInterval(Duration newHealthPollInterval) {
      healthPollInterval = newHealthPollInterval;
      return this;
    }

    /** Sets {@link Timings#impairedTolerance()}. */
    public Builder impairedTolerance(Duration newImpairedTolerance) {
      impairedTolerance = newImpairedTolerance;
      return this;
    }

    /** Sets {@link Timings#launchRetry()}. */
    public Builder launchRetry(Duration newLaunchRetry) {
      launchRetry = newLaunchRetry;
      return this;
    }

    /** Sets {@link Timings#launchRetryLimit()}. */
    public Builder launchRetryLimit(Duration newLaunchRetryLimit) {
      launchRetryLimit = newLaunchRetryLimit;
      return this;
    }

    /** Sets {@link Timings#azFailureThreshold()}. */
    public Builder azFailureThreshold(Duration newAzFailureThreshold) {
      azFailureThreshold = newAzFailureThreshold;
      return this;
    }

    /** Sets {@link Timings#rebalanceInterval()}. */
    public Builder rebalanceInterval(Duration newRebalanceInterval) {
      rebalanceInterval = newRebalanceInterval;
      return this;
    }

    private Timings build() {
      return new Timings(
          alarmToPolicy,
          reconcileDelay,
          ec2CallDelay,
          pendingToRunning,
          runningToInService,
          guestReady,
          terminateDuration,
          scheduledLateness,
          healthPollInterval,
          impairedTolerance,
          launchRetry,
          launchRetryLimit,
          azFailureThreshold,
          rebalanceInterval);
    }
  }
}
