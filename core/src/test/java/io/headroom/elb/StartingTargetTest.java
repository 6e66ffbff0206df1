package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Instance;
import io.headroom.sim.Distribution;
import io.headroom.sim.SimTime;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Machines that boot until 70 s, pass health checks from then on, and serve from 110 s on. */
class StartingTargetTest {
  private static final Duration PATIENT = Duration.ofHours(1);
  private static final TargetGroupSpec DEFAULTS = TargetGroupSpec.application("tg");

  private final ElbFixture elb = new ElbFixture();

  private Instance starting(TargetGroup group) {
    Distribution ready = Distribution.constant(Duration.ofSeconds(40));
    elb.serve(elb.launch.service().withReady(ready));
    Instance instance = elb.booting("a");
    elb.at(75, () -> group.register(instance));
    return instance;
  }

  private void requests(int count, long second, Duration demand) {
    long[] millis = new long[count];
    Arrays.fill(millis, 1_000 * second);
    elb.requestsAt(demand, PATIENT, millis);
  }

  @Test
  void checkThatPassesTooEarly_bringsRequestsThatAreRefused() {
    TargetGroup group = elb.application(DEFAULTS);
    Instance instance = starting(group);
    requests(10, 80, Duration.ofMillis(1));
    elb.runTo(90.001);
    assertThat(group.health(instance)).isEqualTo(TargetHealth.HEALTHY);
    assertThat(elb.count(Outcome.REFUSED)).isEqualTo(10);
    assertThat(instance.isAnswering()).isFalse();
  }

  @Test
  void applicationThatIsReady_serves() {
    TargetGroup group = elb.application(DEFAULTS);
    Instance instance = starting(group);
    requests(10, 115, Duration.ofMillis(1));
    elb.runTo(120);
    assertThat(elb.count(Outcome.COMPLETED)).isEqualTo(10);
    assertThat(instance.answeringNanos()).isEqualTo(110 * SimTime.SECOND);
  }

  /** The end of a health check is no reason to take what waits in the surge queue. */
  @Test
  void surgeQueue_doesNotWaitForAMachineThatStarts() {
    elb.serve(ElbFixture.ONE_WORKER);
    TargetGroup group = elb.classic(DEFAULTS);
    group.registerHealthy(elb.running("a"));
    Instance instance = starting(group);
    requests(300, 74, Duration.ofMinutes(10));
    elb.runTo(109);
    assertThat(group.health(instance)).isEqualTo(TargetHealth.HEALTHY);
    assertThat(instance.server().inFlight(elb.simulator.nowNanos())).isEqualTo(0);
  }

  @Test
  void clientsWithoutALoadBalancer_goWhereTheApplicationServes() {
    TargetGroup group = elb.direct(PATIENT);
    Instance instance = starting(group);
    elb.runTo(109);
    assertThat(group.health(instance)).isEqualTo(TargetHealth.INITIAL);
    elb.runTo(111);
    assertThat(group.health(instance)).isEqualTo(TargetHealth.HEALTHY);
  }

  @Test
  void machineThatStopsWhileItStarts_isNotReadyLater() {
    Instance instance = starting(elb.application(DEFAULTS));
    elb.at(80, () -> elb.ec2.stop(instance));
    elb.runTo(120);
    assertThat(instance.isAnswering()).isFalse();
    assertThat(instance.server().isOpen()).isFalse();
  }

  @Test
  void machineThatStartsInAFailedZone_waitsForTheEndOfTheFailure() {
    Instance instance = starting(elb.application(DEFAULTS));
    elb.at(80, () -> elb.ec2.failZone("a"));
    elb.at(150, () -> elb.ec2.restoreZone("a"));
    elb.runTo(149);
    assertThat(instance.isAnswering()).isFalse();
    elb.runTo(151);
    assertThat(instance.isAnswering()).isTrue();
  }
}
