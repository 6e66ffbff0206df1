package io.headroom.policies.aws;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.GroupCapacity;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.policies.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * Two step policies on one threshold, one metric after the other; what their decisions do to a
 * group without delays.
 */
final class StepSequence {
  private final StepScaling out;
  private final StepScaling in;
  private final double threshold;
  private GroupCapacity capacity;

  private StepSequence(JsonNode given) {
    AdjustmentType type = AdjustmentType.named(given.get("adjustmentType").asText()).orElseThrow();
    threshold = given.get("threshold").asDouble();
    out = policy(given.get("scaleOutSteps"), type);
    in = policy(given.get("scaleInSteps"), type);
    int size = given.get("capacity").asInt();
    capacity =
        new GroupCapacity(
            given.get("min").asInt(), given.get("max").asInt(), size, size, size, 0, 0);
  }

  private StepScaling policy(JsonNode steps, AdjustmentType type) {
    return StepScaling.on(alarm()).type(type).steps(PolicyKinds.steps(steps));
  }

  private AlarmSpec alarm() {
    return AlarmSpec.when(Metric.of("Test", "Load"), Statistic.AVERAGE)
        .isAtLeast(threshold)
        .named("load")
        .build();
  }

  static void check(JsonNode given, JsonNode expected) {
    StepSequence sequence = new StepSequence(given);
    List<Integer> desired = new ArrayList<>();
    for (JsonNode event : given.get("events")) {
      if (event.has("settle")) {
        sequence.settle();
      } else {
        desired.add(sequence.invoke(event.get("metric").asDouble()));
      }
    }
    List<Integer> wanted = new ArrayList<>();
    expected.get("desiredAfterEachMetric").forEach(each -> wanted.add(each.asInt()));

    assertThat(desired).isEqualTo(wanted);
  }

  private void settle() {
    int size = capacity.desired();
    capacity = new GroupCapacity(capacity.minimum(), capacity.maximum(), size, size, size, 0, 0);
  }

  private int invoke(double metric) {
    StepScaling policy = metric >= threshold ? out : in;
    Snapshot snapshot = Snapshot.of(1).capacity(capacity).asked(alarm(), metric);
    int desired = applied(policy.newDecider().decide(snapshot), capacity);
    boolean warming = capacity.pending() > 0;
    if (desired > capacity.desired() || (desired < capacity.desired() && !warming)) {
      follow(desired);
    }
    return capacity.desired();
  }

  private void follow(int desired) {
    int stay = Math.min(capacity.warm(), desired);
    capacity =
        new GroupCapacity(
            capacity.minimum(),
            capacity.maximum(),
            desired,
            stay,
            stay,
            desired - stay,
            capacity.terminating() + capacity.warm() - stay);
  }

  /** Returns the desired capacity after a decision, within the limits. */
  static int applied(ScalingDecision decision, GroupCapacity capacity) {
    if (decision.capacity().isEmpty()) {
      return capacity.desired();
    }
    int wanted = decision.capacity().getAsInt();
    int clamped = Math.max(capacity.minimum(), Math.min(capacity.maximum(), wanted));
    return switch (decision.sense()) {
      case EXACTLY -> clamped;
      case AT_LEAST -> Math.max(clamped, capacity.desired());
      case AT_MOST -> Math.min(clamped, capacity.desired());
    };
  }
}
