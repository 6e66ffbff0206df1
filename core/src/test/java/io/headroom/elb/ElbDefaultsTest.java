package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ElbDefaultsTest {
  private static final TargetGroupSpec TARGETS = TargetGroupSpec.application("tg");

  @Test
  @Rule("elb 4.1")
  @Rule("autoscaling LB5")
  @Rule("elb HC-0")
  void healthChecks_haveTheDefaultsOfTheirLoadBalancer() {
    assertThat(HealthCheck.APPLICATION)
        .isEqualTo(new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(5), 5, 2));
    assertThat(HealthCheck.NETWORK)
        .isEqualTo(new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(10), 5, 2));
    assertThat(HealthCheck.CLASSIC)
        .isEqualTo(new HealthCheck(Duration.ofSeconds(30), Duration.ofSeconds(5), 10, 2));
  }

  @Test
  @Rule("elb DR-1")
  void targetGroup_drainsFor300Seconds_andDoesNotRamp() {
    assertThat(TARGETS.deregistrationDelay()).isEqualTo(Duration.ofMinutes(5));
    assertThat(TARGETS.slowStart()).isEqualTo(Duration.ZERO);
    assertThat(TARGETS.routing().name()).isEqualTo("round_robin");
  }

  @Test
  @Rule("elb DNS-4")
  @Rule("elb TO-1")
  void applicationLoadBalancer_isCrossZone_andIdleFor60Seconds() {
    LoadBalancerSpec balancer = LoadBalancerSpec.application("lb", List.of("a", "b"), TARGETS);
    assertThat(balancer.crossZone()).isEqualTo(CrossZone.ON);
    assertThat(balancer.idleTimeout()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void specs_refuseWhatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new ForwardRule(TARGETS, 1_000));
    assertThrows(
        IllegalArgumentException.class,
        () -> LoadBalancerSpec.application("lb", List.of(), TARGETS));
    assertThrows(
        IllegalArgumentException.class, () -> TARGETS.deregistrationDelay(Duration.ofSeconds(-1)));
    assertThrows(IllegalArgumentException.class, () -> HealthCheck.every(Duration.ZERO));
  }
}
