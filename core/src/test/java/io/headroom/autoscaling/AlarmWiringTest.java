package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.LOAD;
import static io.headroom.autoscaling.GroupFixture.seconds;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.Statistic;
import io.headroom.sim.Distribution;
import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Alarms on a load that is 90 from 2:00 on; they are evaluated at each full minute, so that a
 * single breaching minute is seen at 3:00.
 */
class AlarmWiringTest {
  private static final AlarmSpec HIGH =
      AlarmSpec.when(LOAD, Statistic.AVERAGE).isAbove(50).named("high").build();
  private static final AlarmSpec LOW =
      AlarmSpec.when(LOAD, Statistic.AVERAGE).isBelow(50).named("low").build();
  private static final Decider ONE_MORE =
      context -> ScalingDecision.atLeast(context.capacity().desired() + 1, "one more");

  private static GroupFixture loaded(AutoScalingGroupSpec.Builder... groups) {
    return new GroupFixture().start(groups).load(10, 0, 120).load(90, 120, 600);
  }

  private static AlarmedPolicy onHigh(String name) {
    return AlarmedPolicy.of(name, Pacing.IMMEDIATE, HIGH, ONE_MORE);
  }

  @Test
  @Rule("autoscaling AL1")
  @Rule("autoscaling AL5")
  void alarm_asksThePolicyWhenItGoesOff() {
    GroupFixture run = loaded(web().policies(List.of(onHigh("out"))));

    assertThat(run.runTo(179).autoScaling.ledger()).isEmpty();
    LedgerEntry entry = run.runTo(180).newest("out");
    assertThat(entry.alarm()).hasValue("high");
    assertThat(entry.saw()).startsWith("ALARM: Threshold Crossed");
    assertThat(entry.desiredBefore()).isEqualTo(2);
    assertThat(entry.wanted()).isEqualTo(OptionalInt.of(3));
    assertThat(entry.desiredAfter()).isEqualTo(3);
  }

  @Test
  @Rule("autoscaling AL2")
  @Rule("autoscaling 33.2")
  @Rule("autoscaling AL3")
  void alarmThatStays_asksEachMinute() {
    GroupFixture run = loaded(web().policies(List.of(onHigh("out")))).runTo(360);

    assertThat(run.ledger("out").stream().map(each -> seconds(each.timeNanos())))
        .containsExactly(180L, 240L, 300L, 360L)
        .inOrder();
    assertThat(run.desired()).isEqualTo(6);
  }

  @Test
  @Rule("autoscaling 6")
  void cause_namesAlarmAndPolicy() {
    GroupFixture run = loaded(web().policies(List.of(onHigh("out")))).runTo(200);

    assertThat(run.launches().get(0).cause())
        .startsWith(
            "At 2026-01-01T00:03:00Z a monitor alarm high in state ALARM triggered policy out"
                + " changing the desired capacity from 2 to 3.  ");
  }

  @Test
  @Rule("autoscaling ST14")
  void alarmOfTwoGroups_isOneAlarmThatAsksBoth() {
    GroupFixture run =
        loaded(
                web().policies(List.of(onHigh("out"))),
                AutoScalingGroupSpec.builder("other").max(5).policies(List.of(onHigh("more"))))
            .runTo(180);

    assertThat(run.alarms.alarms()).hasSize(1);
    assertThat(run.newest("out").desiredAfter()).isEqualTo(3);
    assertThat(run.newest("more").desiredAfter()).isEqualTo(2);
  }

  @Test
  void policy_mayBeAskedInStateOk() {
    AlarmedPolicy calm =
        new AlarmedPolicy(
            "calm",
            Pacing.IMMEDIATE,
            List.of(new Trigger.OnAlarm(HIGH, AlarmState.OK)),
            context -> ScalingDecision.atMost(1, "calm"));
    GroupFixture run = loaded(web().policies(List.of(calm, onHigh("out"))));

    assertThat(run.runTo(60).desired()).isEqualTo(1);
    assertThat(run.runTo(180).desired()).isEqualTo(2);
    assertThat(run.alarms.alarms()).hasSize(1);
  }

  @Test
  void alarmWithoutActions_asksNobody() {
    AlarmSpec silent = HIGH.toBuilder().withoutActions().build();
    AlarmedPolicy policy = AlarmedPolicy.of("out", Pacing.IMMEDIATE, silent, ONE_MORE);

    assertThat(loaded(web().policies(List.of(policy))).runTo(300).autoScaling.ledger()).isEmpty();
  }

  @Test
  @Rule("autoscaling MP3")
  void invocationsOfOneSecond_areDecidedTogether() {
    AlarmSpec second = HIGH.toBuilder().named("second").build();
    AlarmedPolicy other =
        AlarmedPolicy.of(
            "other",
            Pacing.IMMEDIATE,
            second,
            context -> ScalingDecision.atLeast(context.capacity().desired() + 2, "two more"));
    Timings typical = Timings.typical();
    GroupFixture run =
        new GroupFixture(typical, 11)
            .start(web().policies(List.of(onHigh("out"), other)))
            .load(10, 0, 120)
            .load(90, 120, 600)
            .runTo(182);

    assertThat(run.newest("out").timeNanos()).isEqualTo(run.newest("other").timeNanos());
    assertThat(run.newest("out").timeNanos()).isGreaterThan(180_000_000_000L);
    assertThat(run.newest("out").obstacles()).containsExactly(Obstacle.LARGER_DECISION);
    assertThat(run.desired()).isEqualTo(4);
  }

  @Test
  @Rule("autoscaling 21.3")
  @Rule("autoscaling MP5")
  void unanimousScaleIn_needsAllAndTakesTheLargest() {
    AlarmedPolicy one = tracking("one", LOW, 3);
    AlarmedPolicy two = tracking("two", LOW.toBuilder().named("second low").build(), 4);
    GroupFixture agreed = calm(web().desired(6).policies(List.of(one, two))).runTo(60);
    assertThat(agreed.desired()).isEqualTo(4);

    AlarmedPolicy unready = tracking("two", HIGH, 4);
    GroupFixture held = calm(web().desired(6).policies(List.of(one, unready))).runTo(60);
    assertThat(held.desired()).isEqualTo(6);
    assertThat(held.newest("one").obstacles()).containsExactly(Obstacle.NOT_UNANIMOUS);
  }

  @Test
  @Rule("autoscaling MP4")
  void stepScaleIn_needsNoConsent() {
    AlarmedPolicy step = AlarmedPolicy.of("step", ScriptedPolicy.WARMUP, LOW, down(5));
    GroupFixture run =
        calm(web().desired(6).policies(List.of(step, tracking("two", HIGH, 4)))).runTo(60);

    assertThat(run.desired()).isEqualTo(5);
  }

  private static GroupFixture calm(AutoScalingGroupSpec.Builder group) {
    return new GroupFixture().start(group).load(10, 0, 600);
  }

  private static Decider down(int capacity) {
    return context -> ScalingDecision.atMost(capacity, "down");
  }

  private static AlarmedPolicy tracking(String name, AlarmSpec alarm, int capacity) {
    Pacing unanimous = new Pacing.Warmup(Optional.empty(), Pacing.ScaleIn.UNANIMOUS);
    return AlarmedPolicy.of(name, unanimous, alarm, down(capacity));
  }

  @Test
  void trail_tellsTheWayFromTheRiseToTheDecision() {
    AlarmSpec patient = HIGH.toBuilder().datapoints(3).build();
    AlarmedPolicy policy = AlarmedPolicy.of("out", ScriptedPolicy.SIMPLE, patient, ONE_MORE);
    GroupFixture run =
        new GroupFixture()
            .start(web().cooldown(Duration.ofSeconds(100)).policies(List.of(policy)))
            .load(10, 0, 120)
            .load(90, 120, 900)
            .runTo(600);

    ScaleOut.Trail first = run.autoScaling.scaleOuts().get(0).trail();
    assertThat(first.alarm()).hasValue("high");
    assertThat(instants(first)).containsExactly(120L, 180L, 180L, 300L, 300L, 300L).inOrder();
  }

  /**
   * The first scale-out is at 180. The alarm asks again at 240 with the minute from 180 on; the new
   * instance is in service 47 s after the first scale-out, at 227, where the cooldown of 100 s
   * begins; the alarm asks next at 360.
   */
  @Test
  void trail_ofALaterScaleOut_beginsWhereThePolicyWasHeldBackFirst() {
    AlarmedPolicy policy = AlarmedPolicy.of("out", ScriptedPolicy.SIMPLE, HIGH, ONE_MORE);
    GroupFixture run =
        loaded(web().cooldown(Duration.ofSeconds(100)).policies(List.of(policy))).runTo(600);

    ScaleOut.Trail second = run.autoScaling.scaleOuts().get(1).trail();
    assertThat(instants(second)).containsExactly(180L, 240L, 240L, 240L, 327L, 360L).inOrder();
  }

  @Test
  void trail_ofALaterScaleOut_thatNothingHeldBack_beginsWithTheNewestDatapoint() {
    GroupFixture run = loaded(web().policies(List.of(onHigh("out")))).runTo(250);

    ScaleOut.Trail second = run.autoScaling.scaleOuts().get(1).trail();
    assertThat(instants(second)).containsExactly(180L, 240L, 240L, 240L, 240L, 240L).inOrder();
  }

  /** A breach without a step that matches is an answer, so the hours of it are no delay. */
  @Test
  void trail_afterARefusal_beginsWithTheNewestDatapoint() {
    Decider late =
        context ->
            context.nowNanos() < 300 * SimTime.SECOND
                ? ScalingDecision.none(Obstacle.NO_STEP, "no step")
                : ONE_MORE.decide(context);
    AlarmedPolicy policy = AlarmedPolicy.of("out", Pacing.IMMEDIATE, HIGH, late);
    GroupFixture run = loaded(web().policies(List.of(policy))).runTo(310);

    ScaleOut.Trail trail = run.autoScaling.scaleOuts().get(0).trail();
    assertThat(instants(trail)).containsExactly(240L, 300L, 300L, 300L, 300L, 300L).inOrder();
  }

  private static List<Long> instants(ScaleOut.Trail trail) {
    ScaleOut.Asking asking = trail.asking();
    return Stream.of(
            asking.riseNanos(),
            asking.periodEndNanos(),
            asking.visibleNanos(),
            asking.alarmNanos(),
            trail.freeNanos(),
            trail.decisionNanos())
        .map(GroupFixture::seconds)
        .toList();
  }

  @Test
  void alarmToPolicy_delaysTheDecision() {
    Timings late =
        Timings.deterministic()
            .with(each -> each.alarmToPolicy(Distribution.constant(Duration.ofSeconds(5))));
    GroupFixture run =
        new GroupFixture(late, 7)
            .start(web().policies(List.of(onHigh("out"))))
            .load(10, 0, 120)
            .load(90, 120, 600);

    assertThat(run.runTo(184).desired()).isEqualTo(2);
    assertThat(run.runTo(185).desired()).isEqualTo(3);
  }
}
