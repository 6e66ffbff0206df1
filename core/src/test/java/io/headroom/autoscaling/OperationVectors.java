package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.AutoScalingSettings.ExitStandby;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.GroupOperation.Decrement;
import io.headroom.autoscaling.operations.GroupOperation.SetDesired;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.autoscaling.refusal.AutoScalingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The checks of vectors about what users do to groups; they do it at 1:00. */
final class OperationVectors {
  private OperationVectors() {}

  private static AutoScalingGroupSpec.Builder group(JsonNode given, int desired) {
    return web().min(given.get("min").asInt()).max(given.get("max").asInt()).desired(desired);
  }

  private static Story story(JsonNode given) {
    return Story.immediate(group(given, given.get("desired").asInt()));
  }

  /** A running cooldown comes from a change at 0:10. */
  static void setDesired(JsonNode given, JsonNode expected) {
    int desired = given.get("desired").asInt();
    boolean cooling = given.path("cooldownRunning").asBoolean();
    Story story = Story.immediate(group(given, cooling ? desired - 1 : desired));
    if (cooling) {
      story.at(10, new SetDesired(desired, Cooldown.IGNORE));
    }
    Cooldown cooldown = given.path("honorCooldown").asBoolean() ? Cooldown.HONOR : Cooldown.IGNORE;
    story.at(60, new SetDesired(given.get("request").asInt(), cooldown)).to(120);

    check(story, expected);
  }

  private static void check(Story story, JsonNode expected) {
    if (expected.has("desired")) {
      assertThat(story.run.desired()).isEqualTo(expected.get("desired").asInt());
    }
    if (expected.has("launches")) {
      assertThat(story.run.launches()).hasSize(expected.get("launches").asInt());
    }
    boolean refused = expected.has("error") || expected.path("refused").asBoolean();
    assertThat(story.refusals().isEmpty()).isEqualTo(!refused);
    if (expected.has("error")) {
      assertThat(story.refusals().get(0)).startsWith(expected.get("error").asText());
    }
    if (expected.has("messageContains")) {
      assertThat(story.refusals().get(0)).contains(expected.get("messageContains").asText());
    }
  }

  static void attach(JsonNode given, JsonNode expected) {
    Story story = story(given).at(60, new GroupOperation.Attach(given.get("ids").asInt())).to(120);

    check(story, expected);
    assertThat(story.run.inService()).isEqualTo(expected.get("desired").asInt());
  }

  static void detach(JsonNode given, JsonNode expected) {
    Story story =
        story(given)
            .at(
                60,
                new GroupOperation.Detach(
                    InstanceChoice.oldest(given.get("ids").asInt()), decrement(given)))
            .to(120);

    check(story, expected);
    if (expected.has("causeContains")) {
      String causes =
          story.run.autoScaling.activities().stream()
              .map(ScalingActivity::cause)
              .toList()
              .toString();
      assertThat(causes).contains(expected.get("causeContains").asText());
    }
  }

  private static Decrement decrement(JsonNode given) {
    return given.get("decrement").asBoolean() ? Decrement.DESIRED : Decrement.NONE;
  }

  static void terminateInGroup(JsonNode given, JsonNode expected) {
    Story story =
        story(given)
            .at(60, new GroupOperation.Terminate(InstanceChoice.oldest(1), decrement(given)))
            .start();
    List<ScalingActivity> begun = new ArrayList<>();
    story
        .group()
        .members()
        .onChange(
            member -> {
              if (begun.isEmpty()) {
                story.run.simulator.schedule(
                    story.run.simulator.nowNanos(),
                    io.headroom.sim.Phase.WORLD,
                    "look at the activity as it begins",
                    () -> begun.addAll(story.run.terminations()));
              }
            });
    story.to(120);

    check(story, expected);
    JsonNode initial = expected.path("initialActivity");
    if (!initial.isMissingNode()) {
      assertThat(begun.get(0).cause()).isEqualTo(initial.get("cause").asText());
      assertThat(begun.get(0).progress()).isEqualTo(initial.get("progress").asInt());
      assertThat(begun.get(0).status().awsName()).isEqualTo(initial.get("statusCode").asText());
      assertThat(story.run.terminations().get(0).cause())
          .contains("was taken out of service in response to a user request");
    }
  }

  /** The steps come at 1:00 and 2:00. */
  static void standbySequence(JsonNode given, JsonNode expected) {
    boolean always = !given.path("exitStandbyIncrement").asText().equals("ONLY_IF_DECREMENTED");
    Story story = story(given);
    story.run.settings(
        AutoScalingSettings.DEFAULT.exitStandby(
            always ? ExitStandby.ALWAYS : ExitStandby.ONLY_IF_DECREMENTED));
    long second = 60;
    for (JsonNode step : given.get("steps")) {
      story.at(second, step(step.asText()));
      second += 60;
    }
    second = 60;
    for (JsonNode desired : expected.get("desiredAfterEach")) {
      assertThat(story.to(second + 30).run.desired()).isEqualTo(desired.asInt());
      second += 60;
    }
    story.to(400);
    assertThat(story.refusals().isEmpty()).isEqualTo(!expected.path("refused").asBoolean());
    assertThat(story.run.launches()).hasSize(expected.path("launches").asInt());
    assertThat(story.run.terminations()).hasSize(expected.path("terminations").asInt());
    if (expected.has("inServiceAfter")) {
      assertThat(story.run.inService()).isEqualTo(expected.get("inServiceAfter").asInt());
    }
  }

  private static GroupOperation step(String step) {
    return switch (step) {
      case "enter:decrement" ->
          new GroupOperation.EnterStandby(InstanceChoice.oldest(1), Decrement.DESIRED);
      case "enter:noDecrement" ->
          new GroupOperation.EnterStandby(InstanceChoice.oldest(1), Decrement.NONE);
      default -> new GroupOperation.ExitStandby(InstanceChoice.oldest(1));
    };
  }

  static void validateSchedule(JsonNode given, JsonNode expected) {
    Instant start = Instant.parse(given.at("/action/startTime").asText());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> action("a", start, OptionalInt.empty()));

    assertThat(refused).hasMessageThat().contains(expected.get("error").asText());
  }

  private static ScheduledAction action(String name, Instant start, OptionalInt desired) {
    Schedule once = notBefore -> Optional.of(start).filter(each -> !each.isBefore(notBefore));
    return new ScheduledAction(name, once, OptionalInt.empty(), OptionalInt.empty(), desired)
        .startingAt(start);
  }

  static void scheduleConflict(JsonNode given, JsonNode expected) {
    AutoScalingGroupSpec.Builder group = web().schedule(action(given.get("existing"), 2));
    if (expected.has("error")) {
      AutoScalingException refused =
          assertThrows(
              AutoScalingException.class, () -> group.schedule(action(given.get("new"), 3)));
      assertThat(refused.code().toString()).isEqualTo(expected.get("error").asText());
    } else {
      List<ScheduledAction> actions =
          group.schedule(action(given.get("new"), 3)).build().scheduledActions();
      assertThat(actions).hasSize(1);
      assertThat(actions.get(0).name()).isEqualTo(expected.get("updated").asText());
      assertThat(actions.get(0).desired()).hasValue(3);
    }
  }

  private static ScheduledAction action(JsonNode action, int desired) {
    return action(
        action.get("name").asText(),
        Instant.parse(action.get("startTime").asText()),
        OptionalInt.of(desired));
  }
}
