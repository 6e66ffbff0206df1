package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.seconds;
import static io.headroom.autoscaling.GroupFixture.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.AutoScalingSettings.FallbackWarmup;
import io.headroom.autoscaling.lifecycle.HookConsumer;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.SetDesired;
import io.headroom.autoscaling.operations.OperationOutcome;
import io.headroom.sim.Distribution;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The checks of vectors about warm-up and cooldown. */
final class PacingVectors {
  private PacingVectors() {}

  private static Optional<Duration> duration(JsonNode given, String name) {
    return given.path(name).isNumber()
        ? Optional.of(Duration.ofSeconds(given.get(name).asLong()))
        : Optional.empty();
  }

  static void resolveWarmup(JsonNode given, JsonNode expected) {
    AutoScalingGroupSpec.Builder group = web();
    duration(given, "defaultInstanceWarmup").ifPresent(group::warmup);
    duration(given, "defaultCooldown").ifPresent(group::cooldown);
    Pacing pacing =
        new Pacing.Warmup(duration(given, "estimatedInstanceWarmup"), Pacing.ScaleIn.ALONE);

    assertThat(WarmupRule.of(pacing, group.build(), FallbackWarmup.COUNTED).length().toSeconds())
        .isEqualTo(expected.get("warmup").asLong());
  }

  static void metricInclusion(JsonNode given, JsonNode expected) {
    ScriptedPolicy grow = ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, 1);
    AutoScalingGroupSpec.Builder group = web().desired(0).policies(List.of(grow));
    duration(given, "defaultInstanceWarmup").ifPresent(group::warmup);
    if (given.get("launchHookSeconds").asInt() > 0) {
      group.lifecycle(
          LifecycleSettings.NONE.hooks(
              List.of(hook(HookTransition.LAUNCHING, given.get("launchHookSeconds").asLong()))));
    }
    GroupFixture run =
        new GroupFixture(GroupFixture.runningAfter(given.get("runningAt").asLong()), 7)
            .start(group);
    long inService = 60 + expected.get("inServiceAt").asLong();
    long counted = 60 + expected.get("countedFrom").asLong();

    assertThat(run.runTo(inService - 1).inService()).isEqualTo(0);
    assertThat(run.runTo(inService).inService()).isEqualTo(1);
    assertThat(run.runTo(counted).ec2.isCountedInGroupMetrics(run.instance(0))).isTrue();
  }

  static void cooldown(JsonNode given, JsonNode expected) {
    if (given.has("launch") || given.has("scaleIn")) {
      cooldownOfGroup(given, expected);
      return;
    }
    AutoScalingGroupSpec.Builder group = web();
    duration(given, "defaultCooldown").ifPresent(group::cooldown);
    Duration length =
        PacingRules.cooldown(new Pacing.Cooldown(duration(given, "policyCooldown")), group.build());
    CooldownClock clock = new CooldownClock();
    CapacityChange.Origin origin =
        new CapacityChange.Origin("test", WarmupRule.NONE, length, Optional.empty());
    List<Long> finished = new ArrayList<>();
    given.path("finish").forEach(second -> finished.add(second.asLong()));
    CapacityChange change = new CapacityChange(0, 0, finished.size(), origin);
    finished.forEach(second -> change.begin(1));
    finished.stream()
        .sorted()
        .filter(second -> change.finishOne(1))
        .forEach(second -> clock.start(second * SimTime.SECOND, change.origin().cooldown()));

    assertThat(seconds(clock.untilNanos())).isEqualTo(expected.get("cooldownUntil").asLong());
  }

  private static LifecycleHook hook(HookTransition transition, long seconds) {
    return LifecycleHook.of("hook", transition)
        .consumer(HookConsumer.after(Distribution.constant(Duration.ofSeconds(seconds))));
  }

  /** The vector's zero is 1:00 here; simple scaling waits until the cooldown is over. */
  private static void cooldownOfGroup(JsonNode given, JsonNode expected) {
    boolean launch = given.has("launch");
    long running = given.at("/launch/runningAt").asLong();
    long drain = given.at("/scaleIn/drainEnd").asLong();
    long hooked =
        launch
            ? given.at("/launch/hookCompletedAt").asLong() - running
            : given.at("/scaleIn/terminateHookEnd").asLong() - drain;
    HookTransition transition = launch ? HookTransition.LAUNCHING : HookTransition.TERMINATING;
    GroupFixture run =
        new GroupFixture(
                GroupFixture.runningAfter(running), 7, Duration.ofSeconds(launch ? 120 : drain))
            .settings(
                given.has("cooldownStartOnDrain")
                    ? AutoScalingSettings.DEFAULT.cooldownStartOnDrain(
                        AutoScalingSettings.CooldownStart.START)
                    : AutoScalingSettings.DEFAULT);
    long until = 60 + expected.get("cooldownUntil").asLong();
    AutoScalingGroupSpec.Builder group =
        web()
            .cooldown(Duration.ofSeconds(given.get("defaultCooldown").asLong()))
            .targetGroups(List.of("tg"));
    Story story =
        new Story(run, group)
            .hooks(hook(transition, hooked))
            .at(60, new SetDesired(launch ? 3 : 1, GroupOperation.Cooldown.IGNORE))
            .at(until - 1, new SetDesired(2, GroupOperation.Cooldown.HONOR))
            .at(until, new SetDesired(2, GroupOperation.Cooldown.HONOR));

    assertThat(story.to(until).outcomes().stream().map(OperationOutcome::accepted).toList())
        .isEqualTo(List.of(true, false, true));
  }

  /** The vector's zero is 1:00 here. */
  static void simplePolicy(JsonNode given, JsonNode expected) {
    int adjustment = given.get("adjustment").asInt();
    List<Long> invocations = new ArrayList<>();
    given.get("invocations").forEach(second -> invocations.add(60 + second.asLong()));
    Decider adjusting =
        context ->
            invocations.contains(seconds(context.nowNanos()))
                ? ScalingDecision.capacity(context.capacity().desired() + adjustment)
                : ScalingDecision.none("not invoked");
    AlarmedPolicy policy =
        new AlarmedPolicy(
            "simple",
            new Pacing.Cooldown(duration(given, "cooldown")),
            List.of(Trigger.every(Duration.ofSeconds(1))),
            adjusting);
    GroupFixture run =
        new GroupFixture(GroupFixture.runningAfter(given.get("launchDuration").asLong()), 7)
            .start(
                web()
                    .max(given.get("max").asInt())
                    .desired(given.get("capacity").asInt())
                    .policies(List.of(policy)))
            .runTo(600);

    List<Long> acted = new ArrayList<>();
    expected.get("actsAt").forEach(second -> acted.add(60 + second.asLong()));
    assertThat(
            run.ledger("simple").stream()
                .filter(entry -> !entry.wanted().equals(OptionalInt.empty()))
                .filter(entry -> entry.desiredAfter() != entry.desiredBefore())
                .map(entry -> seconds(entry.timeNanos()))
                .toList())
        .isEqualTo(acted);
    assertThat(run.desired()).isEqualTo(expected.get("desiredAfter").asInt());
  }
}
