package io.headroom.policies.aws;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.testing.vectors.VectorCheck.entry;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.AutoScalingSettings.UnboundedStep;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.testing.Rule;
import io.headroom.testing.vectors.VectorCheck;
import io.headroom.testing.vectors.VectorKinds;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** The kinds of vectors about single scaling policies. */
@Rule("autoscaling AJ1")
@Rule("autoscaling AJ2")
@Rule("autoscaling AJ3")
@Rule("autoscaling AJ5")
@Rule("autoscaling 19.2")
@Rule("autoscaling ST1")
@Rule("autoscaling ST2")
@Rule("autoscaling ST3")
@Rule("autoscaling ST4")
@Rule("autoscaling ST5")
@Rule("autoscaling ST6")
@Rule("autoscaling ST7")
@Rule("autoscaling ST9")
@Rule("autoscaling ST13")
@Rule("autoscaling 19.3")
@Rule("autoscaling 21.2")
@Rule("autoscaling TT2")
@Rule("autoscaling TT5")
@Rule("autoscaling TT6")
@Rule("autoscaling TT7")
@Rule("autoscaling TT8")
@Rule("autoscaling TT9")
@Rule("autoscaling TT12")
@Rule("autoscaling 21.4")
@Rule("autoscaling TT13")
@Rule("autoscaling TT14")
@Rule("autoscaling TT15")
@Rule("autoscaling TT18")
@Rule("autoscaling TT23")
@Rule("autoscaling TT24")
@Rule("autoscaling SC6")
@Rule("autoscaling SC7")
@Rule("autoscaling SC8")
@Rule("autoscaling SC9")
public final class PolicyKinds implements VectorKinds {
  @Override
  public String schema() {
    return "autoscaling-vectors/1";
  }

  @Override
  public Map<String, VectorCheck> checks() {
    return Map.ofEntries(
        entry("roundPercent", PolicyKinds::roundPercent),
        entry("adjust", PolicyKinds::adjust),
        entry("pickStep", PolicyKinds::pickStep),
        entry("validateSteps", PolicyKinds::validateSteps),
        entry("validateAdjustment", PolicyKinds::validateAdjustment),
        entry("stepSequence", StepSequence::check),
        entry("targetTracking", TrackingVectors::decision),
        entry("targetTrackingWarming", TrackingVectors::warming),
        entry("targetTrackingAlarms", TrackingVectors::alarms),
        entry("validateTargetTracking", TrackingVectors::validation),
        entry("targetTrackingReaction", TrackingVectors::reaction),
        entry("groupAverage", MetricVectors::groupAverage),
        entry("targetTrackingState", MetricVectors::state),
        entry("backlogPerInstance", MetricVectors::backlog),
        entry("cronNext", PolicyKinds::cronNext));
  }

  private static void roundPercent(JsonNode given, JsonNode expected) {
    assertThat(Adjustment.rounded(new BigDecimal(given.get("value").asText())))
        .isEqualTo(expected.get("rounded").asLong());
  }

  private static void adjust(JsonNode given, JsonNode expected) {
    Adjustment adjustment = adjustment(given);
    int current = given.get("current").asInt();
    int wanted = adjustment.applyTo(current);
    int desired = Math.max(given.get("min").asInt(), Math.min(given.get("max").asInt(), wanted));

    assertThat(desired).isEqualTo(expected.get("desired").asInt());
    assertThat(desired - current).isEqualTo(expected.get("delta").asInt());
  }

  private static Adjustment adjustment(JsonNode given) {
    JsonNode magnitude =
        given.has("minAdjustmentMagnitude")
            ? given.get("minAdjustmentMagnitude")
            : given.path("minAdjustmentStep");
    return new Adjustment(
        AdjustmentType.named(given.get("adjustmentType").asText()).orElseThrow(),
        given.get("adjustment").asInt(),
        magnitude.isNumber() ? OptionalInt.of(magnitude.asInt()) : OptionalInt.empty());
  }

  static Steps steps(JsonNode array) {
    List<Step> steps = new ArrayList<>();
    for (JsonNode step : array) {
      steps.add(
          new Step(
              bound(step.path("lower")),
              bound(step.path("upper")),
              step.get("adjustment").asInt()));
    }
    return new Steps(steps);
  }

  private static OptionalDouble bound(JsonNode bound) {
    return bound.isNumber() ? OptionalDouble.of(bound.asDouble()) : OptionalDouble.empty();
  }

  private static void pickStep(JsonNode given, JsonNode expected) {
    Steps steps = steps(given.get("steps"));
    Optional<Step> picked =
        steps.pick(given.get("metric").asDouble(), given.get("threshold").asDouble());
    int index = picked.map(steps.all()::indexOf).orElse(-1);

    assertThat(index).isEqualTo(expected.get("index").asInt(-1));
  }

  private static void validateSteps(JsonNode given, JsonNode expected) {
    assertRefused(
        expected,
        () ->
            AutoScalingException.require(
                "steps", steps(given.get("steps")).refusals(UnboundedStep.REFUSED)));
  }

  private static void validateAdjustment(JsonNode given, JsonNode expected) {
    assertRefused(
        expected, () -> AutoScalingException.require("adjustment", adjustment(given).refusals()));
  }

  private static void cronNext(JsonNode given, JsonNode expected) {
    CronSchedule schedule =
        CronSchedule.of(given.get("expression").asText())
            .in(ZoneId.of(given.get("timeZone").asText()));
    Instant after = Instant.parse(given.get("after").asText());

    assertThat(schedule.next(after.plusNanos(1)))
        .isEqualTo(Optional.of(Instant.parse(expected.get("next").asText())));
  }

  /** The action is refused with the expected code, or not at all. */
  static void assertRefused(JsonNode expected, Runnable action) {
    if (expected.get("valid").asBoolean()) {
      action.run();
    } else {
      AutoScalingException refused = assertThrows(AutoScalingException.class, action::run);
      assertThat(refused.code().awsName()).isEqualTo(expected.get("error").asText());
    }
  }
}
