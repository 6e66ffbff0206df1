package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.policies.aws.TargetTracking;
import io.headroom.policies.aws.TrackedMetric;
import java.time.Duration;
import java.util.Optional;

/** Reads policies of type TargetTrackingScaling. */
final class TrackingPolicies implements PolicyKind {

  private static final String CONFIGURATION = "TargetTrackingConfiguration";

  @Override
  public Optional<ScalingPolicy> read(
      Properties policy, Groups groups, Optional<GroupDraft> group) {
    Adjustments.refuse(policy, "ScalingAdjustment", "TargetTrackingScaling");
    Adjustments.refuse(policy, "StepAdjustments", "TargetTrackingScaling");
    if (!policy.has(CONFIGURATION)) {
      policy.error(CONFIGURATION, "is required for a policy of type TargetTrackingScaling");
      return Optional.empty();
    }
    Properties configuration = policy.map(CONFIGURATION);
    Optional<Double> target = target(configuration);
    boolean fixed = configuration.flag("DisableScaleIn", false);
    Optional<TrackedMetric> metric = new TrackedMetrics(groups, group).read(configuration);
    Optional<Duration> warmup = policy.seconds("EstimatedInstanceWarmup");
    if (target.isEmpty() || metric.isEmpty()) {
      return Optional.empty();
    }
    TargetTracking tracking =
        TargetTracking.on(metric.get()).target(target.get()).named(policy.logicalId());
    tracking = fixed ? tracking.withoutScaleIn() : tracking;
    return Optional.of(warmup.isPresent() ? tracking.warmup(warmup.get()) : tracking);
  }

  private static Optional<Double> target(Properties configuration) {
    if (!configuration.has("TargetValue")) {
      configuration.error("TargetValue", "is required");
    }
    Optional<Double> target = configuration.number("TargetValue");
    if (target.isPresent() && target.get() <= 0) {
      configuration.error("TargetValue", PolicyRefusals.target(target.get()).text());
    }
    return target.filter(value -> value > 0);
  }
}
