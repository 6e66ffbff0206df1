package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.lifecycle.HookConsumer;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec.PoolState;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.GroupOperation.SetDesired;
import io.headroom.autoscaling.operations.GroupOperation.UpdateGroup;
import io.headroom.sim.Distribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The checks of vectors about warm pools. */
final class PoolVectors {
  private static final LifecycleHook IN =
      LifecycleHook.of("in", HookTransition.LAUNCHING)
          .consumer(HookConsumer.after(Distribution.constant(Duration.ofSeconds(10))));

  private PoolVectors() {}

  private static WarmPoolSpec pool(JsonNode given, String state) {
    WarmPoolSpec pool =
        WarmPoolSpec.of(
            Arrays.stream(PoolState.values())
                .filter(each -> each.lifecycleState().awsName().endsWith(state))
                .findFirst()
                .orElseThrow());
    if (given.has("maxGroupPreparedCapacity")) {
      pool = pool.maximumPrepared(given.get("maxGroupPreparedCapacity").asInt());
    }
    return given.has("minSize") ? pool.minimum(given.get("minSize").asInt()) : pool;
  }

  /** A pool is full when the run starts. */
  static void warmPoolSize(JsonNode given, JsonNode expected) {
    Story story =
        Story.immediate(web().max(given.get("max").asInt()).desired(given.get("desired").asInt()))
            .with(settings -> settings.warmPool(pool(given, "Stopped")))
            .to(0);

    assertThat(story.group().members().census().units(Kind.WARMED))
        .isEqualTo(expected.get("size").asInt());
  }

  /** The maximum rises at 0:10, so that the pool is filled, and the desired capacity at 1:40. */
  private static Story throughPool(String state, boolean hooked) {
    return Story.immediate(web().max(0).desired(0))
        .with(settings -> settings.warmPool(WarmPoolSpec.of(PoolState.STOPPED)))
        .with(settings -> settings.warmPool(poolOf(state)))
        .with(settings -> settings.hooks(hooked ? List.of(IN) : List.of()))
        .at(10, UpdateGroup.sizes(OptionalInt.empty(), OptionalInt.of(1), OptionalInt.empty()))
        .at(100, new SetDesired(1, Cooldown.IGNORE))
        .to(200);
  }

  private static WarmPoolSpec poolOf(String state) {
    return WarmPoolSpec.of(PoolState.valueOf(state.toUpperCase(java.util.Locale.ROOT)));
  }

  static void warmPoolLaunchHookCount(JsonNode given, JsonNode expected) {
    Story story =
        given.get("path").asText().equals("throughPool")
            ? throughPool("Stopped", true)
            : Story.immediate(web().desired(0))
                .hooks(IN)
                .at(60, new SetDesired(1, Cooldown.IGNORE))
                .to(200);

    assertThat(story.states(1).stream().filter(state -> state.endsWith(":Wait")).count())
        .isEqualTo(expected.get("launchHookFires").asInt());
  }

  static void warmPoolStates(JsonNode given, JsonNode expected) {
    List<String> states = new ArrayList<>();
    expected.get("states").forEach(state -> states.add(state.asText()));

    assertThat(
            throughPool(given.get("poolState").asText(), given.get("launchHook").asBoolean())
                .states(1))
        .isEqualTo(states);
  }

  static void warmPoolScaleOut(JsonNode given, JsonNode expected) {
    int desired = given.get("desired").asInt();
    WarmPoolSpec pool =
        WarmPoolSpec.of(PoolState.STOPPED).maximumPrepared(desired + given.get("pool").asInt());
    Story story =
        Story.immediate(web().max(given.get("max").asInt()).desired(desired))
            .with(settings -> settings.warmPool(pool))
            .at(60, new SetDesired(given.get("newDesired").asInt(), Cooldown.IGNORE))
            .to(120);

    assertThat(launches(story, "from warm pool")).isEqualTo(expected.get("warmStarts").asInt());
    assertThat(launches(story, "a new EC2 instance: "))
        .isEqualTo(expected.get("coldStarts").asInt());
    assertThat(story.run.inService()).isEqualTo(given.get("newDesired").asInt());
  }

  private static int launches(Story story, String words) {
    return (int)
        story.run.launches().stream()
            .filter(launch -> launch.description().contains(words))
            .count();
  }
}
