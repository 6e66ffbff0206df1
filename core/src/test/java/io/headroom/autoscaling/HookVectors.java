package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.HookConsumer;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.GroupOperation.Decrement;
import io.headroom.autoscaling.operations.GroupOperation.Deletion;
import io.headroom.autoscaling.operations.GroupOperation.SetDesired;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.autoscaling.refusal.InstanceRefusals;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.InstanceListener;
import io.headroom.sim.Distribution;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The checks of vectors about lifecycle hooks and the states of instances. */
final class HookVectors {
  private static final LifecycleHook IN = hook("in", HookTransition.LAUNCHING);
  private static final LifecycleHook OUT = hook("out", HookTransition.TERMINATING);

  /** What a user does at 1:00 to a group of 2; instance 1 is the oldest. */
  private static final Map<String, GroupOperation> EVENTS =
      Map.of(
          "scaleOut", new SetDesired(3, Cooldown.IGNORE),
          "setDesired", new SetDesired(3, Cooldown.IGNORE),
          "healthReplacement",
              new GroupOperation.SetHealth(
                  InstanceChoice.numbers(1),
                  GroupOperation.Health.UNHEALTHY,
                  GroupOperation.Grace.IGNORE),
          "attach", new GroupOperation.Attach(1),
          "detach", new GroupOperation.Detach(InstanceChoice.numbers(1), Decrement.DESIRED),
          "enterStandby",
              new GroupOperation.EnterStandby(InstanceChoice.numbers(1), Decrement.DESIRED),
          "exitStandby", new GroupOperation.ExitStandby(InstanceChoice.numbers(1)),
          "forceDelete", new GroupOperation.Delete(Deletion.FORCE));

  private static final Map<String, Departure> REPLACEMENTS =
      Map.of(
          "maxLifetime", Departure.LIFETIME,
          "instanceRefresh", Departure.REFRESH,
          "capacityRebalance", Departure.CAPACITY_REBALANCE);

  private HookVectors() {}

  private static LifecycleHook hook(String name, HookTransition transition) {
    return LifecycleHook.of(name, transition).consumer(after(10));
  }

  private static HookConsumer after(long seconds) {
    return HookConsumer.after(Distribution.constant(Duration.ofSeconds(seconds)));
  }

  /** The wait begins at 1:00, with the launch of the only instance. */
  static void hook(JsonNode given, JsonNode expected) {
    LifecycleHook hook = IN.consumer(HookConsumer.never());
    if (given.has("heartbeatTimeout")) {
      hook = hook.heartbeatTimeout(Duration.ofSeconds(given.get("heartbeatTimeout").asLong()));
    } else {
      hook = LifecycleHook.of("in", HookTransition.LAUNCHING).consumer(HookConsumer.never());
    }
    if (expected.has("globalLimitSeconds")) {
      assertThat(hook.globalLimit().toSeconds())
          .isEqualTo(expected.get("globalLimitSeconds").asLong());
      return;
    }
    Story story =
        Story.immediate(web().desired(0)).hooks(hook).at(60, new SetDesired(1, Cooldown.IGNORE));
    given
        .get("heartbeats")
        .forEach(
            second ->
                story.at(
                    60 + second.asLong(),
                    new GroupOperation.Heartbeat("in", InstanceChoice.oldest(1))));
    long expiresAt = expected.get("expiresAt").asLong();

    story.to(60 + expiresAt);
    assertThat(story.refusals()).isEmpty();
    assertThat(story.second(1, LifecycleState.TERMINATING) - 60).isEqualTo(expiresAt);
  }

  static void hookOutcome(JsonNode given, JsonNode expected) {
    boolean launching = given.get("transition").asText().equals("LAUNCHING");
    LifecycleHook hook =
        (launching ? IN : OUT).heartbeatTimeout(Duration.ofSeconds(30)).consumer(consumer(given));
    Story story = Story.immediate(web().desired(launching ? 0 : 1)).hooks(hook);
    story.at(60, new SetDesired(launching ? 1 : 0, Cooldown.IGNORE)).to(95);

    List<String> states = new ArrayList<>(story.states(1));
    if (!launching) {
      states.add(0, "InService");
    }
    assertStates(states, expected);
    if (expected.has("replacementLaunched")) {
      story.to(200);
      boolean launched = !story.states(2).isEmpty();
      assertThat(launched).isEqualTo(expected.get("replacementLaunched").asBoolean());
    }
    if (expected.has("activityStatus")) {
      assertThat(story.run.launches().get(0).status().awsName())
          .isEqualTo(expected.get("activityStatus").asText());
    }
  }

  private static HookConsumer consumer(JsonNode given) {
    return switch (given.get("result").asText()) {
      case "CONTINUE" -> after(10);
      case "ABANDON" -> after(10).abandoning(1);
      default -> HookConsumer.never();
    };
  }

  private static void assertStates(List<String> states, JsonNode expected) {
    if (expected.has("states")) {
      assertThat(states).isEqualTo(texts(expected.get("states")));
    }
    if (expected.has("statesStartWith")) {
      List<String> first = texts(expected.get("statesStartWith"));
      assertThat(states.subList(0, first.size())).isEqualTo(first);
    }
    if (expected.has("finalState")) {
      assertThat(states.get(states.size() - 1)).isEqualTo(expected.get("finalState").asText());
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** The waits begin at 1:00. */
  static void twoTerminateHooks(JsonNode given, JsonNode expected) {
    List<LifecycleHook> hooks = new ArrayList<>();
    for (JsonNode each : given.get("hooks")) {
      boolean abandons = each.get("result").asText().equals("ABANDON");
      hooks.add(
          hook(each.get("name").asText(), HookTransition.TERMINATING)
              .consumer(after(each.get("completeAt").asLong()).abandoning(abandons ? 1 : 0)));
    }
    Story story =
        Story.immediate(web().desired(1))
            .with(settings -> settings.hooks(hooks))
            .at(60, new SetDesired(0, Cooldown.IGNORE))
            .to(1000);

    assertThat(story.second(1, LifecycleState.TERMINATING_PROCEED) - 60)
        .isEqualTo(expected.get("proceedAt").asLong());
  }

  static void hookFires(JsonNode given, JsonNode expected) {
    String event = given.get("event").asText();
    Story story = event.equals("createGroup") ? creation() : event(event);
    boolean fires =
        story.lines().stream().anyMatch(line -> line.endsWith(":Wait") && !line.startsWith("30 "));

    assertThat(story.refusals()).isEmpty();
    assertThat(fires).isEqualTo(expected.get("fires").asBoolean());
  }

  /** A run begins with its groups in being; a creation is the first size of an empty one. */
  private static Story creation() {
    return Story.immediate(web().desired(0))
        .hooks(IN, OUT)
        .at(60, new SetDesired(2, Cooldown.IGNORE))
        .to(200);
  }

  private static Story event(String event) {
    Story story = Story.immediate(web()).hooks(IN, OUT);
    if (event.equals("exitStandby")) {
      story.at(30, Objects.requireNonNull(EVENTS.get("enterStandby")));
    }
    if (EVENTS.containsKey(event)) {
      return story.at(60, Objects.requireNonNull(EVENTS.get(event))).to(200);
    }
    Replacement why =
        Replacement.of(Objects.requireNonNull(REPLACEMENTS.get(event), event), "out.", "in.");
    story.start();
    story.run.at(
        60,
        () -> story.group().replacer().terminateFirst(story.group().members().all().get(0), why));
    return story.to(200);
  }

  static void validateHook(JsonNode given, JsonNode expected) {
    assertThat(InstanceRefusals.heartbeat(given.get("heartbeatTimeout").asLong()).isEmpty())
        .isEqualTo(expected.get("valid").asBoolean());
  }

  static void canTransition(JsonNode given, JsonNode expected) {
    LifecycleState from = LifecycleState.named(given.get("from").asText()).orElseThrow();
    LifecycleState to = LifecycleState.named(given.get("to").asText()).orElseThrow();

    assertThat(from.canBecome(to)).isEqualTo(expected.get("allowed").asBoolean());
  }

  /** The target group hears of the instance between the hook and InService. */
  static void registrationOrder(JsonNode given, JsonNode expected) {
    AutoScalingGroupSpec.Builder group = web().desired(0);
    if (given.get("targetGroup").asBoolean()) {
      group.targetGroups(List.of("tg"));
    }
    Story story =
        Story.immediate(group).hooks(IN).at(60, new SetDesired(1, Cooldown.IGNORE)).to(100);
    List<String> order = new ArrayList<>();
    for (Story.Move move : story.moves(1)) {
      if (move.registered() && !order.contains("registered")) {
        order.add("registered");
      }
      order.add(move.state().awsName());
    }

    assertThat(order).isEqualTo(texts(expected.get("order")));
  }

  /** Selected at 1:00; without requests a target drains for as long as the vector says. */
  static void scaleInOrder(JsonNode given, JsonNode expected) {
    long drain =
        Math.min(given.get("deregistrationDelay").asLong(), given.get("inFlightEndsAt").asLong());
    Story story =
        new Story(
            new GroupFixture(Timings.immediate(), 7, Duration.ofSeconds(drain)),
            web().targetGroups(List.of("tg")));
    if (given.get("hookSeconds").asLong() > 0) {
      story.hooks(OUT.consumer(after(given.get("hookSeconds").asLong())));
    }
    story.at(60, new SetDesired(1, Cooldown.IGNORE)).to(1_000);
    int leaving = story.states(1).isEmpty() ? 2 : 1;
    long deregistered =
        story.moves(leaving).stream()
            .filter(move -> !move.registered())
            .findFirst()
            .orElseThrow()
            .second();

    assertThat(deregistered - 60).isEqualTo(expected.get("deregisteredAt").asLong());
    second(story, leaving, LifecycleState.TERMINATING_WAIT, expected.path("terminatingWaitFrom"));
    second(
        story, leaving, LifecycleState.TERMINATING_PROCEED, expected.path("terminatingProceedAt"));
  }

  private static void second(Story story, int instance, LifecycleState state, JsonNode expected) {
    if (!expected.isMissingNode()) {
      assertThat(story.second(instance, state) - 60).isEqualTo(expected.asLong());
    }
  }

  /** Members are brought to the states of the vector, and the metrics of the next minute read. */
  static void groupMetrics(JsonNode given, JsonNode expected) {
    GroupFixture fixture = new GroupFixture();
    GroupRun run =
        new GroupRun(
            web().build(), fixture.environment(), fixture.timings, new ActivityLog(), new Ledger());
    CapacityHistory history = new CapacityHistory(0);
    GroupMembers members = new GroupMembers(history);
    given
        .get("states")
        .properties()
        .forEach(
            e -> {
              for (int i = 0; i < e.getValue().asInt(); i++) {
                members.add(member(fixture, LifecycleState.named(e.getKey()).orElseThrow()), 0);
              }
            });
    Rounds rounds = GroupClocks.of(fixture.simulator).metrics();
    CapacityPlan plan = new CapacityPlan(run, history);
    new GroupMetricsPublisher(run, members, plan, Optional.empty(), rounds).start();
    fixture.runTo(180);

    expected
        .properties()
        .forEach(
            e -> assertThat(value(fixture, e.getKey())).isEqualTo((double) e.getValue().asInt()));
  }

  private static Member member(GroupFixture fixture, LifecycleState state) {
    return new Member(
        fixture.ec2.launchInService(
            web().build().launchConfiguration(), "a", "web", InstanceListener.NONE),
        LaunchOrder.FIRST,
        null,
        state);
  }

  static double value(GroupFixture fixture, String name) {
    return fixture
        .metrics
        .statistic(
            Metric.of("AWS/AutoScaling", name).with("AutoScalingGroupName", "web"),
            Statistic.AVERAGE,
            0,
            60 * SimTime.SECOND,
            fixture.simulator.nowNanos())
        .orElseThrow();
  }
}
