package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Instance;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The acceptance vectors of the specification, with checks at 0, 30, 60 s and so on. */
class HealthCheckTest {
  private static final TargetGroupSpec DEFAULTS = TargetGroupSpec.application("tg");

  private final ElbFixture elb = new ElbFixture();

  private List<String> history(TargetGroup group, Instance instance, int seconds) {
    List<String> changes = new ArrayList<>();
    TargetHealth last = group.health(instance);
    for (int second = 1; second <= seconds; second++) {
      elb.runTo(second + 0.001);
      if (group.health(instance) != last) {
        last = group.health(instance);
        changes.add(last + "@" + second);
      }
    }
    return changes;
  }

  @Test
  @Rule("elb HC-1")
  @Rule("elb HC-6")
  @Rule("elb HC-8")
  @Rule("elb 12.1")
  void silentTarget_isUnhealthyAfterTwoTimeouts_andHealthyAgainAfterFiveChecks() {
    TargetGroup group = elb.application(DEFAULTS);
    Instance instance = elb.running("a");
    group.registerHealthy(instance);
    elb.at(1, () -> elb.ec2.failZone("a"));
    elb.at(100, () -> elb.ec2.restoreZone("a"));
    assertThat(history(group, instance, 300))
        .containsExactly("UNHEALTHY@65", "HEALTHY@240")
        .inOrder();
  }

  @Test
  @Rule("elb HC-8")
  void silenceJustBeforeACheck_isSeenInTheSameRound() {
    TargetGroup group = elb.application(DEFAULTS);
    Instance instance = elb.running("a");
    group.registerHealthy(instance);
    elb.at(29, () -> elb.ec2.failZone("a"));
    assertThat(history(group, instance, 100)).containsExactly("UNHEALTHY@65");
  }

  @Test
  @Rule("elb HC-4")
  @Rule("autoscaling LB4")
  @Rule("elb HC-7")
  void newTarget_isInitialThenUnhealthy_whileItsPortIsClosed() {
    TargetGroup group = elb.application(DEFAULTS);
    Instance instance = elb.booting("a");
    group.register(instance);
    assertThat(history(group, instance, 60)).containsExactly("UNHEALTHY@30");
  }

  @Test
  @Rule("elb HC-4")
  void newTarget_isHealthyAfterOnePassedCheck() {
    TargetGroup group = elb.application(DEFAULTS.healthCheck(HealthCheck.APPLICATION));
    Instance instance = elb.running("a");
    group.register(instance);
    elb.runTo(0.001);
    assertThat(group.health(instance)).isEqualTo(TargetHealth.HEALTHY);
    assertThat(group.hasPassedCheck()).isTrue();
  }

  @Test
  @Rule("elb HC-5")
  @Rule("elb HC-3")
  void newTargetOfANetworkLoadBalancer_needsTheHealthyThreshold() {
    elb.balancers.add(
        new LoadBalancerSpec(
            "nlb",
            "net/nlb/0",
            LoadBalancerType.NETWORK,
            List.of("a"),
            List.of(
                new ForwardRule(
                    DEFAULTS
                        .routing(RoutingAlgorithm.flowHash())
                        .healthCheck(HealthCheck.NETWORK.healthyAfter(3)),
                    1)),
            CrossZone.OFF,
            Duration.ofSeconds(350)));
    TargetGroup group = elb.balancers.targetGroup("tg");
    Instance instance = elb.running("a");
    group.register(instance);
    assertThat(history(group, instance, 120)).containsExactly("HEALTHY@90");
  }

  @Test
  @Rule("elb HC-12")
  @Rule("elb HC-2")
  void overloadedTarget_failsItsChecks() {
    elb.serve(ElbFixture.ONE_WORKER);
    TargetGroup group = elb.application(DEFAULTS);
    Instance instance = elb.running("a");
    group.registerHealthy(instance);
    elb.requestsAt(Duration.ofSeconds(45), Duration.ofSeconds(50), 20_000, 20_001);
    assertThat(history(group, instance, 140)).containsExactly("UNHEALTHY@65");
  }

  @Test
  @Rule("elb OM-2")
  void targetInAZoneThatIsNotEnabled_isUnused() {
    TargetGroup group = elb.application(DEFAULTS);
    Instance instance = elb.running("b");
    group.register(instance);
    assertThat(group.health(instance)).isEqualTo(TargetHealth.UNUSED);
    elb.requestsAt(Duration.ofMillis(1), Duration.ofSeconds(1), 10);
    elb.runTo(1);
    assertThat(elb.count(Outcome.NO_TARGET)).isEqualTo(1);
  }
}
