package io.headroom.policies.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.headroom.autoscaling.Decider;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.Pacing;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.ScalingPolicyProvider;
import io.headroom.autoscaling.TargetTrackingSettings;
import io.headroom.autoscaling.Trigger;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.sim.Settings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * Target tracking: keeps a metric near a value by a capacity in proportion to it.
 *
 * <p>"Target tracking scaling policies for Amazon EC2 Auto Scaling", Amazon EC2 Auto Scaling User
 * Guide. The policy owns two alarms: high, 3 of 3 periods above the target, and low, 15 of 15 below
 * a share of it. AWS does not publish the share, see {@link TargetTrackingSettings}.
 *
 * @param name the policy's name
 * @param metric what it tracks
 * @param target the value to hold, positive
 * @param scaleIn whether it may scale in
 * @param warmup the warm-up of launches; empty for the group's default warm-up
 * @param lowShare the low threshold as a share of the target, in (0, 1]; empty for the run's {@link
 *     TargetTrackingSettings#alarmLowFactor()}
 * @param largestScaleIn the share of the capacity that one scale-in removes at most, in (0, 1];
 *     empty for the run's {@link TargetTrackingSettings#maxScaleInFraction()}
 */
public record TargetTracking(
    String name,
    TrackedMetric metric,
    double target,
    ScaleInMode scaleIn,
    Optional<Duration> warmup,
    OptionalDouble lowShare,
    OptionalDouble largestScaleIn)
    implements ScalingPolicy {
  private static final int HIGH_PERIODS = 3;
  private static final int LOW_PERIODS = 15;

  /** Whether a target tracking policy may scale in. */
  public enum ScaleInMode {
    /** It may, with the consent of the group's other target tracking policies. */
    ENABLED,
    /** It has no low alarm. */
    DISABLED
  }

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range; an AutoScalingException if AWS would
   *     refuse it
   */
  public TargetTracking {
    if (!(target > 0) || Double.isInfinite(target)) {
      throw new AutoScalingException("policy " + name, List.of(PolicyRefusals.target(target)));
    }
    lowShare.ifPresent(share -> requireShare("lowShare", share));
    largestScaleIn.ifPresent(share -> requireShare("largestScaleIn", share));
  }

  private static void requireShare(String field, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(field + " must be in (0, 1], was " + value);
    }
  }

  /** Starts a policy that tracks a metric. */
  public static Builder on(TrackedMetric metric) {
    return new Builder(metric);
  }

  /** A metric in search of its target. */
  public static final class Builder {
    private final TrackedMetric metric;

    private Builder(TrackedMetric metric) {
      this.metric = metric;
    }

    /** Returns the policy that holds the metric at this value, called {@code target tracking}. */
    public TargetTracking target(double target) {
      return new TargetTracking(
          "target tracking",
          metric,
          target,
          ScaleInMode.ENABLED,
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalDouble.empty());
    }
  }

  /** Returns a copy with another name. */
  public TargetTracking named(String newName) {
    return new TargetTracking(newName, metric, target, scaleIn, warmup, lowShare, largestScaleIn);
  }

  /** Returns a copy that never scales in. */
  public TargetTracking withoutScaleIn() {
    return new TargetTracking(
        name, metric, target, ScaleInMode.DISABLED, warmup, lowShare, largestScaleIn);
  }

  /** Returns a copy with a warm-up of its own. */
  public TargetTracking warmup(Duration newWarmup) {
    return new TargetTracking(
        name, metric, target, scaleIn, Optional.of(newWarmup), lowShare, largestScaleIn);
  }

  /** Returns a copy whose low alarm lies at another share of the target. */
  public TargetTracking lowShare(double newLowShare) {
    return new TargetTracking(
        name, metric, target, scaleIn, warmup, OptionalDouble.of(newLowShare), largestScaleIn);
  }

  /** Returns a copy that removes at most this share of the capacity at once. */
  public TargetTracking largestScaleIn(double newLargestScaleIn) {
    return new TargetTracking(
        name, metric, target, scaleIn, warmup, lowShare, OptionalDouble.of(newLargestScaleIn));
  }

  @Override
  public List<Trigger> triggers(GroupIdentity group) {
    Trigger high = Trigger.onAlarm(highAlarm(group));
    return scaleIn == ScaleInMode.ENABLED
        ? List.of(high, Trigger.onAlarm(lowAlarm(group)))
        : List.of(high);
  }

  AlarmSpec highAlarm(GroupIdentity group) {
    return alarm(group, "AlarmHigh").isAbove(target).datapoints(HIGH_PERIODS).build();
  }

  AlarmSpec lowAlarm(GroupIdentity group) {
    double share = lowShare.orElse(group.settings().targetTracking().largestLowFactor());
    double threshold = Capacity.share(target, share);
    return alarm(group, "AlarmLow").isBelow(threshold).datapoints(LOW_PERIODS).build();
  }

  /** Returns the threshold below which a group of this desired capacity may scale in (C6). */
  double lowThreshold(TargetTrackingSettings settings, int desired) {
    return Capacity.share(target, lowShare.orElse(settings.lowFactor(desired)));
  }

  /** AWS ends the names with a random UUID; here it follows from the names, to be repeatable. */
  private AlarmSpec.Builder alarm(GroupIdentity group, String which) {
    String seed = group.name() + '/' + name + '/' + which;
    return AlarmSpec.when(metric.of(group))
        .named(
            "TargetTracking-"
                + group.name()
                + "-"
                + which
                + "-"
                + UUID.nameUUIDFromBytes(seed.getBytes(UTF_8)));
  }

  @Override
  public Decider newDecider() {
    return new TrackingDecider(this);
  }

  @Override
  public Pacing pacing() {
    Pacing.ScaleIn mode =
        scaleIn == ScaleInMode.ENABLED ? Pacing.ScaleIn.UNANIMOUS : Pacing.ScaleIn.DISABLED;
    return new Pacing.Warmup(warmup, mode);
  }

  /**
   * Reads {@code metric} (AWS's name of a predefined metric, default {@code
   * ASGAverageCPUUtilization}), {@code target}, and optionally {@code warmup} and {@code scale-in:
   * enabled|disabled}.
   */
  public static final class Provider implements ScalingPolicyProvider {
    @Override
    public String key() {
      return "target-tracking";
    }

    @Override
    public ScalingPolicy create(String name, Settings settings) {
      List<String> names =
          Arrays.stream(PredefinedMetric.values()).map(PredefinedMetric::awsName).toList();
      String metric = settings.word("metric", names.get(0), names);
      TargetTracking policy =
          on(PredefinedMetric.named(metric).orElse(PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION))
              .target(positive(settings))
              .named(name);
      if (settings.has("warmup")) {
        policy = policy.warmup(settings.duration("warmup", Duration.ZERO));
      }
      String scaleIn = settings.word("scale-in", "enabled", List.of("enabled", "disabled"));
      return scaleIn.equals("disabled") ? policy.withoutScaleIn() : policy;
    }

    private static double positive(Settings settings) {
      double target = settings.number("target", 50);
      if (target > 0) {
        return target;
      }
      settings.problem("target", "must be positive, was " + target);
      return 50;
    }
  }
}
