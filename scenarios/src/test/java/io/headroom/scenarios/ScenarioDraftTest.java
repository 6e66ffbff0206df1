package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.TargetGroupSpec;
import io.headroom.scenarios.ScenarioDraft.DraftNames;
import io.headroom.scenarios.Stack.State;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ScenarioDraftTest {
  private static final List<String> ZONES = List.of("us-east-1a");

  private static AutoScalingGroupSpec group(String type, int minimum, int maximum) {
    return AutoScalingGroupSpec.builder("sim-Group")
        .launchConfiguration(LaunchConfiguration.of(type))
        .targetGroups(List.of("Targets"))
        .min(minimum)
        .max(maximum)
        .build();
  }

  private static String draft(AutoScalingGroupSpec group, Map<String, String> assumed) {
    LoadBalancerSpec balancer =
        LoadBalancerSpec.application("Balancer", ZONES, TargetGroupSpec.application("Targets"));
    Stack stack =
        new Stack(
            State.COMPLETE,
            Map.of("Group", group),
            List.of(balancer),
            List.of(),
            List.of(),
            List.of());
    DraftNames names = new DraftNames("web", "web.yaml", Map.of("Type", "no"), assumed);
    return new ScenarioDraft(stack, names).text();
  }

  @Test
  void draft_saysWhatToEdit() {
    assertThat(draft(group("m5.large", 2, 10), Map.of("Vpc", "vpc-1")))
        .isEqualTo(
            """
            # A first scenario for web.yaml. It runs as it is; edit it until it tells your case.
            name: web
            template: web.yaml

            parameters:
              Type: "no"
              # Without a default in the template; what is assumed for the simulation:
              # Vpc: vpc-1

            start: 2026-01-05T00:00:00Z    # a Monday; times of day are UTC
            duration: 24h
            seed: 1

            # Put your own traffic here, as counts in a CSV file of your access log or CloudWatch:
            #   trace: { file: traffic.csv }
            workloads:
              - to: Balancer
                # Busy vCPUs: 30% of 4 at the smallest size, 60% of 20 at the largest.
                diurnal: { trough: 40/s, peak: 400/s }
                requests:
                  demand: { exponential: { mean: 30ms } }    # work of one request on one vCPU
                  timeout: 30s

            # What a template does not know about its machines. boot: fast, typical, slow,
            # windows, or a law such as { lognormal: { mean: 90s, sd: 30s } }; see also
            # concurrency, acceptQueue.
            instances:
              Group: { boot: typical }

            # The objective that 'headroom check' tests.
            slo:
              latency: { p99: 500ms }
              errors: 0.1%
            """);
  }

  @Test
  void draft_ofASmallGroup_hasLightRequests() {
    assertThat(draft(group("t3.micro", 1, 2), Map.of()))
        .contains("diurnal: { trough: 30/s, peak: 120/s }");
    assertThat(draft(group("t3.micro", 1, 2), Map.of())).contains("mean: 20ms");
  }

  @Test
  void load_ofAnEmptyGroup_isStillALoad() {
    DraftLoad load = DraftLoad.of(List.of(group("m5.large", 0, 0)));
    assertThat(load.trough()).isEqualTo(30);
    assertThat(load.peak()).isEqualTo(60);
    assertThat(load.demand()).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void load_ofAHugeGroup_staysSimulable() {
    DraftLoad load = DraftLoad.of(List.of(group("m5.24xlarge", 100, 1_000)));
    assertThat(load.peak()).isAtMost(400);
    assertThat(load.trough()).isAtMost(load.peak());
    assertThat(load.demand()).isEqualTo(Duration.ofSeconds(144));
  }
}
