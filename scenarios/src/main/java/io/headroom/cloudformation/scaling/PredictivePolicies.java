package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.refusal.PolicyRefusals;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.policies.aws.predictive.ForecastMode;
import io.headroom.policies.aws.predictive.MaxCapacityBreach;
import io.headroom.policies.aws.predictive.MaxCapacityBreach.Behavior;
import io.headroom.policies.aws.predictive.MetricPair;
import io.headroom.policies.aws.predictive.PredictiveScaling;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads policies of type PredictiveScaling. */
final class PredictivePolicies implements PolicyKind {
  private static final String CONFIGURATION = "PredictiveScalingConfiguration";
  private static final String SPECIFICATIONS = "MetricSpecifications";
  private static final int DEFAULT_BUFFER = 300;

  @Override
  public Optional<ScalingPolicy> read(
      Properties policy, Groups groups, Optional<GroupDraft> group) {
    Adjustments.refuse(policy, "ScalingAdjustment", "PredictiveScaling");
    Adjustments.refuse(policy, "StepAdjustments", "PredictiveScaling");
    Adjustments.refuse(policy, "TargetTrackingConfiguration", "PredictiveScaling");
    if (!policy.has(CONFIGURATION)) {
      policy.error(CONFIGURATION, "is required for a policy of type PredictiveScaling");
      return Optional.empty();
    }
    Properties configuration = policy.map(CONFIGURATION);
    List<Properties> specifications = configuration.maps(SPECIFICATIONS);
    if (specifications.size() != 1) {
      configuration.error(
          SPECIFICATIONS,
          PolicyRefusals.metric(SPECIFICATIONS, "give exactly one, found " + specifications.size())
              .text());
      return Optional.empty();
    }
    return read(policy, configuration, specifications.get(0));
  }

  private static Optional<ScalingPolicy> read(
      Properties policy, Properties configuration, Properties specification) {
    MaxCapacityBreach breach = breach(configuration);
    int buffer = configuration.integer("SchedulingBufferTime", DEFAULT_BUFFER);
    ForecastMode mode = mode(configuration);
    Optional<MetricPair> pair = PredictiveMetrics.read(specification);
    if (!specification.has("TargetValue")) {
      specification.error("TargetValue", "is required");
    }
    Optional<Double> target = specification.number("TargetValue");
    if (target.isEmpty()) {
      return Optional.empty();
    }
    List<Refusal> refusals = PredictiveScaling.refusals(target.get(), buffer, breach);
    for (Refusal refusal : refusals) {
      Properties owner = specification.has(refusal.property()) ? specification : configuration;
      owner.error(refusal.property(), refusal.text());
    }
    return refusals.isEmpty()
        ? pair.map(
            metrics ->
                PredictiveScaling.on(metrics)
                    .target(target.get())
                    .named(policy.logicalId())
                    .mode(mode)
                    .schedulingBuffer(Duration.ofSeconds(buffer))
                    .breach(breach))
        : Optional.empty();
  }

  private static ForecastMode mode(Properties configuration) {
    List<String> names = Arrays.stream(ForecastMode.values()).map(ForecastMode::awsName).toList();
    return ForecastMode.named(configuration.word("Mode", names.get(0), names))
        .orElse(ForecastMode.FORECAST_ONLY);
  }

  private static MaxCapacityBreach breach(Properties configuration) {
    List<String> names = Arrays.stream(Behavior.values()).map(Behavior::awsName).toList();
    Behavior behavior =
        Behavior.named(configuration.word("MaxCapacityBreachBehavior", names.get(0), names))
            .orElse(Behavior.HONOR_MAX_CAPACITY);
    OptionalInt buffer =
        configuration
            .integer("MaxCapacityBuffer")
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty);
    return new MaxCapacityBreach(behavior, buffer);
  }
}
