package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.HookConsumer;
import io.headroom.autoscaling.lifecycle.HookResult;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.GroupOperation.Decrement;
import io.headroom.autoscaling.operations.GroupOperation.Deletion;
import io.headroom.autoscaling.operations.GroupOperation.Grace;
import io.headroom.autoscaling.operations.GroupOperation.Health;
import io.headroom.autoscaling.operations.GroupOperation.SetDesired;
import io.headroom.autoscaling.operations.GroupOperation.SetHealth;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What happens to instances, told by time, event and state. */
class LifecycleStoriesTest {
  private static final InstanceChoice FIRST = InstanceChoice.numbers(1);

  private static LifecycleHook hook(HookTransition transition, long seconds) {
    return LifecycleHook.of("hook", transition)
        .consumer(HookConsumer.after(Distribution.constant(Duration.ofSeconds(seconds))));
  }

  /** Fixed delays: decision 15 s, call 3 s, running after 16 s, drain 120 s, end 22 s. */
  private static Story behindLoadBalancer() {
    return new Story(new GroupFixture(), web().targetGroups(List.of("tg")));
  }

  @Test
  @Rule("autoscaling 28")
  @Rule("autoscaling T2")
  @Rule("autoscaling T3")
  @Rule("autoscaling 33.9")
  void scaleOut_passesTheHookAndRegistersBeforeItIsInService() {
    Story story =
        behindLoadBalancer()
            .hooks(hook(HookTransition.LAUNCHING, 30))
            .at(60, new SetDesired(3, Cooldown.IGNORE))
            .to(300);

    assertThat(story.lines())
        .containsExactly(
            "78 #3 Pending", "94 #3 Pending:Wait", "124 #3 Pending:Proceed", "124 #3 InService")
        .inOrder();
    assertThat(story.moves(3).get(2).registered()).isFalse();
    assertThat(story.moves(3).get(3).registered()).isTrue();
  }

  @Test
  @Rule("autoscaling 28")
  @Rule("autoscaling T7")
  @Rule("autoscaling T8")
  void scaleIn_drainsThenWaitsForTheHookThenEnds() {
    Story story =
        behindLoadBalancer()
            .with(settings -> settings.hooks(List.of(hook(HookTransition.TERMINATING, 40))))
            .at(30, new GroupOperation.Protect(InstanceChoice.numbers(2), true))
            .at(60, new SetDesired(1, Cooldown.IGNORE))
            .to(400);

    assertThat(story.lines())
        .containsExactly(
            "75 #1 Terminating",
            "195 #1 Terminating:Wait",
            "235 #1 Terminating:Proceed",
            "257 #1 Terminated")
        .inOrder();
  }

  @Test
  @Rule("autoscaling 28")
  @Rule("autoscaling 33.8")
  void unhealthyInstance_drainsWhileItsReplacementComes_protectedOrNot() {
    Story story =
        behindLoadBalancer()
            .with(settings -> settings.newInstances(LifecycleSettings.Protection.FROM_SCALE_IN))
            .at(60, new SetHealth(FIRST, Health.UNHEALTHY, Grace.IGNORE))
            .to(400);

    assertThat(story.lines())
        .containsExactly(
            "60 #1 Terminating", "63 #3 Pending", "92 #3 InService", "202 #1 Terminated")
        .inOrder();
  }

  @Test
  @Rule("autoscaling T11")
  @Rule("autoscaling T12")
  @Rule("autoscaling MA7")
  @Rule("autoscaling MA8")
  @Rule("autoscaling AC5")
  void standby_drainsAndComesBackWithoutHooks() {
    Story story =
        behindLoadBalancer()
            .hooks(hook(HookTransition.LAUNCHING, 30))
            .at(60, new GroupOperation.EnterStandby(FIRST, Decrement.DESIRED))
            .at(300, new GroupOperation.ExitStandby(FIRST))
            .to(400);

    assertThat(story.lines())
        .containsExactly(
            "60 #1 EnteringStandby", "180 #1 Standby", "300 #1 Pending", "303 #1 InService")
        .inOrder();
    assertThat(story.moves(1).get(1).registered()).isFalse();
    assertThat(story.moves(1).get(3).registered()).isTrue();
  }

  @Test
  @Rule("autoscaling T13")
  @Rule("autoscaling T14")
  @Rule("autoscaling MA5")
  @Rule("autoscaling MA6")
  @Rule("autoscaling PR5")
  void detachedInstance_runsOn_andIsAttachedAgainWithoutItsProtection() {
    Story story =
        behindLoadBalancer()
            .at(30, new GroupOperation.Protect(FIRST, true))
            .at(60, new GroupOperation.Detach(FIRST, Decrement.DESIRED))
            .at(300, new GroupOperation.Attach(1))
            .to(400);

    assertThat(story.lines())
        .containsExactly("60 #1 Detaching", "180 #1 Detached", "300 #1 Pending", "303 #1 InService")
        .inOrder();
    assertThat(story.group().members().in(LifecycleState.IN_SERVICE).get(1).isProtected())
        .isFalse();
  }

  @Test
  @Rule("autoscaling T15")
  void abandonedTerminateHook_keepsTheInstanceIfThePolicySaysSo() {
    LifecycleHook out = hook(HookTransition.TERMINATING, 10);
    Story story =
        Story.immediate(web())
            .hooks(out.consumer(out.consumer().abandoning(1)))
            .with(settings -> settings.retention(LifecycleSettings.Retention.RETAIN))
            .at(60, new GroupOperation.Terminate(FIRST, Decrement.NONE))
            .at(200, new GroupOperation.Terminate(FIRST, Decrement.NONE))
            .to(300);

    assertThat(story.states(1))
        .containsExactly("Terminating", "Terminating:Wait", "Terminating:Retained", "Terminated")
        .inOrder();
    assertThat(story.second(3, LifecycleState.IN_SERVICE)).isEqualTo(60);
  }

  @Test
  @Rule("autoscaling T5")
  @Rule("autoscaling HK8")
  @Rule("autoscaling HK15")
  void abandonedLaunches_areRetriedAfterGrowingWaits() {
    LifecycleHook in = hook(HookTransition.LAUNCHING, 10);
    Story story =
        Story.immediate(web())
            .hooks(in.consumer(in.consumer().abandoning(1)))
            .at(60, new SetDesired(3, Cooldown.IGNORE))
            .to(150);

    assertThat(story.second(3, LifecycleState.PENDING)).isEqualTo(60);
    assertThat(story.second(4, LifecycleState.PENDING)).isEqualTo(79);
    assertThat(story.second(5, LifecycleState.PENDING)).isEqualTo(107);
    assertThat(story.run.launches().get(0).statusMessage())
        .contains("was abandoned: Lifecycle Action Completed with ABANDON Result");
  }

  @Test
  @Rule("autoscaling HK16")
  void simpleScaling_waitsForTheHook() {
    ScriptedPolicy simple =
        ScriptedPolicy.of("simple", ScriptedPolicy.SIMPLE).at(100, 4).at(200, 4);
    Story story =
        Story.immediate(web().cooldown(Duration.ZERO).policies(List.of(simple)))
            .hooks(hook(HookTransition.LAUNCHING, 90))
            .at(60, new SetDesired(3, Cooldown.IGNORE))
            .to(200);

    assertThat(story.run.wish("simple", 0).obstacles())
        .containsExactly(Obstacle.ACTIVITY_IN_PROGRESS);
    assertThat(story.run.wish("simple", 1).obstacles()).isEmpty();
  }

  @Test
  @Rule("autoscaling HK11")
  @Rule("autoscaling HK12")
  void action_hasATokenAndEndsOnlyOnce() {
    Story story =
        Story.immediate(web())
            .hooks(hook(HookTransition.LAUNCHING, 600).consumer(HookConsumer.never()))
            .at(60, new SetDesired(3, Cooldown.IGNORE))
            .at(70, complete())
            .at(80, complete())
            .to(61);
    Hooks hooks = story.group().hooks();
    String token = hooks.token(story.run.instance(2), "hook").orElseThrow();
    assertThat(token).hasLength(36);
    assertThat(hooks.holding("hook", token)).hasValue(story.run.instance(2));

    story.to(90);
    assertThat(story.second(3, LifecycleState.IN_SERVICE)).isEqualTo(70);
    assertThat(story.refusals())
        .containsExactly("ValidationError: No active Lifecycle Action found with instance ID #3");
  }

  private static GroupOperation complete() {
    return new GroupOperation.CompleteAction(
        "hook", InstanceChoice.numbers(3), HookResult.CONTINUE);
  }

  @Test
  @Rule("autoscaling DEL1")
  void group_isDeletedOnlyWithoutInstances() {
    Story story =
        Story.immediate(web())
            .at(60, new GroupOperation.Delete(Deletion.ORDERLY))
            .at(70, new SetDesired(0, Cooldown.IGNORE))
            .at(80, new GroupOperation.Delete(Deletion.ORDERLY))
            .at(90, new SetDesired(1, Cooldown.IGNORE))
            .to(100);

    assertThat(story.refusals()).hasSize(2);
    assertThat(story.refusals().get(0)).startsWith("ResourceInUse: You cannot delete");
    assertThat(story.refusals().get(1)).contains("AutoScalingGroup name not found");
  }

  @Test
  @Rule("autoscaling DEL2")
  @Rule("autoscaling DEL3")
  void forcedDeletion_endsEverythingWithoutHooks() {
    Story story =
        Story.immediate(web())
            .hooks(hook(HookTransition.TERMINATING, 600))
            .with(settings -> settings.suspended(Set.of(ScalingProcess.TERMINATE)))
            .at(60, new GroupOperation.Delete(Deletion.FORCE))
            .to(61);

    assertThat(story.states(1)).containsExactly("Terminating", "Terminated").inOrder();
    assertThat(story.run.capacity().maximum()).isEqualTo(0);
    assertThat(story.to(900).run.ec2.live()).isEmpty();
  }

  @Test
  @Rule("autoscaling PR2")
  @Rule("autoscaling PR4")
  void protectedInstances_stayUntilTheProtectionIsLifted_thoughDesiredFalls() {
    Story story =
        Story.immediate(web())
            .with(settings -> settings.newInstances(LifecycleSettings.Protection.FROM_SCALE_IN))
            .at(60, new SetDesired(1, Cooldown.IGNORE))
            .at(120, new GroupOperation.Protect(FIRST, false))
            .to(100);
    assertThat(story.run.desired()).isEqualTo(1);
    assertThat(story.run.inService()).isEqualTo(2);
    assertThat(story.run.newest("reconcile").obstacles()).containsExactly(Obstacle.PROTECTED);
    assertThat(story.run.autoScaling.activities().get(0).description())
        .isEqualTo(
            "Could not scale to desired capacity because all remaining instances are protected"
                + " from scale-in.");

    assertThat(story.to(121).states(1)).containsExactly("Terminating", "Terminated").inOrder();
  }

  @Test
  @Rule("autoscaling TS3")
  void unhealthyInstance_isNotChosenAtAScaleIn() {
    Story story =
        Story.immediate(web())
            .with(settings -> settings.suspended(Set.of(ScalingProcess.REPLACE_UNHEALTHY)))
            .at(60, new SetHealth(FIRST, Health.UNHEALTHY, Grace.IGNORE))
            .at(70, new SetDesired(1, Cooldown.IGNORE))
            .to(100);

    assertThat(story.states(1)).isEmpty();
    assertThat(story.states(2)).containsExactly("Terminating", "Terminated").inOrder();
  }

  @Test
  @Rule("autoscaling HK14")
  void interruptedInstance_isGoneThoughAHookHoldsIt() {
    Story story = Story.immediate(web()).hooks(hook(HookTransition.TERMINATING, 600)).start();
    Member first = story.group().members().all().get(0);
    story.run.at(
        60,
        () ->
            story
                .group()
                .replacer()
                .terminateFirst(first, Replacement.of(Departure.SPOT_INTERRUPTION, "out.", "in.")));
    story.run.at(180, () -> story.run.ec2.terminate(first.instance()));

    assertThat(story.to(400).second(1, LifecycleState.TERMINATING_WAIT)).isEqualTo(60);
    assertThat(story.second(1, LifecycleState.TERMINATED)).isEqualTo(180);
  }

  @Test
  @Rule("autoscaling MA4")
  void instanceTerminatedInEc2_isReplaced() {
    Story story = Story.immediate(web()).at(65, new GroupOperation.TerminateInEc2(FIRST)).to(100);

    assertThat(story.second(1, LifecycleState.TERMINATING)).isEqualTo(70);
    assertThat(story.second(3, LifecycleState.IN_SERVICE)).isEqualTo(70);
    assertThat(story.run.desired()).isEqualTo(2);
  }

  @Test
  @Rule("autoscaling HC11")
  void unhealthyInstance_canBeSetHealthyWhileNothingReplacesIt() {
    Story story =
        Story.immediate(web())
            .with(settings -> settings.suspended(Set.of(ScalingProcess.REPLACE_UNHEALTHY)))
            .at(60, new SetHealth(FIRST, Health.UNHEALTHY, Grace.IGNORE))
            .at(90, new SetHealth(FIRST, Health.HEALTHY, Grace.IGNORE))
            .at(120, new GroupOperation.Resume(Set.of(ScalingProcess.REPLACE_UNHEALTHY)))
            .to(300);

    assertThat(story.lines()).isEmpty();
  }

  @Test
  @Rule("autoscaling HC9")
  @Rule("autoscaling 33.6")
  void gracePeriod_holdsOffTheUserButNotAStop() {
    Story story =
        Story.immediate(web().gracePeriod(Duration.ofMinutes(10)))
            .at(10, new SetDesired(4, Cooldown.IGNORE))
            .at(60, new SetHealth(InstanceChoice.numbers(3), Health.UNHEALTHY, Grace.RESPECT))
            .at(60, new GroupOperation.TerminateInEc2(InstanceChoice.numbers(4)))
            .to(300);

    assertThat(story.states(3)).containsExactly("Pending", "InService").inOrder();
    assertThat(story.states(4)).contains("Terminated");
    assertThat(story.run.newest("health check").saw()).isNotEmpty();
  }

  @Test
  @Rule("autoscaling SP1")
  void dayOfFailedLaunches_suspendsLaunch() {
    Story story = Story.immediate(web()).at(60, new SetDesired(3, Cooldown.IGNORE)).start();
    story.run.at(30, () -> GroupFixture.ZONES.forEach(story.run.ec2::failZone));
    story.to(86_400 + 2_000);

    assertThat(story.run.newest("launch").reason())
        .isEqualTo("EC2 Auto Scaling suspends the process Launch");
    int failures = story.run.launches().size();
    assertThat(story.to(200_000).run.launches()).hasSize(failures);
  }

  @Test
  @Rule("autoscaling LF6")
  void instanceThatDoesNotRunInTime_isReplaced() {
    Story story =
        new Story(new GroupFixture(GroupFixture.runningAfter(1_000), 7), web())
            .at(60, new SetDesired(3, Cooldown.IGNORE))
            .to(1_000);

    assertThat(story.second(3, LifecycleState.TERMINATING)).isEqualTo(960);
    assertThat(story.second(4, LifecycleState.PENDING)).isEqualTo(960);
  }

  @Test
  @Rule("autoscaling UP1")
  @Rule("autoscaling UP5")
  @Rule("autoscaling UP6")
  void update_keepsWhatItDoesNotName_andIsRefusedAsAWhole() {
    Story story =
        Story.immediate(web()).at(60, update("max", 1)).at(70, update("desired", 5)).to(100);

    assertThat(story.run.capacity().maximum()).isEqualTo(1);
    assertThat(story.run.desired()).isEqualTo(1);
    assertThat(story.refusals().get(0)).contains("Desired capacity:5 must be between");
  }

  private static GroupOperation update(String size, int value) {
    OptionalInt none = OptionalInt.empty();
    OptionalInt given = OptionalInt.of(value);
    return size.equals("max")
        ? GroupOperation.UpdateGroup.sizes(none, given, none)
        : GroupOperation.UpdateGroup.sizes(none, none, given);
  }
}
