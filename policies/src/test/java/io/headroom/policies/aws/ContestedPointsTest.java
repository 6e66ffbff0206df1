package io.headroom.policies.aws;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.autoscaling.AutoScalingSettings;
import io.headroom.autoscaling.AutoScalingSettings.UnboundedStep;
import io.headroom.autoscaling.AutoScalingSettings.WarmupBase;
import io.headroom.autoscaling.GroupCapacity;
import io.headroom.autoscaling.GroupIdentity;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.autoscaling.TargetTrackingSettings;
import io.headroom.autoscaling.TargetTrackingSettings.EmptyGroup;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.policies.Snapshot;
import io.headroom.testing.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** The other reading of each contested point that policies have. */
class ContestedPointsTest {
  private static final TargetTracking CPU =
      TargetTracking.on(PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION).target(50);
  private static final AlarmSpec ALARM =
      AlarmSpec.when(Metric.of("Custom", "Load"), Statistic.AVERAGE).isAtLeast(50).build();

  /** Four of six instances are warm. */
  private static final GroupCapacity WARMING = new GroupCapacity(1, 20, 6, 6, 4, 0, 0);

  private static AutoScalingSettings tracking(TargetTrackingSettings settings) {
    return AutoScalingSettings.DEFAULT.targetTracking(settings);
  }

  private static GroupIdentity webWith(TargetTrackingSettings settings) {
    return Snapshot.WEB.with(tracking(settings));
  }

  private static double[] all(int count, double value) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  @Test
  @Rule("autoscaling C1")
  void warmingInstances_areOutsideTheBaseOrInIt() {
    StepScaling step =
        StepScaling.on(ALARM).step(0, 100).type(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY);
    Snapshot warming = Snapshot.of(1).capacity(WARMING);
    AutoScalingSettings desired = AutoScalingSettings.DEFAULT.warmupBase(WarmupBase.DESIRED);
    Snapshot asked = warming.asked(ALARM, 70);

    assertThat(step.newDecider().decide(asked).capacity()).hasValue(8);
    assertThat(step.newDecider().decide(asked.settings(desired)).capacity()).hasValue(12);
    Snapshot high = warming.asked(CPU.highAlarm(Snapshot.WEB), 75);
    assertThat(CPU.newDecider().decide(high).capacity()).hasValue(6);
    assertThat(CPU.newDecider().decide(high.settings(desired)).capacity()).hasValue(9);
  }

  @Test
  @Rule("autoscaling C5")
  @Rule("autoscaling ST5")
  void stepWithoutBounds_isRefusedOrNot() {
    Steps steps = new Steps(List.of(new Step(OptionalDouble.empty(), OptionalDouble.empty(), 1)));
    StepScaling unbounded =
        new StepScaling(
            "unbounded",
            AlarmTriggers.on(ALARM),
            AdjustmentType.CHANGE_IN_CAPACITY,
            steps,
            OptionalInt.empty(),
            MetricAggregation.AVERAGE,
            Optional.empty());
    GroupIdentity lenient =
        Snapshot.WEB.with(AutoScalingSettings.DEFAULT.unboundedStep(UnboundedStep.ALLOWED));

    assertThrows(AutoScalingException.class, () -> unbounded.triggers(Snapshot.WEB));
    assertThat(unbounded.triggers(lenient)).hasSize(1);
    assertThat(unbounded.newDecider().decide(Snapshot.of(3).asked(ALARM, 70)).capacity())
        .hasValue(4);
  }

  @Test
  @Rule("autoscaling C6")
  @Rule("autoscaling TT8")
  void lowThreshold_isAFactorOfTheTarget() {
    assertThat(CPU.lowAlarm(Snapshot.WEB).threshold()).isEqualTo(45);
    assertThat(
            CPU.lowAlarm(webWith(TargetTrackingSettings.DEFAULT.alarmLowFactor(0.7))).threshold())
        .isEqualTo(35);
    assertThat(CPU.lowShare(0.8).lowAlarm(Snapshot.WEB).threshold()).isEqualTo(40);
  }

  @Test
  @Rule("autoscaling C6")
  void smallGroup_hasAFactorOfItsOwn() {
    TargetTrackingSettings small = TargetTrackingSettings.DEFAULT.smallGroups(4, 0.7);
    AlarmSpec alarm = CPU.lowAlarm(webWith(small));
    assertThat(alarm.threshold()).isEqualTo(45);

    Snapshot between = Snapshot.of(4).settings(tracking(small)).asked(alarm, all(15, 36));
    ScalingDecision held = CPU.newDecider().decide(between);
    assertThat(held.capacity()).isEmpty();
    assertThat(held.obstacle()).hasValue(Obstacle.LOW_THRESHOLD);
    Snapshot below = Snapshot.of(4).settings(tracking(small)).asked(alarm, all(15, 30));
    assertThat(CPU.newDecider().decide(below).capacity()).hasValue(3);
    Snapshot large = Snapshot.of(10).settings(tracking(small)).asked(alarm, all(15, 36));
    assertThat(CPU.newDecider().decide(large).capacity()).hasValue(8);
  }

  @Test
  @Rule("autoscaling C7")
  @Rule("autoscaling TT21")
  void emptyGroup_asksForNothingOrCountsAsOne() {
    Snapshot empty =
        Snapshot.of(1)
            .capacity(new GroupCapacity(0, 10, 0, 0, 0, 0, 0))
            .asked(CPU.highAlarm(Snapshot.WEB), 120);
    assertThat(CPU.newDecider().decide(empty).obstacle()).hasValue(Obstacle.EMPTY_GROUP);

    TargetTrackingSettings asOne = TargetTrackingSettings.DEFAULT.emptyGroup(EmptyGroup.AS_ONE);
    assertThat(CPU.newDecider().decide(empty.settings(tracking(asOne))).capacity()).hasValue(3);
  }

  @Test
  @Rule("autoscaling TT16")
  void scaleInFraction_limitsEveryPolicy() {
    TargetTrackingSettings gradual = TargetTrackingSettings.DEFAULT.maxScaleInFraction(0.25);
    Snapshot low = Snapshot.of(10).asked(CPU.lowAlarm(Snapshot.WEB), 5);

    assertThat(CPU.newDecider().decide(low).capacity()).hasValue(1);
    assertThat(CPU.newDecider().decide(low.settings(tracking(gradual))).capacity()).hasValue(8);
  }

  @Test
  void factorsOutOfRange_areRefused() {
    TargetTrackingSettings defaults = TargetTrackingSettings.DEFAULT;
    assertThrows(IllegalArgumentException.class, () -> defaults.alarmLowFactor(0));
    assertThrows(IllegalArgumentException.class, () -> defaults.maxScaleInFraction(1.1));
    assertThrows(IllegalArgumentException.class, () -> defaults.smallGroups(-1, 0.7));
  }

  @Test
  @Rule("autoscaling TT4")
  void unsuitableMetrics_areNotRefused() {
    for (String name : new String[] {"RequestCount", "TargetResponseTime"}) {
      TargetTracking policy =
          TargetTracking.on(
                  CustomizedMetric.of(
                      Metric.of("AWS/ApplicationELB", name).with("LoadBalancer", "app/lb/1"),
                      Statistic.AVERAGE))
              .target(1);
      assertThat(policy.triggers(Snapshot.WEB)).hasSize(2);
    }
  }

  @Test
  @Rule("autoscaling 33.3")
  @Rule("autoscaling ST9")
  void furtherBreach_addsOnlyTheDifference() {
    StepScaling ten =
        StepScaling.on(ALARM)
            .step(10, 20, 10)
            .step(20, 30)
            .type(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY);
    GroupCapacity eleven = new GroupCapacity(1, 100, 11, 10, 10, 1, 0);
    Snapshot warming = Snapshot.of(1).capacity(eleven);

    assertThat(ten.newDecider().decide(warming.asked(ALARM, 62)).capacity()).hasValue(11);
    assertThat(ten.newDecider().decide(warming.asked(ALARM, 70)).capacity()).hasValue(13);
  }

  @Test
  @Rule("autoscaling 33.4")
  void percentages_goTowardsZeroButNotToIt() {
    assertThat(Adjustment.percent(10).applyTo(19)).isEqualTo(20);
    assertThat(Adjustment.percent(10).applyTo(4)).isEqualTo(5);
    assertThat(Adjustment.percent(-10).applyTo(19)).isEqualTo(18);
    assertThat(Adjustment.percent(-10).applyTo(4)).isEqualTo(3);
  }
}
