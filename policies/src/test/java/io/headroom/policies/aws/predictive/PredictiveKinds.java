package io.headroom.policies.aws.predictive;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.SimulationResult;
import io.headroom.autoscaling.ScheduledAction;
import io.headroom.autoscaling.Trigger;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.policies.Snapshot;
import io.headroom.policies.aws.OneTimeSchedule;
import io.headroom.testing.Rule;
import io.headroom.testing.vectors.VectorCheck;
import io.headroom.testing.vectors.VectorKinds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;

/** The kinds of vectors about predictive scaling. */
@Rule("autoscaling PS1")
@Rule("autoscaling PS2")
@Rule("autoscaling PS3")
@Rule("autoscaling PS4")
@Rule("autoscaling PS7")
@Rule("autoscaling PS10")
@Rule("autoscaling PS11")
public final class PredictiveKinds implements VectorKinds {
  private static final String TODAY = "2026-01-05T";

  @Override
  public String schema() {
    return "autoscaling-vectors/1";
  }

  @Override
  public Map<String, VectorCheck> checks() {
    return Map.of(
        "effectiveMax", check(PredictiveKinds::effectiveMax),
        "prelaunch", check(PredictiveKinds::prelaunch),
        "validatePredictive", check(PredictiveKinds::validate),
        "predictiveHour", check(PredictiveKinds::hour),
        "predictiveSequence", check(PredictiveKinds::sequence),
        "forecastPossible", check(PredictiveKinds::forecastPossible));
  }

  private static VectorCheck check(BiConsumer<JsonNode, JsonNode> check) {
    return VectorCheck.of(check);
  }

  private static MaxCapacityBreach breach(JsonNode given, String behavior, String buffer) {
    return new MaxCapacityBreach(
        MaxCapacityBreach.Behavior.named(given.path(behavior).asText("HonorMaxCapacity"))
            .orElseThrow(),
        given.has(buffer) ? OptionalInt.of(given.get(buffer).asInt()) : OptionalInt.empty());
  }

  private static void effectiveMax(JsonNode given, JsonNode expected) {
    assertThat(
            breach(given, "behavior", "buffer")
                .effectiveMaximum(given.get("max").asInt(), given.get("forecast").asInt()))
        .isEqualTo(expected.get("effectiveMax").asInt());
  }

  private static PredictiveScaling buffered(JsonNode given, PredictiveScaling policy) {
    return given.has("schedulingBufferTime")
        ? policy.schedulingBuffer(Duration.ofSeconds(given.get("schedulingBufferTime").asLong()))
        : policy;
  }

  /** Looks for the last time before the hour, from a minute after the hour before on. */
  private static void prelaunch(JsonNode given, JsonNode expected) {
    Instant hour = Instant.parse(TODAY + given.get("hour").asText() + ":00Z");
    Instant before = hour.minus(Duration.ofMinutes(59));
    PredictiveScaling policy = buffered(given, PredictiveRun.given(1));
    List<Instant> asked =
        policy.triggers(Snapshot.WEB).stream()
            .map(Trigger.OnClock.class::cast)
            .map(clock -> before.plus(clock.firstAfter(before)))
            .sorted()
            .toList();

    assertThat(asked.get(0))
        .isEqualTo(Instant.parse(TODAY + expected.get("appliesAt").asText() + ":00Z"));
  }

  private static void validate(JsonNode given, JsonNode expected) {
    MaxCapacityBreach breach = breach(given, "maxCapacityBreachBehavior", "maxCapacityBuffer");
    if (expected.get("valid").asBoolean()) {
      assertThat(buffered(given, PredictiveRun.given(1).breach(breach)).breach()).isEqualTo(breach);
    } else {
      AutoScalingException refused =
          assertThrows(
              AutoScalingException.class,
              () -> buffered(given, PredictiveRun.given(1).breach(breach)));
      assertThat(refused.code().awsName()).isEqualTo(expected.get("error").asText());
    }
  }

  private static PredictiveRun group(JsonNode given, String start) {
    return new PredictiveRun(start)
        .group(given.get("min").asInt(), given.get("max").asInt(), given.get("desired").asInt());
  }

  private static void hour(JsonNode given, JsonNode expected) {
    PredictiveScaling policy =
        PredictiveRun.given(given.get("forecast").asInt())
            .mode(ForecastMode.named(given.get("mode").asText()).orElseThrow());
    SimulationResult result =
        group(given, TODAY + "10:00:00Z").policy(policy).run(Duration.ofMinutes(2));

    assertThat(PredictiveRun.desired(result, 1)).isEqualTo(expected.get("desired").asInt());
  }

  private static void sequence(JsonNode given, JsonNode expected) {
    List<Integer> capacities = new ArrayList<>();
    given.get("hourlyCapacityForecast").forEach(each -> capacities.add(each.asInt()));
    PredictiveScaling policy =
        buffered(given, PredictiveRun.given(capacities.toArray(Integer[]::new)))
            .mode(ForecastMode.named(given.get("mode").asText()).orElseThrow());
    PredictiveRun run = group(given, given.get("start").asText()).policy(policy);
    if (given.has("scheduledMin")) {
      JsonNode action = given.get("scheduledMin");
      run.action(
          new ScheduledAction(
              "min",
              new OneTimeSchedule(Instant.parse(action.get("at").asText())),
              OptionalInt.of(action.get("min").asInt()),
              OptionalInt.empty(),
              OptionalInt.empty()));
    }
    SimulationResult result = run.run(Duration.ofHours(capacities.size()));

    List<Integer> desired = new ArrayList<>();
    for (int i = 0; i < capacities.size(); i++) {
      desired.add(PredictiveRun.desired(result, 60 * i));
    }
    List<Integer> wanted = new ArrayList<>();
    expected.get("desiredAtEachHour").forEach(each -> wanted.add(each.asInt()));
    assertThat(desired).isEqualTo(wanted);
  }

  private static void forecastPossible(JsonNode given, JsonNode expected) {
    LoadHistory history = new LoadHistory();
    for (int hour = 0; hour < given.get("historyHours").asInt(); hour++) {
      history.put(hour, 100);
    }

    assertThat(history.isEnough()).isEqualTo(expected.get("forecast").asBoolean());
    assertThat(expected.path("horizonHours").asInt(48)).isEqualTo(LoadHistory.HORIZON_HOURS);
    assertThat(expected.path("refreshHours").asInt(6)).isEqualTo(LoadHistory.REFRESH_HOURS);
    assertThat(expected.path("historyDaysUsedAtMost").asInt(14)).isEqualTo(LoadHistory.DAYS_USED);
  }
}
