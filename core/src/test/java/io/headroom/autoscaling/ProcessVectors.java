package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static io.headroom.autoscaling.GroupFixture.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.GroupOperation.Decrement;
import io.headroom.autoscaling.operations.GroupOperation.Deletion;
import io.headroom.autoscaling.operations.GroupOperation.SetDesired;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.Statistic;
import io.headroom.elb.TargetHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The checks of vectors about suspended processes, protection and the invocations of policies. The
 * event comes at 1:00 to a group of 2; the processes are resumed at 5:00.
 */
final class ProcessVectors {
  private static final Map<String, GroupOperation> EVENTS =
      Map.of(
          "scaleOutAlarm", new SetDesired(3, Cooldown.IGNORE),
          "scaleInAlarm", new SetDesired(1, Cooldown.IGNORE),
          "unhealthyInstance", unhealthy(),
          "attachInstance", new GroupOperation.Attach(1),
          "exitStandby", new GroupOperation.ExitStandby(InstanceChoice.oldest(1)),
          "detachInstance", new GroupOperation.Detach(InstanceChoice.oldest(1), Decrement.DESIRED),
          "enterStandby",
              new GroupOperation.EnterStandby(InstanceChoice.oldest(1), Decrement.DESIRED),
          "forceDelete", new GroupOperation.Delete(Deletion.FORCE));

  private ProcessVectors() {}

  private static GroupOperation unhealthy() {
    return new GroupOperation.SetHealth(
        InstanceChoice.oldest(1), GroupOperation.Health.UNHEALTHY, GroupOperation.Grace.IGNORE);
  }

  private static Set<ScalingProcess> processes(JsonNode names) {
    Set<ScalingProcess> processes = EnumSet.noneOf(ScalingProcess.class);
    names.forEach(name -> processes.add(ScalingProcess.named(name.asText()).orElseThrow()));
    return processes;
  }

  static void suspended(JsonNode given, JsonNode expected) {
    String event = given.get("event").asText();
    if (SuspendedReplacements.knows(event)) {
      SuspendedReplacements.check(event, processes(given.get("processes")), given, expected);
      return;
    }
    AutoScalingGroupSpec.Builder group = web().targetGroups(List.of("tg"));
    if (event.equals("scheduledActionDue")) {
      group.schedule(
          new ScheduledAction(
              "due",
              notBefore ->
                  Optional.of(GroupFixture.START.plusSeconds(60))
                      .filter(due -> !due.isBefore(notBefore)),
              OptionalInt.empty(),
              OptionalInt.empty(),
              OptionalInt.of(3)));
    }
    Story story = Story.immediate(group);
    if (event.equals("exitStandby")) {
      story.at(10, Objects.requireNonNull(EVENTS.get("enterStandby")));
    }
    Set<ScalingProcess> processes = processes(given.get("processes"));
    story.at(50, new GroupOperation.Suspend(processes));
    if (EVENTS.containsKey(event)) {
      story.at(60, Objects.requireNonNull(EVENTS.get(event)));
    }
    story.at(300, new GroupOperation.Resume(processes)).to(299);
    whileSuspended(story, expected);
    int launches = story.run.launches().size();
    int terminations = story.run.terminations().size();
    int desired = story.run.desired();
    story.to(600);
    number(expected, "launchesOnResume", story.run.launches().size() - launches);
    number(expected, "terminationsOnResume", story.run.terminations().size() - terminations);
    number(expected, "registrationsOnResume", registered(story, 3));
    if (expected.has("appliedOnResume")) {
      assertThat(story.run.desired() != desired)
          .isEqualTo(expected.get("appliedOnResume").asBoolean());
    }
  }

  private static void whileSuspended(Story story, JsonNode expected) {
    number(expected, "launches", story.run.launches().size());
    number(expected, "terminations", story.run.terminations().size());
    number(expected, "registrations", registered(story, 3));
    if (expected.has("markedUnhealthy")) {
      assertThat(story.group().members().all().get(0).isHealthy())
          .isEqualTo(!expected.get("markedUnhealthy").asBoolean());
    }
    if (expected.has("allowed")) {
      assertThat(story.refusals().isEmpty()).isEqualTo(expected.get("allowed").asBoolean());
    }
    if (expected.has("applied")) {
      assertThat(story.run.desired() == 3).isEqualTo(expected.get("applied").asBoolean());
    }
  }

  private static void number(JsonNode expected, String name, int actual) {
    if (expected.has(name)) {
      assertWithMessage(name).that(actual).isEqualTo(expected.get(name).asInt());
    }
  }

  /** One if the target group knows the n-th launch. */
  private static int registered(Story story, int number) {
    return story.run.ec2.instances().stream()
            .filter(instance -> instance.ordinal() == number)
            .anyMatch(each -> story.run.targetGroup().health(each) != TargetHealth.UNUSED)
        ? 1
        : 0;
  }

  static void alarmWhileSuspended(JsonNode given, JsonNode expected) {
    AlarmSpec alarm =
        AlarmSpec.when(GroupFixture.LOAD, Statistic.AVERAGE).isAbove(10).named("high").build();
    AlarmedPolicy step =
        AlarmedPolicy.of(
            "step",
            ScriptedPolicy.WARMUP,
            alarm,
            context -> ScalingDecision.atLeast(context.capacity().desired() + 1, "one more"));
    Set<ScalingProcess> processes = processes(given.get("suspended"));
    long resumeAt = given.get("resumeAt").asLong();
    Story story =
        Story.immediate(
                web()
                    .max(given.get("max").asInt())
                    .desired(given.get("capacity").asInt())
                    .cooldown(Duration.ofHours(1))
                    .policies(List.of(step)))
            .with(settings -> settings.suspended(processes))
            .at(resumeAt, new GroupOperation.Resume(processes))
            .start();
    story.run.load(50, 0, resumeAt + 70);

    assertThat(story.to(resumeAt - 1).run.desired())
        .isEqualTo(expected.get("desiredBeforeResume").asInt());
    assertThat(story.run.alarms.alarm("high").orElseThrow().state()).isEqualTo(AlarmState.ALARM);
    assertThat(story.to(resumeAt + 59).run.desired())
        .isEqualTo(expected.get("desiredAfterNextInvocation").asInt());
  }

  /** The alarm is off for five minutes; seconds count from its transition. */
  static void alarmInvocations(JsonNode given, JsonNode expected) {
    boolean scales = given.get("action").asText().equals("autoscaling");
    String action = scales ? "auto-scaling" : "arn:aws:sns:us-east-1:123456789012:topic";
    GroupFixture run = new GroupFixture();
    run.start(web());
    List<Long> invoked = new ArrayList<>();
    AlarmSpec alarm =
        AlarmSpec.when(GroupFixture.LOAD, Statistic.AVERAGE)
            .isAbove(10)
            .named("high")
            .on(AlarmState.ALARM, List.of(action))
            .build();
    run.alarms.add(
        alarm, (name, evaluation) -> invoked.add(GroupFixture.seconds(run.simulator.nowNanos())));
    run.load(50, 60, 360).load(1, 360, 900).runTo(900);

    long first = invoked.get(0);
    List<Integer> seconds = new ArrayList<>();
    expected.get("invocationSeconds").forEach(second -> seconds.add(second.asInt()));
    assertThat(invoked.stream().map(second -> Math.toIntExact(second - first)).toList())
        .isEqualTo(seconds);
  }

  static void protectionHolds(JsonNode given, JsonNode expected) {
    String event = given.get("event").asText();
    Departure departure =
        switch (event) {
          case "azRebalance" -> Departure.ZONE_REBALANCE;
          case "maxLifetime" -> Departure.LIFETIME;
          case "spotInterruption" -> Departure.SPOT_INTERRUPTION;
          default -> Departure.SCALE_IN;
        };
    boolean isProtected =
        departure == Departure.SCALE_IN ? !leaves(event) : departure.respectsProtection();

    assertThat(isProtected).isEqualTo(expected.get("protected").asBoolean());
  }

  /** Whether one of two protected instances leaves. */
  private static boolean leaves(String event) {
    GroupOperation operation =
        switch (event) {
          case "scaleIn" -> new SetDesired(1, Cooldown.IGNORE);
          case "healthReplacement" -> unhealthy();
          case "terminateApi" ->
              new GroupOperation.Terminate(InstanceChoice.oldest(1), Decrement.NONE);
          default -> new GroupOperation.TerminateInEc2(InstanceChoice.oldest(1));
        };
    Story story =
        Story.immediate(web())
            .with(each -> each.newInstances(LifecycleSettings.Protection.FROM_SCALE_IN))
            .at(60, operation)
            .to(120);
    assertThat(story.refusals()).isEmpty();
    return story.lines().stream()
        .anyMatch(line -> line.endsWith(LifecycleState.TERMINATED.awsName()));
  }

  /** A cooldown runs from 0:10 on; each kind wants to act at 1:10. */
  static void blockedByCooldown(JsonNode given, JsonNode expected) {
    for (JsonNode kind : given.get("kinds")) {
      assertWithMessage(kind.asText())
          .that(isBlocked(kind.asText()))
          .isEqualTo(expected.at("/blocked/" + kind.asText()).asBoolean());
    }
  }

  private static boolean isBlocked(String kind) {
    AutoScalingGroupSpec.Builder group = web();
    Story story = Story.immediate(group).at(10, new SetDesired(3, Cooldown.IGNORE));
    switch (kind) {
      case "SimpleScaling" -> group.policies(List.of(wish(ScriptedPolicy.SIMPLE)));
      case "StepScaling" -> group.policies(List.of(wish(ScriptedPolicy.WARMUP)));
      case "TargetTrackingScaling" ->
          group.policies(
              List.of(wish(new Pacing.Warmup(Optional.empty(), Pacing.ScaleIn.UNANIMOUS))));
      case "ScheduledAction" ->
          group.schedule(
              new ScheduledAction(
                  "due",
                  notBefore ->
                      Optional.of(GroupFixture.START.plusSeconds(70))
                          .filter(due -> !due.isBefore(notBefore)),
                  OptionalInt.empty(),
                  OptionalInt.empty(),
                  OptionalInt.of(4)));
      case "HealthReplacement" -> story.at(70, unhealthy());
      default -> story.at(70, new SetDesired(4, Cooldown.IGNORE));
    }
    story.to(120);
    return story.states(4).isEmpty();
  }

  private static ScriptedPolicy wish(Pacing pacing) {
    return ScriptedPolicy.of("wish", pacing).at(70, 4);
  }
}
