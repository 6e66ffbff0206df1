package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;
import static io.headroom.autoscaling.ScriptedPolicy.WARMUP;

import io.headroom.testing.Rule;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PolicyArbiterTest {
  private static final Pacing NEVER_IN =
      new Pacing.Warmup(Optional.empty(), Pacing.ScaleIn.DISABLED);

  private static GroupFixture decided(ScriptedPolicy... policies) {
    return new GroupFixture().start(web().min(2).desired(4).policies(List.of(policies))).runTo(60);
  }

  private static ScriptedPolicy wants(String name, int capacity) {
    return ScriptedPolicy.of(name, WARMUP).at(60, capacity);
  }

  @Test
  @Rule("autoscaling MP1")
  @Rule("autoscaling MP2")
  void largestCapacity_wins() {
    GroupFixture run = decided(wants("one", 5), wants("two", 6), wants("in", 3));

    assertThat(run.desired()).isEqualTo(6);
    assertThat(run.newest("one").obstacles()).containsExactly(Obstacle.LARGER_DECISION);
    assertThat(run.newest("in").obstacles()).containsExactly(Obstacle.LARGER_DECISION);
    assertThat(run.newest("two").obstacles()).isEmpty();
  }

  @Test
  @Rule("autoscaling MP1")
  @Rule("autoscaling 33.5")
  void largestCapacity_winsOnTheWayInToo() {
    assertThat(decided(wants("one", 2), wants("two", 3)).desired()).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling MP8")
  void equalWishes_areTheFirstNames() {
    GroupFixture run = decided(wants("b", 5), wants("a", 5)).runTo(80);

    assertThat(run.launches().get(0).cause()).contains("triggered policy a changing");
  }

  @Test
  @Rule("autoscaling AL7")
  @Rule("autoscaling AL8")
  void wish_isClampedToTheLimits() {
    GroupFixture above = decided(wants("out", 12));
    assertThat(above.desired()).isEqualTo(10);
    assertThat(above.newest("out").obstacles()).containsExactly(Obstacle.MAXIMUM);
    assertThat(above.newest("out").wanted().getAsInt()).isEqualTo(12);

    GroupFixture below = decided(wants("in", 0));
    assertThat(below.desired()).isEqualTo(2);
    assertThat(below.newest("in").obstacles()).containsExactly(Obstacle.MINIMUM);
  }

  @Test
  @Rule("autoscaling AL9")
  void desiredCapacity_isNoActivity() {
    GroupFixture run = decided(wants("same", 4)).runTo(200);

    assertThat(run.newest("same").reason()).isEqualTo("nothing to do");
    assertThat(run.wish("same", 0).obstacles()).containsExactly(Obstacle.ALREADY_DESIRED);
    assertThat(run.autoScaling.activities()).isEmpty();
  }

  @Test
  void exactWishForWhatIsThere_holdsOffAScaleIn() {
    GroupFixture run = decided(wants("same", 4), wants("in", 3));

    assertThat(run.desired()).isEqualTo(4);
    assertThat(run.newest("in").obstacles()).containsExactly(Obstacle.LARGER_DECISION);
  }

  @Test
  void wishForAtLeastWhatIsThere_lowersNothingAndHoldsOffNothing() {
    ScriptedPolicy atLeast =
        ScriptedPolicy.of("out", WARMUP).at(60, ScalingDecision.atLeast(3, "enough"));

    assertThat(decided(atLeast).desired()).isEqualTo(4);
    assertThat(decided(atLeast, wants("in", 2)).desired()).isEqualTo(2);
  }

  @Test
  @Rule("autoscaling TT5")
  void policyWithoutScaleIn_neverLowers() {
    ScriptedPolicy policy = ScriptedPolicy.of("tracking", NEVER_IN).at(60, 3);
    GroupFixture run = decided(policy);

    assertThat(run.desired()).isEqualTo(4);
    assertThat(run.newest("tracking").obstacles()).containsExactly(Obstacle.SCALE_IN_DISABLED);
  }

  @Test
  void decisionWithAnObstacle_isWrittenDown() {
    ScriptedPolicy policy =
        ScriptedPolicy.of("step", WARMUP)
            .at(60, ScalingDecision.none(Obstacle.NO_STEP, "no step for 12"));

    assertThat(decided(policy).newest("step").obstacles()).containsExactly(Obstacle.NO_STEP);
  }
}
