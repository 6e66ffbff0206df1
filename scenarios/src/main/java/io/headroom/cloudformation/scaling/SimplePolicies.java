package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.policies.aws.Adjustment;
import io.headroom.policies.aws.AdjustmentType;
import io.headroom.policies.aws.SimpleScaling;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads policies of type SimpleScaling. */
final class SimplePolicies implements PolicyKind {

  @Override
  public Optional<ScalingPolicy> read(
      Properties policy, Groups groups, Optional<GroupDraft> group) {
    Adjustments.refuse(policy, "StepAdjustments", "SimpleScaling");
    Adjustments.refuse(policy, "TargetTrackingConfiguration", "SimpleScaling");
    Optional<AdjustmentType> type = Adjustments.type(policy);
    if (!policy.has("ScalingAdjustment")) {
      policy.error("ScalingAdjustment", "is required for a policy of type SimpleScaling");
    }
    Optional<Integer> amount = policy.integer("ScalingAdjustment");
    OptionalInt minimum = Adjustments.minimum(policy);
    Optional<Duration> cooldown = policy.seconds("Cooldown");
    Adjustments.requireAlarm(policy, groups.alarms());
    if (type.isEmpty() || amount.isEmpty()) {
      return Optional.empty();
    }
    Adjustment adjustment = new Adjustment(type.get(), amount.get(), minimum);
    Refused.report(policy, "ScalingAdjustment", adjustment.refusals());
    return adjustment.refusals().isEmpty()
        ? Optional.of(
            new SimpleScaling(
                policy.logicalId(), groups.alarms().triggers(policy.ref()), adjustment, cooldown))
        : Optional.empty();
  }
}
