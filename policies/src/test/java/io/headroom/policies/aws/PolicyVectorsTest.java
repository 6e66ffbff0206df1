package io.headroom.policies.aws;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.testing.Rule;
import io.headroom.testing.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the vectors of the Auto Scaling specification that are about single policies. */
class PolicyVectorsTest {
  private static final Map<String, BiConsumer<JsonNode, JsonNode>> CHECKS =
      Map.ofEntries(
          Map.entry("roundPercent", PolicyVectorsTest::roundPercent),
          Map.entry("adjust", PolicyVectorsTest::adjust),
          Map.entry("pickStep", PolicyVectorsTest::pickStep),
          Map.entry("validateSteps", PolicyVectorsTest::validateSteps),
          Map.entry("validateAdjustment", PolicyVectorsTest::validateAdjustment),
          Map.entry("stepSequence", StepSequence::check),
          Map.entry("targetTracking", TrackingVectors::decision),
          Map.entry("targetTrackingWarming", TrackingVectors::warming),
          Map.entry("targetTrackingAlarms", TrackingVectors::alarms),
          Map.entry("validateTargetTracking", TrackingVectors::validation),
          Map.entry("targetTrackingReaction", TrackingVectors::reaction),
          Map.entry("cronNext", PolicyVectorsTest::cronNext));

  @TestFactory
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
  Stream<DynamicTest> vectors() throws IOException {
    JsonNode vectors =
        new ObjectMapper().readTree(SharedData.vectors("autoscaling.json").toFile()).get("vectors");
    List<DynamicTest> tests =
        StreamSupport.stream(vectors.spliterator(), false)
            .filter(vector -> CHECKS.containsKey(vector.at("/given/op").asText()))
            .map(vector -> dynamicTest(vector.get("id").asText(), () -> check(vector)))
            .toList();
    assertWithMessage("vectors about policies").that(tests.size()).isAtLeast(100);
    return tests.stream();
  }

  private static void check(JsonNode vector) {
    CHECKS
        .getOrDefault(vector.at("/given/op").asText(), (given, expected) -> {})
        .accept(vector.get("given"), vector.get("expected"));
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
    assertThat(steps(given.get("steps")).problems().isEmpty())
        .isEqualTo(expected.get("valid").asBoolean());
  }

  private static void validateAdjustment(JsonNode given, JsonNode expected) {
    assertThat(adjustment(given).problems().isEmpty()).isEqualTo(expected.get("valid").asBoolean());
  }

  private static void cronNext(JsonNode given, JsonNode expected) {
    CronSchedule schedule =
        CronSchedule.of(given.get("expression").asText())
            .in(ZoneId.of(given.get("timeZone").asText()));
    Instant after = Instant.parse(given.get("after").asText());

    assertThat(schedule.next(after.plusNanos(1)))
        .isEqualTo(Optional.of(Instant.parse(expected.get("next").asText())));
  }

  static void assertRefused(boolean isValid, Runnable action) {
    if (isValid) {
      action.run();
    } else {
      assertThrows(IllegalArgumentException.class, action::run);
    }
  }
}
