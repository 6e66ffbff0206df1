package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;
import static io.headroom.autoscaling.ScriptedPolicy.SIMPLE;
import static io.headroom.autoscaling.ScriptedPolicy.WARMUP;

import io.headroom.autoscaling.lifecycle.HookConsumer;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Cooldown with fixed delays: a change at 1:00 is in service at 1:47, so that 300 s end at 6:47.
 */
class CooldownTest {
  private static GroupFixture started(AutoScalingGroupSpec.Builder group, ScriptedPolicy... all) {
    return new GroupFixture().start(group.policies(List.of(all)));
  }

  private static ScriptedPolicy simple(long... seconds) {
    ScriptedPolicy policy = ScriptedPolicy.of("simple", SIMPLE);
    for (int i = 0; i < seconds.length; i++) {
      policy = policy.at(seconds[i], 3 + i);
    }
    return policy;
  }

  @Test
  @Rule("autoscaling 18")
  @Rule("autoscaling CD1")
  @Rule("autoscaling CD2")
  void activity_holdsSimpleScalingBackUntilItIsDone() {
    GroupFixture run = started(web().cooldown(Duration.ZERO), simple(60, 106)).runTo(106);

    assertThat(run.desired()).isEqualTo(3);
    assertThat(run.newest("simple").obstacles()).containsExactly(Obstacle.ACTIVITY_IN_PROGRESS);
    assertThat(run.runTo(300).desired()).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling CD12")
  void zeroCooldown_onlyWaitsForTheActivity() {
    GroupFixture run = started(web().cooldown(Duration.ZERO), simple(60, 108)).runTo(108);

    assertThat(run.desired()).isEqualTo(4);
  }

  @Test
  @Rule("autoscaling CD3")
  @Rule("autoscaling CD7")
  void cooldown_startsWhenTheInstanceIsInService() {
    GroupFixture run = started(web(), simple(60, 406)).runTo(406);
    assertThat(run.newest("simple").obstacles()).containsExactly(Obstacle.COOLDOWN);

    assertThat(started(web(), simple(60, 407)).runTo(407).desired()).isEqualTo(4);
  }

  @Test
  @Rule("autoscaling CD7")
  void cooldownOfThePolicy_goesBeforeThatOfTheGroup() {
    ScriptedPolicy own = simple(60, 207);
    ScriptedPolicy policy =
        new ScriptedPolicy(
            "simple", new Pacing.Cooldown(Optional.of(Duration.ofSeconds(100))), own.script());

    assertThat(started(web(), policy).runTo(207).desired()).isEqualTo(4);
  }

  @Test
  @Rule("autoscaling CD5")
  void scaleInBehindLoadBalancer_startsCooldownWhenDrainingEnds() {
    ScriptedPolicy shrink = ScriptedPolicy.of("simple", SIMPLE).at(60, 1);
    AutoScalingGroupSpec.Builder group = web().targetGroups(List.of("tg"));

    GroupFixture early = started(group, shrink.at(494, 3)).runTo(494);
    assertThat(early.newest("simple").obstacles()).containsExactly(Obstacle.COOLDOWN);

    GroupFixture late = started(group, shrink.at(495, 3)).runTo(495);
    assertThat(late.desired()).isEqualTo(3);
  }

  /** Without the hook the instance is in service at 1:47. */
  @Test
  @Rule("autoscaling CD4")
  void launchHook_letsTheCooldownStartWhenTheInstanceIsInService() {
    LifecycleHook hook =
        LifecycleHook.of("launch", HookTransition.LAUNCHING)
            .consumer(after(Duration.ofSeconds(90)));
    AutoScalingGroupSpec.Builder group =
        web().lifecycle(LifecycleSettings.NONE.hooks(List.of(hook)));
    ScalingActivity launch = started(group, simple(60)).runTo(600).launches().get(0);
    long inService = GroupFixture.endSecond(launch);
    assertThat(inService).isAtLeast(107 + 60);
    long last = inService + 299;

    GroupFixture early = started(group, simple(60, last)).runTo(last);
    assertThat(early.newest("simple").obstacles()).containsExactly(Obstacle.COOLDOWN);
    assertThat(started(group, simple(60, last + 1)).runTo(last + 1).desired()).isEqualTo(4);
  }

  /** Without a load balancer the instance waits at once, at 1:15; the hook lasts ten minutes. */
  @Test
  @Rule("autoscaling CD6")
  void terminateHookWithoutLoadBalancer_letsTheCooldownStartAtTheWait() {
    LifecycleHook hook =
        LifecycleHook.of("drain", HookTransition.TERMINATING)
            .consumer(after(Duration.ofSeconds(200)));
    AutoScalingGroupSpec.Builder group =
        web()
            .cooldown(Duration.ofSeconds(250))
            .lifecycle(LifecycleSettings.NONE.hooks(List.of(hook)));
    ScriptedPolicy shrink = ScriptedPolicy.of("simple", SIMPLE).at(60, 1);

    GroupFixture early = started(group, shrink.at(324, 3)).runTo(324);
    assertThat(early.newest("simple").obstacles()).containsExactly(Obstacle.COOLDOWN);
    assertThat(started(group, shrink.at(325, 3)).runTo(325).desired()).isEqualTo(3);
  }

  private static HookConsumer after(Duration length) {
    return new HookConsumer(
        HookConsumer.Moment.WAIT, Distribution.constant(length), 0, Optional.empty());
  }

  @Test
  @Rule("autoscaling C4")
  void scaleInBehindLoadBalancer_startsCooldownWithDrainingInTheOtherReading() {
    AutoScalingSettings start =
        AutoScalingSettings.DEFAULT.cooldownStartOnDrain(AutoScalingSettings.CooldownStart.START);
    ScriptedPolicy shrink = ScriptedPolicy.of("simple", SIMPLE).at(60, 1).at(374, 3).at(375, 3);
    GroupFixture run =
        new GroupFixture()
            .settings(start)
            .start(web().targetGroups(List.of("tg")).policies(List.of(shrink)));

    assertThat(run.runTo(374).newest("simple").obstacles()).containsExactly(Obstacle.COOLDOWN);
    assertThat(run.runTo(375).desired()).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling CD8")
  @Rule("autoscaling 33.7")
  @Rule("autoscaling CD10")
  @Rule("autoscaling ST8")
  @Rule("autoscaling TT20")
  void stepScaling_startsACooldownButDoesNotWaitForOne() {
    ScriptedPolicy step = ScriptedPolicy.of("step", WARMUP).at(60, 3).at(120, 4);
    GroupFixture run = started(web(), step, simple(200)).runTo(200);

    assertThat(run.wish("step", 0).desiredAfter()).isEqualTo(3);
    assertThat(run.desired()).isEqualTo(4);
    assertThat(run.newest("simple").obstacles()).containsExactly(Obstacle.COOLDOWN);
  }

  @Test
  @Rule("autoscaling MP7")
  void simplePolicy_doesNotCompeteWhileItIsHeldBack() {
    ScriptedPolicy step = ScriptedPolicy.of("step", WARMUP).at(70, 4);
    ScriptedPolicy simple = ScriptedPolicy.of("simple", SIMPLE).at(60, 3).at(70, 9);
    GroupFixture run = started(web(), step, simple).runTo(70);

    assertThat(run.desired()).isEqualTo(4);
  }
}
