package io.headroom.cloudformation.scaling;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.policies.aws.AdjustmentType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what simple and step policies have in common. */
final class Adjustments {

  private Adjustments() {}

  static Optional<AdjustmentType> type(Properties policy) {
    List<String> names =
        Arrays.stream(AdjustmentType.values()).map(AdjustmentType::awsName).toList();
    if (!policy.has("AdjustmentType")) {
      policy.error("AdjustmentType", "is required, one of " + String.join(", ", names));
      return Optional.empty();
    }
    return AdjustmentType.named(policy.word("AdjustmentType", names.get(0), names));
  }

  /** The least change in instances of a change in percent; MinAdjustmentStep is an old name. */
  static OptionalInt minimum(Properties policy) {
    Optional<Integer> old = policy.integer("MinAdjustmentStep");
    if (old.isPresent()) {
      policy.note("MinAdjustmentStep", "an old name of MinAdjustmentMagnitude");
    }
    return policy
        .integer("MinAdjustmentMagnitude")
        .or(() -> old)
        .map(OptionalInt::of)
        .orElseGet(OptionalInt::empty);
  }

  /** Reports a property that belongs to policies of another type. */
  static void refuse(Properties policy, String key, String type) {
    if (policy.has(key)) {
      policy.error(key, "a policy of type %s has no %s".formatted(type, key));
    }
  }

  /** Reports a policy that no alarm asks. */
  static void requireAlarm(Properties policy, Alarms alarms) {
    if (alarms.triggers(policy.ref()).all().isEmpty()) {
      policy.warning("", "no alarm of the template asks this policy; it never acts");
    }
  }
}
