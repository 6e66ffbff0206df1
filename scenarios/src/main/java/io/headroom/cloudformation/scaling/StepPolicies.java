package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.policies.aws.AdjustmentType;
import io.headroom.policies.aws.MetricAggregation;
import io.headroom.policies.aws.Step;
import io.headroom.policies.aws.StepScaling;
import io.headroom.policies.aws.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Reads policies of type StepScaling. */
final class StepPolicies implements PolicyKind {

  @Override
  public Optional<ScalingPolicy> read(
      Properties policy, Groups groups, Optional<GroupDraft> group) {
    Adjustments.refuse(policy, "ScalingAdjustment", "StepScaling");
    Adjustments.refuse(policy, "Cooldown", "StepScaling");
    Adjustments.refuse(policy, "TargetTrackingConfiguration", "StepScaling");
    Optional<AdjustmentType> type = Adjustments.type(policy);
    Steps steps = steps(policy);
    OptionalInt minimum = Adjustments.minimum(policy);
    String aggregation =
        policy.word("MetricAggregationType", "Average", List.of("Average", "Minimum", "Maximum"));
    Adjustments.requireAlarm(policy, groups.alarms());
    StepScaling scaling =
        new StepScaling(
            policy.logicalId(),
            groups.alarms().triggers(policy.ref()),
            type.orElse(AdjustmentType.CHANGE_IN_CAPACITY),
            steps,
            minimum,
            MetricAggregation.named(aggregation).orElse(MetricAggregation.AVERAGE),
            policy.seconds("EstimatedInstanceWarmup"));
    List<Refusal> refusals = scaling.refusals(groups.unboundedStep());
    Refused.report(policy, "StepAdjustments", refusals);
    return type.isPresent() && refusals.isEmpty() ? Optional.of(scaling) : Optional.empty();
  }

  private static Steps steps(Properties policy) {
    List<Step> steps = new ArrayList<>();
    for (Properties each : policy.maps("StepAdjustments")) {
      Optional<Integer> adjustment = each.integer("ScalingAdjustment");
      if (!each.has("ScalingAdjustment")) {
        each.error("ScalingAdjustment", "is required in each step");
      }
      steps.add(
          new Step(
              bound(each, "MetricIntervalLowerBound"),
              bound(each, "MetricIntervalUpperBound"),
              adjustment.orElse(0)));
    }
    return new Steps(steps);
  }

  private static OptionalDouble bound(Properties step, String key) {
    return step.number(key).map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}
