package io.headroom.policies.aws.predictive;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.policies.aws.predictive.PredictiveRun.desired;
import static io.headroom.policies.aws.predictive.PredictiveRun.given;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.SimulationResult;
import io.headroom.autoscaling.LedgerEntry;
import io.headroom.autoscaling.Obstacle;
import io.headroom.autoscaling.ScalingDecision;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictiveScalingTest {
  private static final String MONDAY_NINE = "2026-01-05T09:00:00Z";

  private static List<LedgerEntry> ledger(SimulationResult result, String policy) {
    return result.ledger().stream().filter(each -> each.policy().equals(policy)).toList();
  }

  /** A dynamic policy that always asks for one capacity. */
  private static ScalingPolicy wanting(int capacity) {
    return ScalingPolicy.every(
        "dynamic", Duration.ofMinutes(1), context -> ScalingDecision.capacity(capacity));
  }

  /** A day of 40, but 400 in the hour from 10:00, that ends at 9:00. */
  private static List<Double> dayUntilNine() {
    List<Double> loads = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      int hour = (9 + i) % 24;
      loads.add(hour == 10 ? 400.0 : 40.0);
    }
    return loads;
  }

  @Test
  @Rule("autoscaling PS3")
  @Rule("autoscaling PS4")
  void nextHour_isReadyABufferEarly() {
    SimulationResult result =
        new PredictiveRun(MONDAY_NINE).policy(given(1, 6)).run(Duration.ofMinutes(90));

    assertThat(desired(result, 53)).isEqualTo(1);
    assertThat(desired(result, 55)).isEqualTo(6);
    assertThat(ledger(result, "predictive").get(1).reason())
        .isEqualTo("forecast for 2026-01-05T10:00:00Z: capacity 6 as given");
  }

  @Test
  @Rule("autoscaling PS3")
  void lowerForecast_leavesTheCapacity() {
    SimulationResult result =
        new PredictiveRun(MONDAY_NINE)
            .group(0, 10, 5)
            .policy(given(5, 2, 1))
            .run(Duration.ofHours(3));

    assertThat(desired(result, 179)).isEqualTo(5);
  }

  @Test
  @Rule("autoscaling PS5")
  void forecast_isAFloorForOthers() {
    SimulationResult result =
        new PredictiveRun(MONDAY_NINE)
            .group(0, 10, 5)
            .policy(given(4, 2))
            .policy(wanting(1))
            .run(Duration.ofHours(2));

    assertThat(desired(result, 30)).isEqualTo(4);
    assertThat(desired(result, 58)).isEqualTo(4);
    assertThat(desired(result, 65)).isEqualTo(2);
    assertThat(ledger(result, "dynamic").get(0).obstacles()).containsExactly(Obstacle.FORECAST);
  }

  @Test
  @Rule("autoscaling PS6")
  @Rule("autoscaling MP6")
  void largestCapacity_wins() {
    SimulationResult result =
        new PredictiveRun(MONDAY_NINE)
            .group(1, 20, 6)
            .policy(given(8, 8))
            .policy(wanting(10))
            .run(Duration.ofMinutes(70));

    assertThat(desired(result, 69)).isEqualTo(10);
  }

  @Test
  @Rule("autoscaling PS7")
  @Rule("autoscaling PS8")
  void maximum_isRaisedAndStaysSo() {
    SimulationResult result =
        new PredictiveRun(MONDAY_NINE)
            .group(0, 40, 1)
            .policy(given(1, 50, 1, 1).breach(MaxCapacityBreach.increase(10)))
            .policy(wanting(100))
            .run(Duration.ofHours(3));

    assertThat(desired(result, 50)).isEqualTo(40);
    assertThat(desired(result, 61)).isEqualTo(55);
    assertThat(desired(result, 179)).isEqualTo(55);
  }

  @Test
  @Rule("autoscaling PS2")
  void forecastOnly_changesNothingAndSaysWhy() {
    SimulationResult result =
        new PredictiveRun(MONDAY_NINE)
            .policy(given(9, 9).mode(ForecastMode.FORECAST_ONLY))
            .run(Duration.ofMinutes(70));

    assertThat(desired(result, 69)).isEqualTo(1);
    assertThat(ledger(result, "predictive").get(0).obstacles())
        .containsExactly(Obstacle.FORECAST_ONLY);
  }

  @Test
  @Rule("autoscaling PS2")
  void secondPolicyThatScales_isRefused() {
    PredictiveRun run =
        new PredictiveRun(MONDAY_NINE).policy(given(1)).policy(given(1).named("other"));

    AutoScalingException refused =
        assertThrows(AutoScalingException.class, () -> run.run(Duration.ofHours(1)));
    assertThat(refused).hasMessageThat().contains("only one predictive scaling policy");
  }

  @Test
  @Rule("autoscaling PS1")
  void policyWithoutADayOfHistory_waits() {
    PredictiveScaling policy =
        given().knowing(Foreknowledge.history(dayUntilNine().subList(1, 24)));
    SimulationResult result =
        new PredictiveRun(MONDAY_NINE).policy(policy).run(Duration.ofMinutes(30));

    assertThat(ledger(result, "predictive").get(0).obstacles())
        .containsExactly(Obstacle.MISSING_DATA);
    assertThat(ledger(result, "predictive").get(0).reason())
        .isEqualTo("23 hours of history, a forecast needs 24");
  }

  @Test
  @Rule("autoscaling PS1")
  @Rule("autoscaling PS12")
  void historyOfADay_forecastsTheSameHour() {
    SimulationResult result =
        new PredictiveRun(MONDAY_NINE)
            .policy(given().knowing(Foreknowledge.history(dayUntilNine())))
            .run(Duration.ofMinutes(90));

    assertThat(desired(result, 53)).isEqualTo(1);
    assertThat(desired(result, 55)).isEqualTo(10);
    assertThat(ledger(result, "predictive").get(1).reason())
        .isEqualTo("forecast for 2026-01-05T10:00:00Z: load 400.00 / 40.0 needs 10");
  }

  @Test
  @Rule("autoscaling PS12")
  void sameHourOfTheWeek_goesBeforeThatOfTheDay() {
    LoadHistory history = new LoadHistory();
    for (int hour = 0; hour < 8 * 24; hour++) {
      history.put(hour, hour < 24 ? 100 : 10);
    }

    assertThat(history.forecast(14 * 24 + 3).orElseThrow()).isEqualTo(55);
    assertThat(history.forecast(9 * 24 + 3).orElseThrow()).isEqualTo(10);
  }

  @Test
  @Rule("autoscaling PS12")
  void dayThatHasNotComeRound_isTheMeanOfTheHour() {
    LoadHistory history = new LoadHistory();
    for (int hour = 0; hour < 48; hour++) {
      history.put(hour, hour < 24 ? 100 : 200);
    }

    assertThat(history.forecast(2 * 24 + 3).orElseThrow()).isEqualTo(150);
    assertThat(history.hours()).isEqualTo(48);
  }

  @Test
  @Rule("autoscaling PS1")
  void fourteenDays_areRemembered() {
    LoadHistory history = new LoadHistory();
    for (int hour = 0; hour < 20 * 24; hour++) {
      history.put(hour, hour);
    }

    assertThat(history.hours()).isEqualTo(14 * 24);
  }

  @Test
  @Rule("autoscaling PS1")
  void forecasts_areMadeEverySixHoursFor48() {
    LoadHistory history = new LoadHistory();
    for (int hour = 0; hour < 24; hour++) {
      history.put(hour, 10);
    }
    HourlyForecasts forecasts = new HourlyForecasts(history);
    forecasts.refresh(24);
    assertThat(forecasts.load(24)).hasValue(10.0);
    assertThat(forecasts.load(24 + 47)).hasValue(10.0);
    assertThat(forecasts.load(24 + 48)).isEmpty();

    for (int hour = 24; hour < 30; hour++) {
      history.put(hour, 30);
    }
    forecasts.refresh(29);
    assertThat(forecasts.load(48)).hasValue(10.0);
    forecasts.refresh(30);
    assertThat(forecasts.load(48)).hasValue(20.0);
  }

  @Test
  @Rule("autoscaling PS9")
  void metricPairs_haveAwsNames() {
    assertThat(MetricPair.awsNames())
        .containsExactly("ASGCPUUtilization", "ASGNetworkIn", "ASGNetworkOut", "ALBRequestCount");
    assertThat(MetricPair.named("ASGNetworkIn")).hasValue(MetricPair.NETWORK_IN);
    assertThat(MetricPair.named("Latency")).isEmpty();
  }

  @Test
  @Rule("autoscaling PS13")
  void correlation_isOneForProportionalMetrics() {
    PairCorrelation correlation = new PairCorrelation();
    assertThat(correlation.coefficient()).isEqualTo(java.util.OptionalDouble.empty());
    correlation.add(10, 100);
    correlation.add(20, 200);
    correlation.add(40, 400);

    assertThat(correlation.coefficient().orElseThrow()).isWithin(1e-12).of(1);
    correlation.add(50, 0);
    assertThat(correlation.coefficient().orElseThrow()).isLessThan(0.5);
  }
}
