package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.cloudwatch.AlarmState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The checks of vectors about activities and their causes. */
final class ActivityVectors {
  private static final Map<String, Function<JsonNode, String>> CLAUSES =
      Map.of(
          "alarm",
          given ->
              changing(
                  CauseText.alarm(
                      given.get("alarm").asText(), AlarmState.ALARM, given.get("policy").asText()),
                  given,
                  "to"),
          "reconcileIn",
          given -> CauseText.shrinking(given.get("from").asInt(), given.get("to").asInt()),
          "reconcileOut",
          given -> CauseText.increasing(given.get("from").asInt(), given.get("to").asInt()),
          "scheduled",
          given -> changing(CauseText.scheduled(sizes(given)), given, "desired"),
          "userUpdate",
          given -> changing(CauseText.updated(sizes(given)), given, "desired"),
          "standby",
          given ->
              CauseText.toStandby(
                  given.get("id").asText(), given.get("from").asInt(), given.get("to").asInt()),
          "elbFailure",
          given -> CauseText.unhealthy(HealthFailure.ELB));

  private ActivityVectors() {}

  private static String changing(String clause, JsonNode given, String to) {
    return CauseText.changing(clause, given.get("from").asInt(), given.get(to).asInt());
  }

  private static GroupSizes sizes(JsonNode given) {
    return new GroupSizes(
        given.get("min").asInt(), given.get("max").asInt(), given.get("desired").asInt());
  }

  static void causeText(JsonNode given, JsonNode expected) {
    String kind = given.get("kind").asText();
    CauseText causes = new CauseText(Instant.parse(given.get("at").asText()));

    assertThat(causes.at(0, Objects.requireNonNull(CLAUSES.get(kind), kind).apply(given)))
        .isEqualTo(expected.get("text").asText());
  }

  static void activityStatus(JsonNode given, JsonNode expected) {
    ScalingActivity activity =
        switch (given.get("case").asText()) {
          case "standbyEnter" -> standby(65).get(0);
          case "standbyExit" -> standby(301).get(1);
          default -> failedLaunch();
        };

    assertThat(activity.status().awsName()).isEqualTo(expected.get("statusCode").asText());
    assertThat(activity.progress()).isEqualTo(expected.get("progress").asInt());
  }

  private static ScalingActivity failedLaunch() {
    GroupFixture run = growing(0, 1);
    run.at(60, () -> GroupFixture.ZONES.forEach(run.ec2::failZone));
    return run.runTo(100).launches().get(0);
  }

  /** Into standby at 1:00, draining until 3:00; out of it at 5:00. */
  private static List<ScalingActivity> standby(long second) {
    Story story =
        new Story(new GroupFixture(), GroupFixture.web().targetGroups(List.of("tg")))
            .at(
                60,
                new GroupOperation.EnterStandby(
                    InstanceChoice.oldest(1), GroupOperation.Decrement.DESIRED))
            .at(300, new GroupOperation.ExitStandby(InstanceChoice.oldest(1)));
    return story.to(second).run.autoScaling.activities();
  }

  static void activitiesForDecision(JsonNode given, JsonNode expected) {
    GroupFixture run = growing(given.get("from").asInt(), given.get("to").asInt()).runTo(300);

    assertThat(run.launches()).hasSize(expected.get("activities").asInt());
    run.launches()
        .forEach(launch -> assertThat(launch.cause()).contains(expected.get("eachSays").asText()));
  }

  private static GroupFixture growing(int from, int to) {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, to);
    return new GroupFixture()
        .start(GroupFixture.web().max(to).desired(from).policies(List.of(grow)));
  }
}
