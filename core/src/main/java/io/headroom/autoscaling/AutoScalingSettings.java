package io.headroom.autoscaling;

/**
 * The points about Auto Scaling on which AWS's pages, or what is seen of the service, disagree;
 * each with the reading that the simulator takes.
 *
 * @param warmupBase what a scale-out counts from while instances warm up (C1)
 * @param cooldownStartOnDrain when the cooldown after a scale-in behind a load balancer starts (C4)
 * @param unboundedStep whether a step may have neither bound (C5)
 * @param fallbackWarmup whether the metrics hide an instance that warms up by the default cooldown
 *     only (C11)
 * @param targetTracking the points about target tracking
 * @param exitStandby whether leaving standby raises the desired capacity (C12)
 */
public record AutoScalingSettings(
    WarmupBase warmupBase,
    CooldownStart cooldownStartOnDrain,
    UnboundedStep unboundedStep,
    FallbackWarmup fallbackWarmup,
    TargetTrackingSettings targetTracking,
    ExitStandby exitStandby) {

  /** The documented default of each point. */
  public static final AutoScalingSettings DEFAULT =
      new AutoScalingSettings(
          WarmupBase.EXCLUDE_WARMING,
          CooldownStart.END,
          UnboundedStep.REFUSED,
          FallbackWarmup.COUNTED,
          TargetTrackingSettings.DEFAULT,
          ExitStandby.ALWAYS);

  /** Whether the desired capacity rises when an instance leaves standby. */
  public enum ExitStandby {
    /** By every instance (API Reference); the default. */
    ALWAYS,
    /** By those whose entry decremented it (step 6 of the procedure in the User Guide). */
    ONLY_IF_DECREMENTED
  }

  /** What a scale-out of step scaling or target tracking counts from. */
  public enum WarmupBase {
    /** The instances whose warm-up is over (2018 and current editions); the default. */
    EXCLUDE_WARMING,
    /** The desired capacity (2022 and 2023 editions). */
    DESIRED
  }

  /** When the cooldown after a scale-in behind a load balancer starts. */
  public enum CooldownStart {
    /** When draining ends (2018 to 2023 editions); the default. */
    END,
    /** When draining starts (current section on lifecycle hooks). */
    START
  }

  /** Whether a step may have neither a lower nor an upper bound. */
  public enum UnboundedStep {
    /** AWS's guide forbids it; the default. */
    REFUSED,
    /** As emulators and the sister service do. */
    ALLOWED
  }

  /** What the metrics show of an instance that warms up by the default cooldown only. */
  public enum FallbackWarmup {
    /** It counts from InService on (page on the default warm-up); the default. */
    COUNTED,
    /** It is hidden (text of EstimatedInstanceWarmup). */
    HIDDEN
  }

  /** Returns a copy with another base of scale-outs. */
  public AutoScalingSettings warmupBase(WarmupBase newBase) {
    return new AutoScalingSettings(
        newBase, cooldownStartOnDrain, unboundedStep, fallbackWarmup, targetTracking, exitStandby);
  }

  /** Returns a copy with another start of the cooldown after a scale-in. */
  public AutoScalingSettings cooldownStartOnDrain(CooldownStart newStart) {
    return new AutoScalingSettings(
        warmupBase, newStart, unboundedStep, fallbackWarmup, targetTracking, exitStandby);
  }

  /** Returns a copy that takes steps without bounds another way. */
  public AutoScalingSettings unboundedStep(UnboundedStep newUnboundedStep) {
    return new AutoScalingSettings(
        warmupBase,
        cooldownStartOnDrain,
        newUnboundedStep,
        fallbackWarmup,
        targetTracking,
        exitStandby);
  }

  /** Returns a copy that shows warming instances another way. */
  public AutoScalingSettings fallbackWarmup(FallbackWarmup newFallbackWarmup) {
    return new AutoScalingSettings(
        warmupBase,
        cooldownStartOnDrain,
        unboundedStep,
        newFallbackWarmup,
        targetTracking,
        exitStandby);
  }

  /** Returns a copy with other settings of target tracking. */
  public AutoScalingSettings targetTracking(TargetTrackingSettings newTargetTracking) {
    return new AutoScalingSettings(
        warmupBase,
        cooldownStartOnDrain,
        unboundedStep,
        fallbackWarmup,
        newTargetTracking,
        exitStandby);
  }

  /** Returns a copy that takes the way out of standby another way. */
  public AutoScalingSettings exitStandby(ExitStandby newExitStandby) {
    return new AutoScalingSettings(
        warmupBase,
        cooldownStartOnDrain,
        unboundedStep,
        fallbackWarmup,
        targetTracking,
        newExitStandby);
  }
}
