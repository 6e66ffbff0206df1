package io.headroom.autoscaling;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.autoscaling.GroupFixture.web;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ForecastsTest {
  private static final Metric LOAD = Metric.of("AWS/AutoScaling", "PredictiveScalingLoadForecast");

  private static ScriptedPolicy forecasting(OptionalInt floor, OptionalInt maximum) {
    Forecast forecast = new Forecast(floor, maximum, List.of(new Forecast.Value(LOAD, 153.07)));
    return ScriptedPolicy.of("forecast", Pacing.IMMEDIATE)
        .at(60, ScalingDecision.none("forecast").with(forecast));
  }

  private static ScriptedPolicy wanting(long second, int capacity) {
    return ScriptedPolicy.of("dynamic", Pacing.IMMEDIATE).at(second, capacity);
  }

  private static GroupFixture started(ScriptedPolicy... policies) {
    return new GroupFixture().start(web().max(10).desired(6).policies(List.of(policies)));
  }

  @Test
  @Rule("autoscaling PS5")
  void floor_holdsUpScaleIn() {
    GroupFixture run =
        started(forecasting(OptionalInt.of(4), OptionalInt.empty()), wanting(120, 1)).runTo(120);

    assertThat(run.desired()).isEqualTo(4);
    assertThat(run.wish("dynamic", 0).obstacles()).containsExactly(Obstacle.FORECAST);
  }

  @Test
  @Rule("autoscaling PS5")
  void floorAboveTheDesiredCapacity_raisesNothing() {
    GroupFixture run =
        started(forecasting(OptionalInt.of(9), OptionalInt.empty()), wanting(120, 1)).runTo(120);

    assertThat(run.desired()).isEqualTo(6);
  }

  @Test
  @Rule("autoscaling PS8")
  void maximum_staysRaised() {
    GroupFixture run =
        started(forecasting(OptionalInt.empty(), OptionalInt.of(15)), wanting(120, 14)).runTo(120);

    assertThat(run.desired()).isEqualTo(14);
    assertThat(run.capacity().maximum()).isEqualTo(15);
  }

  @Test
  @Rule("autoscaling PS13")
  void values_arePublished() {
    GroupFixture run = started(forecasting(OptionalInt.empty(), OptionalInt.empty())).runTo(300);

    assertThat(
            run.metrics
                .statistic(
                    LOAD,
                    Statistic.AVERAGE,
                    SimTime.MINUTE,
                    2 * SimTime.MINUTE,
                    300 * SimTime.SECOND)
                .orElseThrow())
        .isEqualTo(153.07);
  }

  @Test
  void wallClock_asksAtItsMultiplesLessTheLead() {
    Trigger.OnClock hourly = new Trigger.OnClock(Duration.ofHours(1), Duration.ofMinutes(5));

    assertThat(hourly.firstAfter(Instant.parse("2026-01-01T09:30:00Z")))
        .isEqualTo(Duration.ofMinutes(25));
    assertThat(hourly.firstAfter(Instant.parse("2026-01-01T09:55:00Z"))).isEqualTo(Duration.ZERO);
    assertThat(hourly.firstAfter(Instant.parse("2026-01-01T09:56:00Z")))
        .isEqualTo(Duration.ofMinutes(59));
  }
}
