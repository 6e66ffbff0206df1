package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.autoscaling.lifecycle.HookConsumer;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec.PoolState;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.GroupOperation.Cooldown;
import io.headroom.autoscaling.operations.GroupOperation.Decrement;
import io.headroom.autoscaling.operations.GroupOperation.SetDesired;
import io.headroom.autoscaling.operations.InstanceChoice;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Warm pools of a group of 2 that may grow to 4; restart takes 20 s, a boot 60 s. */
class WarmPoolTest {
  private static WarmPoolSpec pool(PoolState state) {
    return WarmPoolSpec.of(state).restart(Distribution.constant(Duration.ofSeconds(20)));
  }

  private static Story story(WarmPoolSpec pool) {
    return Story.immediate(web().max(4)).with(settings -> settings.warmPool(pool));
  }

  private static int pooled(Story story) {
    return story.group().members().census().instances(Kind.WARMED);
  }

  @Test
  @Rule("autoscaling WP1")
  @Rule("autoscaling WP2")
  @Rule("autoscaling WP9")
  void pool_isFullAtTheStart_andNoCapacity() {
    Story story = story(pool(PoolState.STOPPED)).to(0);

    assertThat(pooled(story)).isEqualTo(2);
    assertThat(story.run.capacity()).isEqualTo(new GroupCapacity(0, 4, 2, 2, 2, 0, 0));
    assertThat(story.run.instance(2).state().name()).isEqualTo("STOPPED");
  }

  @Test
  @Rule("autoscaling WP4")
  @Rule("autoscaling WP14")
  void scaleOut_startsAStoppedInstance_whichAnswersAfterItsRestart() {
    Story story = story(pool(PoolState.STOPPED)).at(60, new SetDesired(3, Cooldown.IGNORE)).to(85);

    assertThat(story.lines()).containsExactly("60 #3 Pending", "60 #3 InService").inOrder();
    assertThat(story.run.instance(2).answeringNanos()).isEqualTo(80_000_000_000L);
    assertThat(pooled(story)).isEqualTo(1);
    assertThat(story.run.launches().get(0).description()).contains("from warm pool");
  }

  @Test
  @Rule("autoscaling WP6")
  void scaleIn_terminatesAndThePoolIsFilledWithNewInstances() {
    Story story = story(pool(PoolState.STOPPED)).at(60, new SetDesired(1, Cooldown.IGNORE)).to(100);

    assertThat(story.run.terminations()).hasSize(1);
    assertThat(story.states(5)).containsExactly("Warmed:Pending", "Warmed:Stopped").inOrder();
    assertThat(pooled(story)).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling WP6")
  void reuse_bringsTheInstanceBackThroughTheTerminateHook() {
    LifecycleHook out =
        LifecycleHook.of("out", HookTransition.TERMINATING)
            .consumer(HookConsumer.after(Distribution.constant(Duration.ofSeconds(30))));
    Story story =
        story(pool(PoolState.HIBERNATED).reuse(WarmPoolSpec.Reuse.ON_SCALE_IN))
            .hooks(out)
            .at(60, new SetDesired(1, Cooldown.IGNORE))
            .to(200);
    int returned = story.states(1).isEmpty() ? 2 : 1;

    assertThat(story.lines())
        .containsExactly(
            "60 #%d Warmed:Pending".formatted(returned),
            "60 #%d Warmed:Pending:Wait".formatted(returned),
            "90 #%d Warmed:Pending:Proceed".formatted(returned),
            "90 #%d Warmed:Hibernated".formatted(returned))
        .inOrder();
    assertThat(story.run.terminations()).isEmpty();
    assertThat(pooled(story)).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling WP7")
  void smallerMaximum_dropsTheSurplus() {
    Story story =
        story(pool(PoolState.RUNNING))
            .at(
                60,
                GroupOperation.UpdateGroup.sizes(
                    OptionalInt.empty(), OptionalInt.of(3), OptionalInt.empty()))
            .to(100);

    assertThat(pooled(story)).isEqualTo(1);
    assertThat(story.lines().get(1)).endsWith("Warmed:Terminated");
  }

  @Test
  @Rule("autoscaling WP8")
  void brokenInstance_isNotNoticedInThePool() {
    Story story = story(pool(PoolState.RUNNING)).start();
    story.run.at(60, () -> GroupFixture.ZONES.forEach(story.run.ec2::failZone));
    story.to(300);

    assertThat(story.states(3)).isEmpty();
    assertThat(story.states(4)).isEmpty();
  }

  @Test
  @Rule("autoscaling WP15")
  void terminationOfAPoolInstance_isRefused() {
    Story story =
        story(pool(PoolState.STOPPED))
            .at(60, new GroupOperation.Terminate(InstanceChoice.numbers(3), Decrement.NONE))
            .to(61);

    assertThat(story.refusals().get(0))
        .isEqualTo("ValidationError: instance #3: is Warmed:Stopped, not InService");
    assertThat(pooled(story)).isEqualTo(2);
  }

  @Test
  @Rule("autoscaling WP3")
  void launchHookThatWaitsForTheApplication_preparesInstances() {
    LifecycleHook in = LifecycleHook.of("in", HookTransition.LAUNCHING);
    Story story =
        story(pool(PoolState.STOPPED).minimum(1))
            .hooks(in)
            .at(10, new SetDesired(4, Cooldown.IGNORE))
            .at(300, new SetDesired(3, Cooldown.IGNORE))
            .at(500, new SetDesired(4, Cooldown.IGNORE))
            .to(700);

    assertThat(story.second(5, LifecycleState.WARMED_PENDING_WAIT)).isEqualTo(10);
    assertThat(story.second(5, LifecycleState.WARMED_STOPPED)).isEqualTo(70);
    assertThat(story.second(5, LifecycleState.PENDING)).isEqualTo(500);
    assertThat(story.second(5, LifecycleState.IN_SERVICE)).isEqualTo(520);
  }

  @Test
  void suspendedLaunch_leavesThePoolAsItIs() {
    Story story =
        story(pool(PoolState.STOPPED))
            .with(settings -> settings.suspended(Set.of(ScalingProcess.LAUNCH)))
            .at(60, new SetDesired(1, Cooldown.IGNORE))
            .at(200, new GroupOperation.Resume(Set.of(ScalingProcess.LAUNCH)))
            .to(199);

    assertThat(pooled(story)).isEqualTo(2);
    assertThat(story.run.newest("warm pool").obstacles())
        .isEqualTo(List.of(Obstacle.PROCESS_SUSPENDED));
    assertThat(pooled(story.to(220))).isEqualTo(3);
  }

  @Test
  void pool_publishesItsMetrics() {
    Story story =
        new Story(
                new GroupFixture(),
                web().max(4).groupMetrics(AutoScalingGroupSpec.GroupMetrics.ENABLED))
            .with(settings -> settings.warmPool(pool(PoolState.STOPPED)))
            .to(200);

    assertThat(HookVectors.value(story.run, "WarmPoolWarmedCapacity")).isEqualTo(2.0);
    assertThat(HookVectors.value(story.run, "GroupAndWarmPoolTotalCapacity")).isEqualTo(4.0);
  }
}
