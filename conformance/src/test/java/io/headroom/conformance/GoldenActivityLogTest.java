package io.headroom.conformance;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.AlarmTransition;
import io.headroom.ReactionBudget;
import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.SimulationSettings;
import io.headroom.Traffic;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingActivity;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.Timings;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.elb.ElbSettings;
import io.headroom.elb.HealthCheck;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.TargetGroupSpec;
import io.headroom.policies.aws.PredefinedMetric;
import io.headroom.policies.aws.SimpleScaling;
import io.headroom.policies.aws.StepScaling;
import io.headroom.policies.aws.TargetTracking;
import io.headroom.sim.Distribution;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import io.headroom.workload.Arrivals;
import io.headroom.workload.RequestProfile;
import io.headroom.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * One rise of the load, followed minute by minute and worked out by hand from the specifications.
 *
 * <p>One m5.large (2 vCPUs) serves requests of 50 ms. From 09:50:00 8 a second arrive: 20 % CPU. At
 * 10:00:00 it becomes 36 a second: 90 %. Detailed monitoring, and every delay at its deterministic
 * value.
 *
 * <pre>
 * 10:00:00  the load rises
 * 10:01:00  the minute [10:00, 10:01) ends with 90 %
 * 10:02:00  after 60 s the data point can be seen             cloudwatch 5
 * </pre>
 *
 * An alarm of one data point goes to ALARM at 10:02:00 (cloudwatch 7.3), target tracking's of three
 * at 10:04:00, when 10:00, 10:01 and 10:02 can be seen. From the decision on it is the same for
 * all:
 *
 * <pre>
 *  +0 s     desired capacity 1 to 2                           autoscaling AL1
 * +15 s     the group sees the difference                     autoscaling 29.3 reconcileDelay
 * +18 s     EC2 accepts the launch: pending                   autoscaling 29.3 ec2CallDelay
 * +34 s     running                                           autoscaling 29.3 pendingToRunning
 * +47 s     registered, in service                            autoscaling T4, T4a
 * +47 s     first check: port closed                          elb HC-3 with phase 0
 * +77 s     second check: port closed, unhealthy              elb HC-7
 * +94 s     60 s after running the application answers
 * +107 s    third check passes
 * +137 s    fourth check passes: healthy (threshold 2)        elb HC-6
 * </pre>
 */
class GoldenActivityLogTest {
  private static final Instant START = Instant.parse("2026-03-02T09:50:00Z");
  private static final List<String> ZONES = List.of("us-east-1a");
  private static final AlarmSpec CPU_HIGH =
      AlarmSpec.when(
              Metric.of("AWS/EC2", "CPUUtilization").with("AutoScalingGroupName", "web"),
              Statistic.AVERAGE)
          .isAtLeast(60)
          .datapoints(1)
          .period(Duration.ofMinutes(1))
          .named("cpu-high")
          .build();

  private static SimulationResult run(ScalingPolicy policy) {
    TargetGroupSpec targets =
        TargetGroupSpec.application("targets").healthCheck(HealthCheck.APPLICATION.healthyAfter(2));
    Scenario scenario =
        Scenario.builder("golden")
            .start(START)
            .duration(Duration.ofMinutes(20))
            .loadBalancer(LoadBalancerSpec.application("lb", ZONES, targets))
            .group(group(policy))
            .traffic(
                new Traffic(
                    "lb",
                    new EightThenThirtySix(),
                    RequestProfile.of(Distribution.constant(Duration.ofMillis(50)))))
            .settings(exact())
            .build();
    return Simulation.run(scenario);
  }

  private static AutoScalingGroupSpec group(ScalingPolicy policy) {
    return AutoScalingGroupSpec.builder("web")
        .min(1)
        .max(4)
        .zones(ZONES)
        .launchConfiguration(
            LaunchConfiguration.of("m5.large")
                .bootTime(Distribution.constant(Duration.ofSeconds(60))))
        .targetGroups(List.of("targets"))
        .policies(List.of(policy))
        .build();
  }

  private static SimulationSettings exact() {
    ElbSettings elb = ElbSettings.DEFAULT;
    return SimulationSettings.DEFAULT
        .timings(Timings.deterministic())
        .alarms(AlarmSettings.DEFAULT.withPhase(Duration.ZERO))
        .elb(
            new ElbSettings(
                Duration.ZERO,
                Duration.ZERO,
                Duration.ZERO,
                elb.networkFirstCheck(),
                elb.networkFirstCheckSpread(),
                elb.drain(),
                elb.idleMetrics(),
                elb.targetCodes()));
  }

  private static List<String> launches(SimulationResult result) {
    return result.activities().stream()
        .filter(activity -> activity.startNanos() > 0)
        .map(GoldenActivityLogTest::line)
        .toList();
  }

  private static String line(ScalingActivity activity) {
    return clock(activity.startNanos())
        + " to "
        + clock(activity.endNanos().orElseThrow())
        + " "
        + activity.status().awsName()
        + ": "
        + activity.description().replaceAll("i-[0-9a-f]+", "i-*")
        + " | "
        + activity.cause();
  }

  private static String clock(long nanos) {
    return START.plusNanos(nanos).toString().substring(11, 19);
  }

  private static List<String> transitions(SimulationResult result, String alarm) {
    return result.alarmHistory().stream()
        .filter(change -> change.alarm().startsWith(alarm))
        .map(GoldenActivityLogTest::line)
        .toList();
  }

  private static String line(AlarmTransition change) {
    return clock(change.timeNanos()) + " " + change.to();
  }

  private static List<Long> seconds(SimulationResult result) {
    ReactionBudget budget = result.reactions().get(0);
    return budget.parts().stream().map(part -> part.length().toSeconds()).toList();
  }

  private static String launchAt(String alarmed, String decided, String ended, String policy) {
    return "%s to %s Successful: Launching a new EC2 instance: i-* | ".formatted(decided, ended)
        + "At 2026-03-02T%sZ a monitor alarm %s changing the desired capacity from 1 to 2.  "
            .formatted(alarmed, policy)
        + "At 2026-03-02T%sZ an instance was started in response to a difference between desired"
            .formatted(reconciled(alarmed))
        + " and actual capacity, increasing the capacity from 1 to 2.";
  }

  private static String reconciled(String alarmed) {
    return alarmed.replace(":00", ":15").replaceFirst("^10:15", "10:00");
  }

  @Test
  @Rule("autoscaling 28")
  @Rule("cloudwatch 11")
  void stepScaling_launchesAfterOneDataPoint() {
    SimulationResult result =
        run(StepScaling.on(CPU_HIGH).step(0, +1).named("add-one").warmup(Duration.ofMinutes(5)));
    assertThat(transitions(result, "cpu-high"))
        .containsExactly("09:52:00 OK", "10:02:00 ALARM", "10:06:00 OK")
        .inOrder();
    assertThat(launches(result))
        .containsExactly(
            launchAt(
                "10:02:00",
                "10:02:18",
                "10:02:47",
                "cpu-high in state ALARM triggered policy add-one"));
    assertThat(seconds(result)).containsExactly(60L, 60L, 0L, 0L, 0L, 34L, 60L, 43L, 0L).inOrder();
  }

  @Test
  @Rule("autoscaling CD1")
  @Rule("autoscaling CD3")
  @Rule("autoscaling AL2")
  void simpleScaling_dropsTheRepeatsOfItsAlarm_whileItCoolsDown() {
    SimulationResult result =
        run(SimpleScaling.on(CPU_HIGH).change(1).named("add-one").cooldown(Duration.ofMinutes(5)));
    assertThat(launches(result))
        .containsExactly(
            launchAt(
                "10:02:00",
                "10:02:18",
                "10:02:47",
                "cpu-high in state ALARM triggered policy add-one"));
    assertThat(result.capacity().max()).isEqualTo(2);
  }

  @Test
  @Rule("autoscaling TT6")
  @Rule("autoscaling TT14")
  void targetTracking_launchesAfterThreeDataPoints() {
    SimulationResult result =
        run(
            TargetTracking.on(PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION)
                .target(60)
                .named("cpu-60")
                .warmup(Duration.ofMinutes(5)));
    assertThat(transitions(result, "TargetTracking-web-AlarmHigh"))
        .containsExactly("09:52:00 OK", "10:04:00 ALARM", "10:08:00 OK")
        .inOrder();
    assertThat(result.activities().stream().filter(a -> a.startNanos() > 0)).hasSize(1);
    assertThat(seconds(result))
        .containsExactly(60L, 60L, 120L, 0L, 0L, 34L, 60L, 43L, 0L)
        .inOrder();
  }

  /** Evenly spaced requests: 8 a second for ten minutes, then 36 a second. */
  private record EightThenThirtySix() implements Workload {
    private static final long RISE_NANOS = 10 * SimTime.MINUTE;

    @Override
    public String name() {
      return "8 then 36";
    }

    @Override
    public double requestsPerSecond(long timeNanos) {
      return timeNanos < RISE_NANOS ? 8 : 36;
    }

    @Override
    public Arrivals open(RandomStreams random, long horizonNanos) {
      long[] nextNanos = {0};
      return times -> {
        for (int i = 0; i < times.length; i++) {
          times[i] = nextNanos[0];
          nextNanos[0] += (long) (SimTime.SECOND / requestsPerSecond(nextNanos[0]));
        }
        return times.length;
      };
    }
  }
}
