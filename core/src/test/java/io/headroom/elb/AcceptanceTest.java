package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Instance;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The acceptance vectors that say in a sentence what a load balancer does. */
class AcceptanceTest {
  private static final Duration PATIENT = Duration.ofHours(1);
  private static final TargetGroupSpec DEFAULTS = TargetGroupSpec.application("tg");

  private final ElbFixture elb = new ElbFixture();

  private static long served(Instance instance) {
    return instance.server().bytesIn() / 1_000;
  }

  private void requestEvery10Millis(int count) {
    long[] times = LongStream.range(0, count).map(i -> 10 * (i + 1)).toArray();
    elb.requestsAt(Duration.ofMillis(1), Duration.ofSeconds(30), times);
  }

  private List<Instance> running(String zone, int count) {
    List<Instance> instances = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      instances.add(elb.running(zone));
    }
    return instances;
  }

  @Test
  @Rule("elb 12.2")
  void newTarget_servesAfterItsFirstPassedCheck() {
    TargetGroup group = elb.application(DEFAULTS);
    Instance old = elb.running("a");
    group.registerHealthy(old);
    Instance added = elb.running("a");
    elb.at(0.5, () -> group.register(added));
    requestEvery10Millis(3_200);
    elb.runTo(0.4);
    assertThat(served(added)).isEqualTo(0);
    elb.runTo(32);
    assertThat(group.health(added)).isEqualTo(TargetHealth.HEALTHY);
    assertThat(served(added)).isGreaterThan(0);
  }

  /** Machines that boot for a minute are all the group has: none of them is healthy. */
  @Test
  @Rule("elb 12.3")
  void withoutHealthyTargets_allOfThemGetTheirShare() {
    TargetGroup group = elb.application(DEFAULTS);
    List<Instance> booting = List.of(elb.booting("a"), elb.booting("a"), elb.booting("a"));
    booting.forEach(group::register);
    requestEvery10Millis(300);
    elb.runTo(5);
    assertThat(elb.count(Outcome.REFUSED)).isEqualTo(300);
    assertThat(elb.count(Outcome.NO_TARGET)).isEqualTo(0);
  }

  @Test
  @Rule("elb 12.3")
  @Rule("elb ER-4")
  void withoutHealthyInstances_aClassicLoadBalancerAnswers503() {
    TargetGroup group = elb.classic(DEFAULTS);
    group.register(elb.booting("a"));
    requestEvery10Millis(300);
    elb.runTo(5);
    assertThat(elb.count(Outcome.NO_TARGET)).isEqualTo(300);
  }

  @Test
  @Rule("elb 12.5")
  void requestLongerThanTheDelay_isCut_andAShorterOneIsServed() {
    elb.balancers.add(
        LoadBalancerSpec.application("lb", List.of("a"), DEFAULTS).idleTimeout(PATIENT));
    TargetGroup group = elb.balancers.targetGroup("tg");
    Instance instance = elb.running("a");
    group.registerHealthy(instance);
    elb.requestsAt(Duration.ofSeconds(200), PATIENT, 900);
    elb.requestsAt(Duration.ofSeconds(400), PATIENT, 950);
    elb.at(1, () -> group.deregister(instance, () -> {}));
    elb.runTo(300);
    assertThat(elb.count(Outcome.COMPLETED)).isEqualTo(1);
    assertThat(elb.count(Outcome.CUT)).isEqualTo(0);
    elb.runTo(302);
    assertThat(elb.count(Outcome.CUT)).isEqualTo(1);
  }

  @Test
  @Rule("elb 12.7")
  void withoutCrossZone_aLonelyTargetGetsTheShareOfItsZone() {
    TargetGroup group = elb.application(List.of("a", "b"), DEFAULTS.crossZone(CrossZone.OFF));
    Instance alone = elb.running("a");
    List<Instance> many = running("b", 9);
    group.registerHealthy(alone);
    many.forEach(group::registerHealthy);
    requestEvery10Millis(9_000);
    elb.runTo(120);
    // Clients pick a zone at random: 3.3 standard deviations of a fair coin.
    assertThat((double) served(alone)).isWithin(157).of(4_500);
    for (Instance instance : many) {
      assertThat((double) served(instance)).isWithin(18.4).of((9_000 - served(alone)) / 9.0);
    }
  }

  @Test
  @Rule("elb HC-11")
  void healthChecks_areNoRequests() {
    TargetGroup group =
        elb.application(DEFAULTS.healthCheck(HealthCheck.every(Duration.ofSeconds(10))));
    Instance instance = elb.running("a");
    group.registerHealthy(instance);
    elb.runTo(600);
    assertThat(elb.balancers.arrived()).isEqualTo(0);
    assertThat(elb.count(Outcome.COMPLETED)).isEqualTo(0);
    assertThat(group.health(instance)).isEqualTo(TargetHealth.HEALTHY);
  }

  @Test
  @Rule("elb CP-4")
  void loadBalancer_hasNoCapacityOfItsOwn() {
    TargetGroup group = elb.application(DEFAULTS);
    running("a", 40).forEach(group::registerHealthy);
    long[] burst = new long[4_000];
    Arrays.fill(burst, 1);
    elb.requestsAt(Duration.ofMillis(1), Duration.ofSeconds(30), burst);
    elb.runTo(60);
    assertThat(elb.count(Outcome.COMPLETED)).isEqualTo(4_000);
  }

  /** Each of two zones has a node, and each node a queue of 1,024 requests. */
  @Test
  @Rule("elb SQ-2")
  void surgeQueue_belongsToANode() {
    elb.serve(ElbFixture.ONE_WORKER);
    elb.balancers.add(
        new LoadBalancerSpec(
            "lb",
            "classic",
            LoadBalancerType.CLASSIC,
            List.of("a", "b"),
            List.of(new ForwardRule(DEFAULTS, 1)),
            CrossZone.OFF,
            PATIENT));
    TargetGroup group = elb.balancers.targetGroup("tg");
    group.registerHealthy(elb.running("a"));
    group.registerHealthy(elb.running("b"));
    long[] burst = new long[4_000];
    Arrays.fill(burst, 1);
    elb.requestsAt(Duration.ofMinutes(10), PATIENT, burst);
    elb.runTo(30);
    assertThat(elb.count(Outcome.SPILLOVER)).isEqualTo(4_000 - 2 * (1_024 + capacityOfOne()));
  }

  /** What one instance holds itself: its worker and its accept queue. */
  private int capacityOfOne() {
    return 1 + elb.launch.service().acceptQueue();
  }
}
