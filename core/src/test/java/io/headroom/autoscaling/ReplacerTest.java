package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.testing.Rule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replacement, with fixed delays: ordered 0:00, pending 0:03, in service 0:32 later. */
class ReplacerTest {
  private static final Replacement REFRESH =
      Replacement.of(Departure.REFRESH, "the old one left.", "the new one was launched.");

  private final List<Exchange> begun = new ArrayList<>();
  private final GroupFixture run = new GroupFixture();

  private AutoScalingGroup group() {
    return (AutoScalingGroup) run.group();
  }

  private Member first() {
    return group().members().all().get(0);
  }

  private void launchFirst(Replacement why) {
    run.at(100, () -> begun.add(group().replacer().launchFirst(first(), why)));
  }

  @Test
  @Rule("autoscaling IM4")
  @Rule("autoscaling IM6")
  void launchFirst_exceedsDesiredAndMaximumUntilTheNewInstanceIsInService() {
    run.start(GroupFixture.web().max(2));
    launchFirst(REFRESH);

    assertThat(run.runTo(104).capacity()).isEqualTo(new GroupCapacity(0, 2, 2, 1, 1, 1, 0));
    assertThat(run.terminations()).isEmpty();
    assertThat(group().members().census().instances(Kind.IN_SERVICE)).isEqualTo(2);

    run.runTo(132);
    assertThat(run.terminations().get(0).instance()).hasValue(run.instance(0).id());
    assertThat(run.terminations().get(0).cause())
        .isEqualTo("At 2026-01-01T00:02:12Z the old one left.");
    assertThat(run.launches().get(0).cause())
        .isEqualTo("At 2026-01-01T00:01:40Z the new one was launched.");
    assertThat(begun.get(0).successor().get().instance()).isEqualTo(run.instance(2));

    assertThat(run.runTo(600).inService()).isEqualTo(2);
    assertThat(run.launches()).hasSize(1);
    assertThat(run.terminations()).hasSize(1);
  }

  @Test
  void launchFirst_waitsUntilTheNewInstanceIsReady() {
    run.start(GroupFixture.web());
    launchFirst(REFRESH.when(successor -> run.simulator.nowNanos() >= 200_000_000_000L));

    assertThat(run.runTo(199).terminations()).isEmpty();
    assertThat(run.runTo(202).terminations()).hasSize(1);
  }

  @Test
  void launchFirst_staysInTheZoneThatItNames() {
    run.start(GroupFixture.web());
    launchFirst(REFRESH.in("b"));

    assertThat(run.runTo(600).instance(2).zone()).isEqualTo("b");
  }

  @Test
  void failedLaunch_isTriedAgainForTheSameInstance() {
    run.start(GroupFixture.web());
    launchFirst(REFRESH);
    run.at(101, () -> GroupFixture.ZONES.forEach(run.ec2::failZone));
    run.at(104, () -> GroupFixture.ZONES.forEach(run.ec2::restoreZone));

    run.runTo(600);
    assertThat(run.terminations()).hasSize(1);
    assertThat(run.terminations().get(0).instance()).hasValue(run.instance(0).id());
    assertThat(begun.get(0).successor().get().instance()).isEqualTo(run.instance(2));
  }

  @Test
  void scaleIn_letsTheOldInstanceStayWhenItsSuccessorIsNotNeeded() {
    ScriptedPolicy shrink = ScriptedPolicy.of("shrink", Pacing.IMMEDIATE).at(86, 1);
    run.start(GroupFixture.web().policies(List.of(shrink)));
    launchFirst(REFRESH);

    run.runTo(600);
    assertThat(run.inService()).isEqualTo(1);
    assertThat(run.desired()).isEqualTo(1);
    assertThat(begun.get(0).isOpen()).isFalse();
    assertThat(run.ec2.live()).hasSize(1);
  }

  @Test
  void oldInstanceThatStops_endsTheExchange() {
    run.start(GroupFixture.web());
    launchFirst(REFRESH);
    run.at(105, () -> run.ec2.terminate(run.instance(0)));

    run.runTo(600);
    assertThat(begun.get(0).isOpen()).isFalse();
    assertThat(run.launches()).hasSize(1);
    assertThat(run.inService()).isEqualTo(2);
  }

  @Test
  @Rule("autoscaling HR1")
  void terminateFirst_launchesWithoutWaitingForTheEnd() {
    run.start(GroupFixture.web().targetGroups(List.of("tg")));
    run.at(100, () -> group().replacer().terminateFirst(first(), REFRESH));

    assertThat(run.runTo(104).capacity()).isEqualTo(new GroupCapacity(0, 10, 2, 1, 1, 1, 0));
    assertThat(first().departure()).hasValue(Departure.REFRESH);
  }

  @Test
  void instance_isReplacedOnlyOnceAtATime() {
    run.start(GroupFixture.web());
    group().replacer().launchFirst(first(), REFRESH);

    assertThrows(
        IllegalStateException.class, () -> group().replacer().launchFirst(first(), REFRESH));
  }
}
