package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Instance;
import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrainingTest {
  private static final Duration PATIENT = Duration.ofHours(1);
  private static final TargetGroupSpec DEFAULTS = TargetGroupSpec.application("tg");

  private final ElbFixture elb = new ElbFixture();
  private final List<Long> drained = new ArrayList<>();

  private void drainAtOneSecond(TargetGroup group, Instance instance) {
    elb.at(
        1,
        () ->
            group.deregister(
                instance, () -> drained.add(elb.simulator.nowNanos() / SimTime.SECOND)));
  }

  private TargetGroup patient(TargetGroupSpec spec) {
    elb.balancers.add(LoadBalancerSpec.application("lb", List.of("a"), spec).idleTimeout(PATIENT));
    return elb.balancers.targetGroup(spec.name());
  }

  @Test
  @Rule("elb DR-1")
  @Rule("elb DR-4")
  void requestLongerThanTheDelay_isCut() {
    TargetGroup group = patient(DEFAULTS);
    Instance instance = elb.running("a");
    group.registerHealthy(instance);
    elb.requestsAt(Duration.ofSeconds(400), PATIENT, 500);
    drainAtOneSecond(group, instance);
    elb.runTo(2);
    assertThat(group.health(instance)).isEqualTo(TargetHealth.DRAINING);
    elb.runTo(302);
    assertThat(elb.count(Outcome.CUT)).isEqualTo(1);
    assertThat(group.health(instance)).isEqualTo(TargetHealth.UNUSED);
  }

  @Test
  @Rule("elb DR-1")
  void requestShorterThanTheDelay_isAnswered_andNewOnesAreNot() {
    TargetGroup group = patient(DEFAULTS);
    Instance instance = elb.running("a");
    group.registerHealthy(instance);
    elb.requestsAt(Duration.ofSeconds(200), PATIENT, 500, 1_500);
    drainAtOneSecond(group, instance);
    elb.runTo(400);
    assertThat(elb.count(Outcome.COMPLETED)).isEqualTo(1);
    assertThat(elb.count(Outcome.NO_TARGET)).isEqualTo(1);
  }

  @Test
  @Rule("elb DR-3")
  void groupWaitsOutTheWholeDelay_byDefault() {
    TargetGroup group = patient(DEFAULTS);
    Instance instance = elb.running("a");
    group.registerHealthy(instance);
    drainAtOneSecond(group, instance);
    elb.runTo(400);
    assertThat(drained).containsExactly(301L);
  }

  @Test
  @Rule("elb DR-2")
  void groupWaitsForTheLastRequest_whenToldSo() {
    ElbSettings quiet = ElbFixture.quiet();
    ElbFixture early =
        new ElbFixture(
            7,
            new ElbSettings(
                quiet.latency(),
                quiet.probeDemand(),
                quiet.healthCheckPhase(),
                quiet.networkFirstCheck(),
                quiet.networkFirstCheckSpread(),
                ElbSettings.Drain.LAST_REQUEST,
                quiet.idleMetrics(),
                quiet.targetCodes()));
    TargetGroup group = early.application(DEFAULTS);
    Instance busy = early.running("a");
    Instance idle = early.running("a");
    group.registerHealthy(busy);
    early.requestsAt(Duration.ofSeconds(20), PATIENT, 500);
    early.at(0.6, () -> group.registerHealthy(idle));
    List<Long> ends = new ArrayList<>();
    Runnable end = () -> ends.add(early.simulator.nowNanos() / 1_000_000);
    early.at(1, () -> group.deregister(busy, end));
    early.at(2, () -> group.deregister(idle, end));
    early.runTo(400);
    assertThat(ends).containsExactly(2_000L, 20_500L).inOrder();
  }

  @Test
  @Rule("elb DR-7")
  void classicWithoutDraining_dropsRequestsAtOnce() {
    TargetGroup group = elb.classic(DEFAULTS.deregistrationDelay(Duration.ZERO));
    Instance instance = elb.running("a");
    group.registerHealthy(instance);
    elb.requestsAt(Duration.ofSeconds(20), Duration.ofSeconds(30), 500);
    drainAtOneSecond(group, instance);
    elb.runTo(5);
    assertThat(drained).containsExactly(1L);
    assertThat(elb.count(Outcome.CUT)).isEqualTo(1);
  }

  @Test
  @Rule("elb ER-3")
  void terminationWithoutDraining_cutsRequestsUnderWay() {
    TargetGroup group = elb.application(DEFAULTS);
    Instance instance = elb.running("a");
    group.registerHealthy(instance);
    elb.requestsAt(Duration.ofSeconds(20), Duration.ofSeconds(30), 500, 1_500);
    elb.at(1, () -> elb.ec2.terminate(instance));
    elb.runTo(1.2);
    assertThat(elb.count(Outcome.CUT)).isEqualTo(1);
    elb.runTo(12);
    assertThat(elb.count(Outcome.CONNECT_TIMEOUT)).isEqualTo(1);
  }

  @Test
  @Rule("elb FO-4")
  void drainingTarget_getsNothing_alsoWhenTheGroupFailsOpen() {
    TargetGroup group = elb.application(DEFAULTS);
    Instance draining = elb.running("a");
    group.registerHealthy(draining);
    group.register(elb.booting("a"));
    drainAtOneSecond(group, draining);
    elb.requestsAt(Duration.ofMillis(1), Duration.ofSeconds(30), 2_000);
    elb.runTo(3);
    assertThat(elb.count(Outcome.REFUSED)).isEqualTo(1);
  }
}
