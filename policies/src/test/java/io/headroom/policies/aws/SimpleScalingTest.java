package io.headroom.policies.aws;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.autoscaling.GroupCapacity;
import io.headroom.autoscaling.Pacing;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.policies.Snapshot;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SimpleScalingTest {
  private static final AlarmSpec ALARM =
      AlarmSpec.when(Metric.of("Test", "Load"), Statistic.AVERAGE)
          .isAbove(60)
          .named("load")
          .build();

  @Test
  @Rule("autoscaling 18")
  void adjustment_countsFromDesired() {
    GroupCapacity growing = new GroupCapacity(0, 100, 6, 4, 4, 2, 0);
    Snapshot snapshot = Snapshot.of(1).capacity(growing).asked(ALARM, 70);

    assertThat(SimpleScaling.on(ALARM).change(2).newDecider().decide(snapshot).capacity())
        .hasValue(8);
    assertThat(
            SimpleScaling.on(ALARM)
                .adjust(Adjustment.exactly(3))
                .newDecider()
                .decide(snapshot)
                .capacity())
        .hasValue(3);
    assertThat(
            SimpleScaling.on(ALARM)
                .adjust(Adjustment.percent(-50))
                .newDecider()
                .decide(snapshot)
                .capacity())
        .hasValue(3);
  }

  @Test
  @Rule("autoscaling CD7")
  void pacing_isByCooldown() {
    SimpleScaling policy = SimpleScaling.on(ALARM).change(2);

    assertThat(policy.pacing()).isEqualTo(new Pacing.Cooldown(Optional.empty()));
    assertThat(policy.cooldown(Duration.ZERO).pacing())
        .isEqualTo(new Pacing.Cooldown(Optional.of(Duration.ZERO)));
  }

  @Test
  @Rule("autoscaling ST6")
  void negativeExactCapacity_isRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> SimpleScaling.on(ALARM).adjust(Adjustment.exactly(-1)));
  }

  @Test
  @Rule("autoscaling AJ3")
  void leastMagnitude_needsPercent() {
    Adjustment wrong = new Adjustment(AdjustmentType.CHANGE_IN_CAPACITY, 1, OptionalInt.of(2));

    assertThat(wrong.refusals().stream().map(Refusal::text))
        .containsExactly(
            "ValidationError: MinAdjustmentMagnitude needs PercentChangeInCapacity, not"
                + " ChangeInCapacity");
  }

  @Test
  void hugeChange_saturates() {
    assertThat(Adjustment.change(Integer.MAX_VALUE).applyTo(5)).isEqualTo(Integer.MAX_VALUE);
    assertThat(Adjustment.percent(Integer.MAX_VALUE).applyTo(1_000_000))
        .isEqualTo(Integer.MAX_VALUE);
  }
}
