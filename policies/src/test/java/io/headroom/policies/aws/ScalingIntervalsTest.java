package io.headroom.policies.aws;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.policies.Snapshot;
import io.headroom.policies.aws.ScalingIntervals.Interval;
import io.headroom.policies.aws.ScalingIntervals.Side;
import io.headroom.policies.aws.ScalingIntervals.Sides;
import io.headroom.testing.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ScalingIntervalsTest {
  private static final OptionalDouble OPEN = OptionalDouble.empty();

  private static Sides changes(Interval... intervals) {
    return ScalingIntervals.of(intervals).split(AdjustmentType.CHANGE_IN_CAPACITY);
  }

  private static void assertRefused(Interval... intervals) {
    assertThrows(AutoScalingException.class, () -> changes(intervals));
  }

  private static OptionalDouble at(double bound) {
    return OptionalDouble.of(bound);
  }

  @Test
  @Rule("autoscaling 19.4.1")
  @Rule("autoscaling 19.4.5")
  void openBounds_areThoseOfTheNeighbours() {
    Sides sides = changes(Interval.upTo(10, -1), Interval.from(70, 3), Interval.from(50, 1));

    assertThat(sides.lower()).hasValue(new Side(10, new Steps(List.of(new Step(OPEN, at(0), -1)))));
    assertThat(sides.upper())
        .hasValue(
            new Side(
                50, new Steps(List.of(new Step(at(0), at(20), 1), new Step(at(20), OPEN, 3)))));
  }

  @Test
  @Rule("autoscaling 19.4.2")
  void zeroChange_isARangeWithoutChangeAndMergesWithGaps() {
    Sides sides = changes(Interval.upTo(10, -1), Interval.between(20, 40, 0), Interval.from(50, 2));

    assertThat(sides.lower().orElseThrow().threshold()).isEqualTo(10);
    assertThat(sides.upper().orElseThrow().threshold()).isEqualTo(50);
  }

  @Test
  @Rule("autoscaling 19.4.2")
  void twoRangesWithoutChange_areRefused() {
    assertRefused(
        Interval.between(0, 10, -1), Interval.between(20, 30, 1), Interval.between(40, 50, 2));
  }

  @Test
  @Rule("autoscaling 19.4.2")
  void zeroAsExactCapacity_isAChange() {
    Sides sides =
        ScalingIntervals.of(
                Interval.between(0, 10, 0), Interval.between(10, 20, 1), Interval.from(20, 2))
            .split(AdjustmentType.EXACT_CAPACITY);

    assertThat(sides.lower()).hasValue(new Side(10, new Steps(List.of(new Step(OPEN, at(0), 0)))));
  }

  @Test
  @Rule("autoscaling 19.4.3")
  void impossibleIntervals_areRefused() {
    assertRefused(Interval.upTo(10, 1));
    assertRefused(Interval.between(0, 10, -1), Interval.between(5, 20, 1));
    assertRefused(Interval.from(10, 1), Interval.upTo(20, 2));
    assertRefused(Interval.upTo(10, 1), new Interval(OPEN, OPEN, OptionalInt.of(1)));
    List<Interval> many = new ArrayList<>();
    for (int i = 0; i < 41; i++) {
      many.add(Interval.between(i, i + 1, i));
    }
    assertRefused(many.toArray(Interval[]::new));
  }

  @Test
  @Rule("autoscaling 19.4.4")
  void intervalsWithoutAQuietRange_areSplitInTheMiddle() {
    Sides sides =
        changes(
            Interval.between(0, 20, -2),
            Interval.between(20, 40, -1),
            Interval.between(40, 60, 1),
            Interval.from(60, 2));

    assertThat(sides.lower().orElseThrow().threshold()).isEqualTo(40);
    assertThat(sides.lower().orElseThrow().steps().all()).hasSize(2);
    assertThat(sides.upper().orElseThrow().threshold()).isEqualTo(40);
  }

  @Test
  @Rule("autoscaling 19.4.4")
  void quietRangeAtAnEnd_leavesOnePolicy() {
    Sides sides =
        changes(Interval.between(0, 50, 0), Interval.between(50, 70, 1), Interval.from(70, 2));

    assertThat(sides.lower()).isEmpty();
    assertThat(sides.upper().orElseThrow().threshold()).isEqualTo(50);
  }

  @Test
  @Rule("autoscaling 19.4.5")
  @Rule("autoscaling 19.4.6")
  void policies_passAwsValidationAndLookAtOnePeriod() {
    List<StepScaling> policies =
        ScalingIntervals.of(Interval.upTo(10, -1), Interval.from(50, 1), Interval.from(70, 3))
            .policies(
                Metric.of("Custom", "Load"), Statistic.AVERAGE, AdjustmentType.CHANGE_IN_CAPACITY);

    assertThat(policies).hasSize(2);
    for (StepScaling policy : policies) {
      assertThat(policy.triggers(Snapshot.WEB)).hasSize(1);
      AlarmSpec alarm = policy.alarms().all().get(0).alarm();
      assertThat(alarm.evaluationPeriods()).isEqualTo(1);
    }
    AlarmSpec upper = policies.get(1).alarms().all().get(0).alarm();
    assertThat(policies.get(1).newDecider().decide(Snapshot.of(4).asked(upper, 75)).capacity())
        .hasValue(7);
  }
}
