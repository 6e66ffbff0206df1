package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.ec2.Instance;
import io.headroom.sim.Distribution;
import io.headroom.sim.RandomStream;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RoutingTest {
  private static final TargetGroupSpec DEFAULTS = TargetGroupSpec.application("tg");

  private final ElbFixture elb = new ElbFixture();

  private static Router router(RoutingAlgorithm algorithm, int... targets) {
    Router router = algorithm.newRouter(new RandomStream(3));
    router.rotation(targets);
    return router;
  }

  private static int[] counts(Router router, int requests, int targets) {
    int[] counts = new int[targets];
    for (int i = 0; i < requests; i++) {
      counts[router.route(0)]++;
    }
    return counts;
  }

  /** Bytes that each machine received, with requests of 1,000 bytes: requests served. */
  private static long served(Instance instance) {
    return instance.server().bytesIn() / 1_000;
  }

  private void requestEvery10Millis(int count) {
    long[] times = LongStream.range(0, count).map(i -> 10 * (i + 1)).toArray();
    elb.requestsAt(Duration.ofMillis(1), Duration.ofSeconds(30), times);
  }

  @Test
  @Rule("elb RA-1")
  void roundRobin_givesEveryTargetItsTurn() {
    assertThat(counts(router(RoutingAlgorithm.roundRobin(), 0, 1, 2), 300, 3))
        .isEqualTo(new int[] {100, 100, 100});
  }

  @Test
  @Rule("elb RA-3")
  void roundRobin_walksInOrderOfRegistration() {
    Router router = router(RoutingAlgorithm.roundRobin(), 4, 9, 2);
    List<Integer> walk = new ArrayList<>();
    while (walk.size() < 6) {
      walk.add(router.route(0));
    }
    assertThat(
            List.of(
                List.of(4, 9, 2, 4, 9, 2), List.of(9, 2, 4, 9, 2, 4), List.of(2, 4, 9, 2, 4, 9)))
        .contains(walk);
  }

  @Test
  @Rule("elb RA-4")
  void leastOutstanding_picksTheTargetWithFewestRequests() {
    Router router = router(RoutingAlgorithm.leastOutstandingRequests(), 0, 1, 2);
    router.sent(0);
    router.sent(0);
    router.sent(1);
    assertThat(router.route(0)).isEqualTo(2);
    router.sent(2);
    router.ended(0);
    router.ended(0);
    assertThat(router.route(0)).isEqualTo(0);
  }

  @Test
  @Rule("elb RA-4")
  void leastOutstanding_takesTurnsAmongEquals_alsoBeyond64Targets() {
    int[] targets = new int[100];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = i;
    }
    Router router = router(RoutingAlgorithm.leastOutstandingRequests(), targets);
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < targets.length; i++) {
        assertThat(router.route(0)).isEqualTo(i);
        router.sent(i);
      }
    }
  }

  @Test
  @Rule("elb RA-20")
  @Rule("elb RA-21")
  void flowHash_isBinomial_notRoundRobin() {
    int[] counts = counts(router(RoutingAlgorithm.flowHash(), 0, 1, 2, 3), 40_000, 4);
    double chiSquare = 0;
    for (int count : counts) {
      chiSquare += (count - 10_000.0) * (count - 10_000.0) / 10_000.0;
    }
    assertThat(chiSquare).isLessThan(16.27); // 99.9 % of chi-square with 3 degrees of freedom
    assertThat(chiSquare).isGreaterThan(0.0);
  }

  @Test
  @Rule("elb RA-8")
  void weightedRandom_isUniform_withoutAnomalies() {
    int[] counts = counts(router(RoutingAlgorithm.weightedRandom(), 0, 1), 10_000, 2);
    assertThat(Math.abs(counts[0] - 5_000)).isLessThan(165); // 3.3 standard deviations of 50
  }

  @Test
  @Rule("elb RA-5")
  void slowStart_excludesLeastOutstanding() {
    TargetGroupSpec least = DEFAULTS.routing(RoutingAlgorithm.leastOutstandingRequests());
    assertThrows(IllegalArgumentException.class, () -> least.slowStart(Duration.ofSeconds(30)));
  }

  @Test
  @Rule("elb RA-2")
  @Rule("elb DNS-1")
  @Rule("elb DNS-11")
  @Rule("elb DNS-3")
  void crossZoneOff_splitsByZoneFirst() {
    TargetGroup group = elb.application(List.of("a", "b"), DEFAULTS.crossZone(CrossZone.OFF));
    Instance alone = elb.running("a");
    Instance first = elb.running("b");
    Instance second = elb.running("b");
    List.of(alone, first, second).forEach(group::registerHealthy);
    requestEvery10Millis(4_000);
    elb.runTo(60);
    assertThat((double) served(alone)).isWithin(120).of(2_000);
    assertThat((double) served(first)).isWithin(120).of(1_000);
    assertThat((double) served(second)).isWithin(120).of(1_000);
  }

  @Test
  @Rule("elb DNS-3")
  void crossZoneOn_spreadsOverAllTargets() {
    TargetGroup group = elb.application(List.of("a", "b"), DEFAULTS);
    List<Instance> instances =
        List.of(elb.running("a"), elb.running("b"), elb.running("b"), elb.running("b"));
    instances.forEach(group::registerHealthy);
    requestEvery10Millis(4_000);
    elb.runTo(60);
    for (Instance instance : instances) {
      assertThat((double) served(instance)).isWithin(2).of(1_000);
    }
  }

  @Test
  @Rule("elb FO-1")
  @Rule("autoscaling LB6")
  void applicationLoadBalancer_failsOpen_whenAllTargetsAreUnhealthy() {
    TargetGroup group = elb.application(DEFAULTS);
    List<Instance> booting = List.of(elb.booting("a"), elb.booting("a"), elb.booting("a"));
    booting.forEach(group::register);
    elb.requestsAt(Duration.ofMillis(1), Duration.ofSeconds(5), 66_000, 66_010, 66_020);
    elb.runTo(69);
    assertThat(elb.count(Outcome.REFUSED)).isEqualTo(3);
    assertThat(group.health(booting.get(0))).isEqualTo(TargetHealth.UNHEALTHY);
  }

  @Test
  @Rule("elb FO-3")
  void targetsThatBoot_getTraffic_whenThereIsNoOther() {
    TargetGroup group = elb.application(DEFAULTS);
    group.register(elb.booting("a"));
    elb.requestsAt(Duration.ofMillis(1), Duration.ofSeconds(5), 1_000);
    elb.runTo(2);
    assertThat(elb.count(Outcome.REFUSED)).isEqualTo(1);
    assertThat(elb.count(Outcome.NO_TARGET)).isEqualTo(0);
  }

  @Test
  @Rule("elb FO-5")
  void classicLoadBalancer_answers503_whenNoInstanceIsHealthy() {
    TargetGroup group = elb.classic(DEFAULTS);
    group.register(elb.booting("a"));
    elb.requestsAt(Duration.ofMillis(1), Duration.ofSeconds(5), 1_000);
    elb.runTo(2);
    assertThat(elb.count(Outcome.NO_TARGET)).isEqualTo(1);
  }

  @Test
  @Rule("elb SS-1")
  @Rule("elb SS-3")
  @Rule("elb SS-4")
  void slowStart_givesTheExpectedShare() {
    TargetGroup group = elb.application(DEFAULTS.slowStart(Duration.ofSeconds(100)));
    group.registerHealthy(elb.running("a"));
    Instance ramping = elb.running("a");
    elb.at(1, () -> group.register(ramping));
    requestEvery10Millis(10_100);
    elb.runTo(101);
    assertThat((double) served(ramping)).isWithin(15).of(3_069);
    assertThat(group.isRamping(ramping)).isTrue();
    elb.runTo(102);
    assertThat(group.isRamping(ramping)).isFalse();
  }

  @Test
  @Rule("elb SS-2")
  void firstTargetOfAnEmptyGroup_doesNotRamp() {
    TargetGroup group = elb.application(DEFAULTS.slowStart(Duration.ofSeconds(100)));
    Instance first = elb.running("a");
    group.register(first);
    elb.runTo(1);
    assertThat(group.health(first)).isEqualTo(TargetHealth.HEALTHY);
    assertThat(group.isRamping(first)).isFalse();
  }

  @Test
  @Rule("elb OM-6")
  void forwardWeights_splitTheRequests() {
    TargetGroupSpec blue = TargetGroupSpec.application("blue");
    TargetGroupSpec green = TargetGroupSpec.application("green");
    elb.balancers.add(
        LoadBalancerSpec.application("lb", List.of("a"), blue)
            .forwards(List.of(new ForwardRule(blue, 3), new ForwardRule(green, 1))));
    Instance blueInstance = elb.running("a");
    Instance greenInstance = elb.running("a");
    elb.balancers.targetGroup("blue").registerHealthy(blueInstance);
    elb.balancers.targetGroup("green").registerHealthy(greenInstance);
    elb.poisson(100, Distribution.constant(Duration.ofMillis(1)));
    elb.runTo(100);
    assertThat(served(greenInstance) / (double) elb.balancers.arrived()).isWithin(0.015).of(0.25);
  }

  @Test
  @Rule("elb OM-7")
  void emptyTargetGroup_keepsItsWeight() {
    TargetGroupSpec blue = TargetGroupSpec.application("blue");
    TargetGroupSpec empty = TargetGroupSpec.application("empty");
    elb.balancers.add(
        LoadBalancerSpec.application("lb", List.of("a"), blue)
            .forwards(List.of(new ForwardRule(blue, 1), new ForwardRule(empty, 1))));
    elb.balancers.targetGroup("blue").registerHealthy(elb.running("a"));
    elb.poisson(100, Distribution.constant(Duration.ofMillis(1)));
    elb.runTo(100);
    double share = elb.count(Outcome.NO_TARGET) / (double) elb.balancers.arrived();
    assertThat(share).isWithin(0.02).of(0.5);
  }

  @Test
  @Rule("elb DNS-6")
  @Rule("elb DNS-2")
  @Rule("elb DNS-7")
  void zoneWithoutTargets_answers503_untilItLeavesDns() {
    TargetGroup group = elb.application(List.of("a", "b"), DEFAULTS.crossZone(CrossZone.OFF));
    Instance a = elb.running("a");
    Instance b = elb.running("b");
    group.registerHealthy(a);
    group.registerHealthy(b);
    elb.at(1, () -> group.deregister(b, () -> {}));
    requestEvery10Millis(12_000);
    elb.runTo(61.005);
    assertThat((double) elb.count(Outcome.NO_TARGET)).isWithin(200).of(3_000);
    long before = elb.count(Outcome.NO_TARGET);
    elb.runTo(120);
    assertThat(elb.count(Outcome.NO_TARGET)).isEqualTo(before);
  }

  @Test
  @Rule("elb DNS-9")
  void everyZoneWithoutHealthyTargets_staysInDns() {
    TargetGroup group = elb.application(List.of("a", "b"), DEFAULTS.crossZone(CrossZone.OFF));
    group.register(elb.booting("a"));
    group.register(elb.booting("b"));
    elb.runTo(66);
    assertThat(elb.balancers.all().get(0).nodesInDns()).hasSize(2);
  }

  @Test
  @Rule("elb DNS-10")
  void zoneLeavesDns_forAllTargetGroups_whenOneHasNoHealthyTargetThere() {
    TargetGroupSpec blue = TargetGroupSpec.application("blue").crossZone(CrossZone.OFF);
    TargetGroupSpec green = TargetGroupSpec.application("green").crossZone(CrossZone.OFF);
    elb.balancers.add(
        LoadBalancerSpec.application("lb", List.of("a", "b"), blue)
            .forwards(List.of(new ForwardRule(blue, 1), new ForwardRule(green, 1))));
    Instance a = elb.running("a");
    Instance b = elb.running("b");
    for (String name : List.of("blue", "green")) {
      elb.balancers.targetGroup(name).registerHealthy(a);
      elb.balancers.targetGroup(name).registerHealthy(b);
    }
    elb.at(1, () -> elb.balancers.targetGroup("green").deregister(b, () -> {}));
    elb.runTo(62);
    List<Node> nodes = elb.balancers.all().get(0).nodesInDns();
    assertThat(nodes.stream().map(Node::zone)).containsExactly("a");
  }

  @Test
  @Rule("elb DNS-5")
  void targetGroup_overridesTheLoadBalancersCrossZone() {
    TargetGroup group = elb.application(List.of("a", "b"), DEFAULTS.crossZone(CrossZone.OFF));
    assertThat(group.isCrossZone()).isFalse();
    ElbFixture other = new ElbFixture();
    assertThat(other.application(List.of("a", "b"), DEFAULTS).isCrossZone()).isTrue();
  }

  @Test
  @Rule("ec2 AZ-2")
  void failedZone_losesItsNode_whichClientsLeaveAfterAMinute() {
    TargetGroup group = elb.application(List.of("a", "b"), DEFAULTS);
    group.registerHealthy(elb.running("b"));
    elb.at(1, () -> elb.balancers.failZone("a"));
    requestEvery10Millis(12_000);
    elb.runTo(61.005);
    assertThat((double) elb.count(Outcome.CONNECT_TIMEOUT)).isWithin(200).of(3_000);
    long before = elb.count(Outcome.CONNECT_TIMEOUT);
    elb.runTo(120);
    assertThat(elb.count(Outcome.CONNECT_TIMEOUT)).isEqualTo(before);
  }
}
