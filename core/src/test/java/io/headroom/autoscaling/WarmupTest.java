package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;
import static io.headroom.autoscaling.ScriptedPolicy.WARMUP;

import io.headroom.autoscaling.AutoScalingSettings.FallbackWarmup;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Warm-up with fixed delays: a change at 1:00 is in service at 1:47. */
class WarmupTest {
  private static final ScriptedPolicy STEP = ScriptedPolicy.of("step", WARMUP).at(60, 3);

  private static ScriptedPolicy withOwnWarmup(ScriptedPolicy policy, long seconds) {
    Pacing own = new Pacing.Warmup(Optional.of(Duration.ofSeconds(seconds)), Pacing.ScaleIn.ALONE);
    return new ScriptedPolicy(policy.name(), own, policy.script());
  }

  private static GroupFixture started(AutoScalingGroupSpec.Builder group, ScriptedPolicy policy) {
    return new GroupFixture().start(group.policies(List.of(policy)));
  }

  @Test
  @Rule("autoscaling M4")
  @Rule("autoscaling M5")
  @Rule("autoscaling WU1")
  @Rule("autoscaling WU4")
  void warmupOfThePolicy_startsInService() {
    GroupFixture run = started(web(), withOwnWarmup(STEP, 100));

    assertThat(run.runTo(206).capacity().warm()).isEqualTo(2);
    assertThat(run.capacity().inService()).isEqualTo(3);
    assertThat(run.runTo(207).capacity().warm()).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling MT1")
  @Rule("autoscaling WU5")
  void warmingInstance_isNotPartOfTheGroupsMetrics() {
    GroupFixture run = started(web().warmup(Duration.ofSeconds(100)), STEP);

    assertThat(run.runTo(206).ec2.isCountedInGroupMetrics(run.instance(2))).isFalse();
    assertThat(run.runTo(207).ec2.isCountedInGroupMetrics(run.instance(2))).isTrue();
  }

  @Test
  @Rule("autoscaling WU1")
  @Rule("autoscaling WU8a")
  void defaultCooldown_warmsUpInTheOpenIfNothingElseIsSet() {
    GroupFixture run = started(web(), STEP);

    assertThat(run.runTo(107).ec2.isCountedInGroupMetrics(run.instance(2))).isTrue();
    assertThat(run.runTo(406).capacity().warm()).isEqualTo(2);
    assertThat(run.runTo(407).capacity().warm()).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling C11")
  void defaultCooldown_hidesTheInstanceInTheOtherReading() {
    GroupFixture run =
        new GroupFixture()
            .settings(AutoScalingSettings.DEFAULT.fallbackWarmup(FallbackWarmup.HIDDEN))
            .start(web().policies(List.of(STEP)));

    assertThat(run.runTo(406).ec2.isCountedInGroupMetrics(run.instance(2))).isFalse();
    assertThat(run.runTo(407).ec2.isCountedInGroupMetrics(run.instance(2))).isTrue();
  }

  @Test
  @Rule("autoscaling WU3")
  void zeroWarmup_isNotTheSameAsNone() {
    assertThat(started(web().warmup(Duration.ZERO), STEP).runTo(107).capacity().warm())
        .isEqualTo(3);
  }

  @Test
  @Rule("autoscaling WU2")
  void otherLaunches_warmUpByTheDefaultOnly() {
    ScriptedPolicy immediate = new ScriptedPolicy("now", Pacing.IMMEDIATE, STEP.script());

    assertThat(started(web(), immediate).runTo(107).capacity().warm()).isEqualTo(3);
    assertThat(
            started(web().warmup(Duration.ofSeconds(50)), immediate).runTo(156).capacity().warm())
        .isEqualTo(2);
  }

  @Test
  @Rule("autoscaling WU7")
  @Rule("autoscaling ST10")
  void scaleIn_waitsForPendingAndWarmingInstances() {
    ScriptedPolicy policy = withOwnWarmup(STEP, 100);
    for (long second : List.of(90L, 206L, 207L)) {
      policy = policy.at(second, ScalingDecision.atMost(1, "shrink"));
    }
    GroupFixture run = started(web(), policy);

    assertThat(run.runTo(90).newest("step").obstacles()).containsExactly(Obstacle.WARMUP);
    assertThat(run.runTo(206).newest("step").obstacles()).containsExactly(Obstacle.WARMUP);
    assertThat(run.desired()).isEqualTo(3);
    assertThat(run.runTo(207).desired()).isEqualTo(1);
  }

  @Test
  @Rule("autoscaling WU7")
  void pendingReplacement_doesNotBlockScaleIn() {
    ScriptedPolicy policy = ScriptedPolicy.of("step", WARMUP).at(115, 1);
    GroupFixture run = started(web(), policy);
    run.at(101, () -> run.ec2.terminate(run.instance(0)));

    assertThat(run.runTo(114).capacity().pending()).isEqualTo(1);
    assertThat(run.runTo(115).desired()).isEqualTo(1);
  }

  @Test
  @Rule("autoscaling ST9")
  @Rule("autoscaling TT18")
  void repeatedBreach_isComparedWithDesired() {
    ScriptedPolicy policy =
        STEP.at(70, ScalingDecision.atLeast(3, "again")).at(80, ScalingDecision.atLeast(5, "more"));
    GroupFixture run = started(web(), policy);

    assertThat(run.runTo(70).newest("step").obstacles()).containsExactly(Obstacle.ALREADY_DESIRED);
    assertThat(run.runTo(80).desired()).isEqualTo(5);
    assertThat(run.runTo(120).launches()).hasSize(3);
  }

  @Test
  @Rule("autoscaling WU9")
  void launchByTwoPolicies_takesTheLongerWarmup() {
    ScriptedPolicy shorter = withOwnWarmup(STEP, 50);
    ScriptedPolicy longer = withOwnWarmup(ScriptedPolicy.of("the longer", WARMUP).at(60, 3), 100);
    GroupFixture run = new GroupFixture().start(web().policies(List.of(shorter, longer)));

    assertThat(run.runTo(206).capacity().warm()).isEqualTo(2);
    assertThat(run.runTo(207).capacity().warm()).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling WU6")
  void scheduledChange_isNotBlockedByWarmup() {
    ScriptedPolicy policy = withOwnWarmup(STEP, 500);
    ScheduledAction action = ScheduledActionTest.desired("night", 1, 200);
    GroupFixture run =
        new GroupFixture().start(web().policies(List.of(policy)).scheduledActions(List.of(action)));

    assertThat(run.runTo(200).desired()).isEqualTo(1);
  }
}
