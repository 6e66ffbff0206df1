package io.headroom.policies.aws;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.autoscaling.GroupCapacity;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.Pacing;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.autoscaling.Trigger;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.Statistic;
import io.headroom.policies.Snapshot;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepScalingTest {
  private static final AlarmSpec.Builder HIGH =
      AlarmSpec.when(GroupMetrics.CPU_UTILIZATION, Statistic.AVERAGE)
          .isAtLeast(60)
          .datapoints(3)
          .named("cpu high");
  private static final StepScaling OUT = StepScaling.on(HIGH).step(0, 20, +2).step(20, +6);

  private static ScalingDecision decide(StepScaling policy, int capacity, double... values) {
    return policy.newDecider().decide(Snapshot.of(capacity).asked(HIGH.build(), values));
  }

  @Test
  void metric_picksTheStep() {
    assertThat(decide(OUT, 4, 65).capacity()).hasValue(6);
    assertThat(decide(OUT, 4, 80).capacity()).hasValue(10);
    assertThat(decide(OUT, 4, 65).sense()).isEqualTo(ScalingDecision.Sense.AT_LEAST);
  }

  @Test
  @Rule("autoscaling AL6")
  void newestDatapoints_areAveraged() {
    assertThat(decide(OUT, 4, 90, 60, 60, 90).capacity()).hasValue(6);
    assertThat(decide(OUT.aggregation(MetricAggregation.MAXIMUM), 4, 60, 60, 90).capacity())
        .hasValue(10);
    assertThat(decide(OUT.aggregation(MetricAggregation.MINIMUM), 4, 99, 62, 99).capacity())
        .hasValue(6);
  }

  @Test
  @Rule("autoscaling ST4")
  void metricWithoutStep_asksForNothing() {
    ScalingDecision decision = decide(OUT, 4, 50);

    assertThat(decision.capacity()).isEmpty();
    assertThat(decision.obstacle()).hasValue(Obstacle.NO_STEP);
    assertThat(decision.reason())
        .isEqualTo("No step adjustment found for metric value [50.0] and breach threshold 60.0");
  }

  @Test
  @Rule("autoscaling ST12")
  void scaleOut_countsFromWarmInstances() {
    GroupCapacity warming = new GroupCapacity(0, 100, 9, 6, 4, 3, 2);
    Snapshot snapshot = Snapshot.of(1).capacity(warming).asked(HIGH.build(), 65);

    assertThat(OUT.newDecider().decide(snapshot).capacity()).hasValue(6);
  }

  @Test
  @Rule("autoscaling ST11")
  void scaleIn_countsInstancesThatLeave() {
    StepScaling in = StepScaling.on(HIGH).stepUpTo(0, -3);
    GroupCapacity leaving = new GroupCapacity(0, 100, 6, 6, 6, 0, 2);
    Snapshot snapshot = Snapshot.of(1).capacity(leaving).asked(HIGH.build(), 40);

    assertThat(in.newDecider().decide(snapshot).capacity()).hasValue(5);
    assertThat(in.newDecider().decide(snapshot).sense()).isEqualTo(ScalingDecision.Sense.AT_MOST);
  }

  @Test
  @Rule("autoscaling AJ3")
  void leastMagnitude_isInInstances() {
    StepScaling policy =
        StepScaling.on(HIGH)
            .type(AdjustmentType.PERCENT_CHANGE_IN_CAPACITY)
            .minimumMagnitude(2)
            .step(0, 25);

    assertThat(decide(policy, 4, 70).capacity()).hasValue(6);
  }

  @Test
  @Rule("autoscaling ST5")
  @Rule("autoscaling 30.2")
  void steps_areCheckedAllAtOnce() {
    StepScaling policy = StepScaling.on(HIGH).step(0, 10, 1).step(20, 10, 2);

    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> policy.triggers(Snapshot.WEB));
    assertThat(refusal).hasMessageThat().contains("must be above its lower bound");
    assertThat(refusal)
        .hasMessageThat()
        .contains(
            "There must be a StepAdjustment with an unspecified upper bound (i.e., upper bound is"
                + " null) when one StepAdjustment has a positive upper bound");
  }

  @Test
  @Rule("autoscaling ST14")
  void triggers_areItsAlarmsWithTheNamesOfTheGroup() {
    AlarmSpec second = HIGH.build().toBuilder().named("second").build();
    List<Trigger> triggers = OUT.and(second, AlarmState.OK).triggers(Snapshot.WEB);

    Trigger.OnAlarm first = (Trigger.OnAlarm) triggers.get(0);
    assertThat(first.alarm().metric().dimensions()).containsExactly("AutoScalingGroupName", "web");
    assertThat(first.state()).isEqualTo(AlarmState.ALARM);
    assertThat(((Trigger.OnAlarm) triggers.get(1)).state()).isEqualTo(AlarmState.OK);
  }

  @Test
  void pacing_isByWarmupAlone() {
    assertThat(OUT.warmup(Duration.ofSeconds(60)).pacing())
        .isEqualTo(new Pacing.Warmup(Optional.of(Duration.ofSeconds(60)), Pacing.ScaleIn.ALONE));
  }
}
