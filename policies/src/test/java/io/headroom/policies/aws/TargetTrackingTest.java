package io.headroom.policies.aws;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.autoscaling.GroupCapacity;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.Pacing;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MissingData;
import io.headroom.cloudwatch.Statistic;
import io.headroom.policies.Snapshot;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetTrackingTest {
  private static final TargetTracking CPU =
      TargetTracking.on(PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION).target(60).named("cpu");
  private static final TargetTracking REQUESTS =
      TargetTracking.on(PredefinedMetric.ALB_REQUEST_COUNT_PER_TARGET).target(900);

  private static ScalingDecision onHigh(GroupCapacity capacity, double metric) {
    AlarmSpec alarm = CPU.highAlarm(Snapshot.WEB);
    return CPU.newDecider().decide(Snapshot.of(1).capacity(capacity).asked(alarm, 50, metric));
  }

  @Test
  @Rule("autoscaling TT1")
  @Rule("autoscaling TT3")
  void requestsPerTarget_areTheSumOfAMinute() {
    AlarmSpec alarm = REQUESTS.highAlarm(Snapshot.WEB);

    assertThat(alarm.metric())
        .isEqualTo(
            Metric.of("AWS/ApplicationELB", "RequestCountPerTarget")
                .with("LoadBalancer", "app/lb/0123456789abcdef")
                .with("TargetGroup", "targetgroup/tg/fedcba9876543210"));
    assertThat(alarm.statistic()).isEqualTo(Statistic.SUM);
    assertThat(alarm.period()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  @Rule("autoscaling TT1")
  void resourceLabel_namesTheTargetGroup() {
    String label = "app/other/1/targetgroup/second/2";

    assertThat(new LabelledMetric(label).of(Snapshot.WEB).metric().dimensions())
        .containsExactly("LoadBalancer", "app/other/1", "TargetGroup", "targetgroup/second/2");
    assertThrows(IllegalArgumentException.class, () -> new LabelledMetric("app/x/targetgroup/y"));
  }

  @Test
  @Rule("autoscaling TT1")
  @Rule("autoscaling TT9")
  void ec2Metrics_areTheGroupsAverageAtThePeriodOfItsMonitoring() {
    GroupIdentity basic = new GroupIdentity("web", Duration.ofMinutes(5), List.of());
    for (PredefinedMetric metric :
        List.of(
            PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION,
            PredefinedMetric.ASG_AVERAGE_NETWORK_IN,
            PredefinedMetric.ASG_AVERAGE_NETWORK_OUT)) {
      assertThat(metric.of(basic).period()).isEqualTo(Duration.ofMinutes(5));
      assertThat(metric.of(basic).statistic()).isEqualTo(Statistic.AVERAGE);
      assertThat(metric.of(basic).metric().dimensions())
          .containsExactly("AutoScalingGroupName", "web");
    }
  }

  @Test
  @Rule("autoscaling TT5")
  void names_areOfTheRealShapeAndRepeatable() {
    assertThat(CPU.highAlarm(Snapshot.WEB).name())
        .matches("TargetTracking-web-AlarmHigh-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    assertThat(CPU.highAlarm(Snapshot.WEB)).isEqualTo(CPU.highAlarm(Snapshot.WEB));
    assertThat(CPU.highAlarm(Snapshot.WEB).name())
        .isNotEqualTo(CPU.named("other").highAlarm(Snapshot.WEB).name());
  }

  @Test
  @Rule("autoscaling TT12")
  void missingData_areLeftMissing() {
    assertThat(CPU.highAlarm(Snapshot.WEB).missingData()).isEqualTo(MissingData.MISSING);
    AlarmSpec alarm = CPU.highAlarm(Snapshot.WEB);
    assertThat(CPU.newDecider().decide(Snapshot.of(4).asked(alarm)).obstacle())
        .hasValue(Obstacle.MISSING_DATA);
  }

  @Test
  @Rule("autoscaling TT10")
  void shorterPeriods_shortenTheAlarms() {
    TargetTracking fast =
        TargetTracking.on(
                new CustomizedMetric(
                    Metric.of("Custom", "Load"), Statistic.AVERAGE, Duration.ofSeconds(10)))
            .target(5);

    assertThat(fast.highAlarm(Snapshot.WEB).period()).isEqualTo(Duration.ofSeconds(10));
    assertThat(fast.highAlarm(Snapshot.WEB).evaluationPeriods()).isEqualTo(3);
    assertThat(fast.lowAlarm(Snapshot.WEB).evaluationPeriods()).isEqualTo(15);
  }

  @Test
  @Rule("autoscaling TT22")
  void highAlarm_neverLowersTheCapacity() {
    ScalingDecision decision = onHigh(new GroupCapacity(0, 100, 9, 9, 6, 0, 0), 70);

    assertThat(decision.capacity()).hasValue(7);
    assertThat(decision.sense()).isEqualTo(ScalingDecision.Sense.AT_LEAST);
    assertThat(decision.reason()).isEqualTo("6 warm x 70.0 / 60.0 needs 7");
  }

  @Test
  @Rule("autoscaling TT21")
  void groupWithoutWarmInstances_asksForNothing() {
    assertThat(onHigh(new GroupCapacity(0, 100, 2, 2, 0, 0, 0), 90).capacity()).isEmpty();
  }

  @Test
  @Rule("autoscaling TT19")
  void lowAlarm_countsInstancesThatLeave() {
    GroupCapacity leaving = new GroupCapacity(0, 100, 8, 8, 8, 0, 2);
    AlarmSpec alarm = CPU.lowAlarm(Snapshot.WEB);
    Snapshot snapshot = Snapshot.of(1).capacity(leaving).asked(alarm, 30);

    assertThat(CPU.newDecider().decide(snapshot).capacity()).hasValue(5);
  }

  @Test
  @Rule("autoscaling TT16")
  void largestScaleIn_limitsOneStep() {
    TargetTracking gradual = CPU.largestScaleIn(0.25);
    Snapshot snapshot = Snapshot.of(10).asked(CPU.lowAlarm(Snapshot.WEB), 6);

    ScalingDecision limited = gradual.newDecider().decide(snapshot);
    assertThat(limited.capacity()).hasValue(8);
    assertThat(limited.obstacle()).hasValue(Obstacle.SCALE_IN_SHARE);
    ScalingDecision free = CPU.newDecider().decide(snapshot);
    assertThat(free.capacity()).hasValue(1);
    assertThat(free.obstacle()).isEmpty();
  }

  @Test
  @Rule("autoscaling TT17")
  void binaryNoise_addsNoInstance() {
    assertThat(Capacity.needed(10, 0.1 + 0.2, 0.3)).isEqualTo(10);
    assertThat(Capacity.needed(3, 70, 0.7 * 100)).isEqualTo(3);
    assertThat(Capacity.needed(10, 150.001, 100)).isEqualTo(16);
    assertThat(Capacity.needed(1_000, 1e300, 1e-300)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void pacing_needsConsentUnlessItNeverScalesIn() {
    assertThat(((Pacing.Warmup) CPU.pacing()).scaleIn()).isEqualTo(Pacing.ScaleIn.UNANIMOUS);
    assertThat(((Pacing.Warmup) CPU.withoutScaleIn().pacing()).scaleIn())
        .isEqualTo(Pacing.ScaleIn.DISABLED);
  }

  @Test
  void numbersOutOfRange_areRefused() {
    assertThrows(IllegalArgumentException.class, () -> CPU.lowShare(0));
    assertThrows(IllegalArgumentException.class, () -> CPU.largestScaleIn(1.5));
    assertThrows(
        IllegalArgumentException.class, () -> TargetTracking.on(CPU.metric()).target(Double.NaN));
  }
}
