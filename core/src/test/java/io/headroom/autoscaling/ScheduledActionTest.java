package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.START;
import static io.headroom.autoscaling.GroupFixture.web;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScheduledActionTest {
  private static final OptionalInt KEPT = OptionalInt.empty();

  static ScheduledAction desired(String name, int desired, long... seconds) {
    return new ScheduledAction(name, at(seconds), KEPT, KEPT, OptionalInt.of(desired));
  }

  private static Schedule at(long... seconds) {
    return notBefore -> {
      for (long second : seconds) {
        Instant due = START.plusSeconds(second);
        if (!due.isBefore(notBefore)) {
          return Optional.of(due);
        }
      }
      return Optional.empty();
    };
  }

  private static GroupFixture started(ScheduledAction... actions) {
    return new GroupFixture().start(web().scheduledActions(List.of(actions)));
  }

  @Test
  @Rule("autoscaling SC4")
  void desired_goesUpAndDown() {
    GroupFixture run = started(desired("day", 5, 60), desired("night", 3, 600));

    assertThat(run.runTo(60).desired()).isEqualTo(5);
    assertThat(run.runTo(107).inService()).isEqualTo(5);
    assertThat(run.runTo(700).inService()).isEqualTo(3);
  }

  @Test
  void schedule_recurs() {
    GroupFixture run = started(desired("day", 5, 60, 180), desired("night", 3, 120));

    assertThat(run.runTo(120).desired()).isEqualTo(3);
    assertThat(run.runTo(180).desired()).isEqualTo(5);
  }

  @Test
  @Rule("autoscaling SC2")
  void minimum_raisesDesired() {
    ScheduledAction action = new ScheduledAction("day", at(60), OptionalInt.of(4), KEPT, KEPT);
    GroupFixture run = started(action).runTo(60);

    assertThat(run.capacity().minimum()).isEqualTo(4);
    assertThat(run.capacity().maximum()).isEqualTo(10);
    assertThat(run.desired()).isEqualTo(4);
  }

  @Test
  @Rule("autoscaling SC3")
  void desiredOutsideTheLimits_failsTheAction() {
    GroupFixture run = started(desired("day", 11, 60)).runTo(60);

    assertThat(run.desired()).isEqualTo(2);
    assertThat(run.newest("day").obstacles()).containsExactly(Obstacle.MAXIMUM);
  }

  @Test
  @Rule("autoscaling SC5")
  @Rule("autoscaling CD8")
  @Rule("autoscaling CD11")
  void action_doesNotWaitForACooldownButStartsTheDefaultOne() {
    ScriptedPolicy simple = ScriptedPolicy.of("simple", ScriptedPolicy.SIMPLE).at(60, 3).at(450, 6);
    GroupFixture run =
        new GroupFixture()
            .start(
                web().policies(List.of(simple)).scheduledActions(List.of(desired("day", 5, 150))))
            .runTo(450);

    assertThat(run.ledger("day").get(0).desiredAfter()).isEqualTo(5);
    assertThat(run.newest("simple").obstacles()).containsExactly(Obstacle.COOLDOWN);
  }

  @Test
  @Rule("autoscaling 6")
  void cause_tellsTheSizes() {
    GroupFixture run = started(desired("day", 3, 60)).runTo(80);

    assertThat(run.launches().get(0).cause())
        .startsWith(
            "At 2026-01-01T00:01:00Z a scheduled action update of AutoScalingGroup constraints to"
                + " min: 0, max: 10, desired: 3 changing the desired capacity from 2 to 3.  ");
  }

  @Test
  @Rule("autoscaling SC11")
  void lateActions_keepTheirOrderAndAreAtMostTenSecondsLate() {
    GroupFixture run =
        new GroupFixture(Timings.typical(), 3)
            .start(web().scheduledActions(List.of(desired("one", 5, 60), desired("two", 3, 61))))
            .runTo(71);

    LedgerEntry first = run.autoScaling.ledger().get(0);
    LedgerEntry second = run.autoScaling.ledger().get(1);
    assertThat(first.policy()).isEqualTo("one");
    assertThat(second.policy()).isEqualTo("two");
    assertThat(first.timeNanos()).isGreaterThan(60_000_000_000L);
    assertThat(second.timeNanos()).isAtLeast(first.timeNanos());
  }

  @Test
  @Rule("autoscaling MP9")
  void action_precedesPoliciesOfTheSameInstant() {
    ScriptedPolicy policy =
        ScriptedPolicy.of("grow", Pacing.IMMEDIATE).at(60, ScalingDecision.atLeast(4, "grow"));
    GroupFixture run =
        new GroupFixture()
            .start(web().policies(List.of(policy)).scheduledActions(List.of(desired("day", 3, 60))))
            .runTo(60);

    assertThat(run.newest("grow").desiredBefore()).isEqualTo(3);
    assertThat(run.desired()).isEqualTo(4);
  }

  @Test
  @Rule("autoscaling SC1")
  void actionWithoutAnySize_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new ScheduledAction("none", at(60), KEPT, KEPT, KEPT));
  }
}
