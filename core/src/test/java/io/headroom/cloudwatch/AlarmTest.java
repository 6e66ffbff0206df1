package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.cloudwatch.AlarmState.ALARM;
import static io.headroom.cloudwatch.AlarmState.INSUFFICIENT_DATA;
import static io.headroom.cloudwatch.AlarmState.OK;
import static io.headroom.sim.SimTime.MINUTE;
import static io.headroom.sim.SimTime.SECOND;

import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlarmTest {
  private static final Metric METRIC = Metric.of("Test", "m");
  private static final Publication AT_ONCE = new Publication(Duration.ZERO, Duration.ZERO);
  private static final AlarmSettings SETTINGS =
      AlarmSettings.DEFAULT.withStart(Instant.parse("2026-03-01T12:00:00Z"));

  private final MetricStore store = new MetricStore();
  private final MetricSeries series = store.open(METRIC, Unit.PERCENT, AT_ONCE);

  @Test
  @Rule("cloudwatch 7.7.1")
  void newAlarm_hasInsufficientDataAndThenTheStateOfItsFirstEvaluation() {
    series.record(0, 90);
    Alarm alarm = alarm(average().isAbove(60));
    assertThat(alarm.state()).isEqualTo(INSUFFICIENT_DATA);
    assertThat(alarm.newest()).isEmpty();
    AlarmEvaluation evaluation = alarm.evaluate(MINUTE);
    assertThat(evaluation.priorState()).isEqualTo(INSUFFICIENT_DATA);
    assertThat(evaluation.isTransition()).isTrue();
    assertThat(alarm.state()).isEqualTo(ALARM);
  }

  @Test
  @Rule("cloudwatch 7.4.4")
  @Rule("cloudwatch 7.4.5")
  @Rule("cloudwatch 7.4.6")
  void metricWithoutData_leavesTheTreatmentToDecide() {
    assertThat(alarm(empty(MissingData.BREACHING)).evaluate(MINUTE).state()).isEqualTo(ALARM);
    assertThat(alarm(empty(MissingData.NOT_BREACHING)).evaluate(MINUTE).state()).isEqualTo(OK);
    assertThat(alarm(empty(MissingData.MISSING)).evaluate(MINUTE).state())
        .isEqualTo(INSUFFICIENT_DATA);
    assertThat(alarm(empty(MissingData.IGNORE)).evaluate(MINUTE).state())
        .isEqualTo(INSUFFICIENT_DATA);
  }

  @Test
  @Rule("cloudwatch 7.3.3")
  @Rule("cloudwatch 7.3.4")
  @Rule("cloudwatch 3.4")
  void slidingBuckets_changeTheStateWithoutNewData() {
    series.record(4 * MINUTE, 40);
    series.record(5 * MINUTE, 40);
    Alarm alarm =
        alarm(
            AlarmSpec.when(METRIC, Statistic.SUM)
                .isAbove(60)
                .period(Duration.ofMinutes(5))
                .missingData(MissingData.NOT_BREACHING));
    // The two samples share the bucket [1, 6), and fall into [0, 5) and [5, 10) later.
    assertThat(alarm.evaluate(6 * MINUTE + 17 * SECOND).state()).isEqualTo(ALARM);
    assertThat(alarm.evaluate(9 * MINUTE + 17 * SECOND).state()).isEqualTo(ALARM);
    assertThat(alarm.evaluate(10 * MINUTE + 17 * SECOND).state()).isEqualTo(OK);
  }

  @Test
  @Rule("cloudwatch 5.3")
  void lateSample_changesLaterEvaluationsOnly() {
    Alarm alarm = alarm(average().isAbove(60));
    series.record(0, 10);
    AlarmEvaluation before = alarm.evaluate(MINUTE);
    series.record(0, 170);
    assertThat(before.datapoints()).containsExactly(new Datapoint(0, 10));
    assertThat(before.state()).isEqualTo(OK);
    assertThat(alarm.evaluate(2 * MINUTE).state()).isEqualTo(ALARM);
  }

  @Test
  @Rule("cloudwatch 7.3.8")
  void dataFromBeforeTheAlarm_count() {
    series.record(0, 90);
    series.record(MINUTE, 90);
    assertThat(alarm(average().isAbove(60).datapoints(2)).evaluate(5 * MINUTE).state())
        .isEqualTo(ALARM);
  }

  @Test
  @Rule("cloudwatch 7.7.2")
  @Rule("cloudwatch 7.7.3")
  void update_keepsTheStateAndReplacesTheRest() {
    series.record(0, 90);
    Alarm alarm = alarm(average().isAbove(60));
    alarm.evaluate(MINUTE);
    alarm.update(average().isAbove(95).build());
    assertThat(alarm.state()).isEqualTo(ALARM);
    assertThat(alarm.evaluate(MINUTE).state()).isEqualTo(OK);
    assertThat(alarm.evaluate(MINUTE).isTransition()).isFalse();
    assertThat(alarm.transitions().stream().map(AlarmEvaluation::state).toList())
        .containsExactly(ALARM, OK)
        .inOrder();
  }

  @Test
  @Rule("cloudwatch 7.5")
  void thinPercentile_keepsTheStateIfAskedTo() {
    series.record(0, SampleDistribution.constant(5, 99));
    AlarmSpec.Builder p90 = AlarmSpec.when(METRIC, Statistic.percentile(90)).isAbove(1);
    assertThat(alarm(p90).evaluate(MINUTE).state()).isEqualTo(ALARM);
    Alarm careful = alarm(p90.lowSamples(LowSamples.IGNORE));
    assertThat(careful.evaluate(MINUTE).state()).isEqualTo(INSUFFICIENT_DATA);
    series.record(0, SampleDistribution.constant(5, 1));
    assertThat(careful.evaluate(MINUTE).state()).isEqualTo(ALARM);
  }

  @Test
  @Rule("cloudwatch 7.1")
  void wrongUnit_leavesTheAlarmWithoutData() {
    series.record(0, 90);
    assertThat(alarm(average().isAbove(60).unit(Unit.SECONDS)).evaluate(MINUTE).state())
        .isEqualTo(INSUFFICIENT_DATA);
    assertThat(alarm(average().isAbove(60).unit(Unit.PERCENT)).evaluate(MINUTE).state())
        .isEqualTo(ALARM);
  }

  @Test
  @Rule("cloudwatch 13")
  void shortPeriod_seesStandardDataOnlyInTheBucketOfTheMinute() {
    series.record(MINUTE + 30 * SECOND, 90);
    Alarm alarm = alarm(average().isAbove(60).period(Duration.ofSeconds(10)).evaluationRange(1));
    assertThat(alarm.evaluate(MINUTE + 10 * SECOND).state()).isEqualTo(ALARM);
    assertThat(alarm.evaluate(MINUTE + 20 * SECOND).state()).isEqualTo(INSUFFICIENT_DATA);
  }

  @Test
  @Rule("cloudwatch 7.7.7")
  void reasons_areTheServicesWords() {
    series.record(0, 90);
    Alarm alarm = alarm(average().isAbove(60));
    assertThat(alarm.evaluate(MINUTE).reason())
        .isEqualTo(
            "Threshold Crossed: 1 datapoint [90.0 (01/03/26 12:00:00)] was greater than the"
                + " threshold (60.0).");
    series.record(MINUTE, 50);
    assertThat(alarm.evaluate(2 * MINUTE).reason())
        .isEqualTo(
            "Threshold Crossed: 1 out of the last 1 datapoints [50.0 (01/03/26 12:01:00)] was not"
                + " greater than the threshold (60.0) (minimum 1 datapoint for ALARM -> OK"
                + " transition).");
    assertThat(alarm.evaluate(60 * MINUTE).reason())
        .isEqualTo("Insufficient Data: 1 datapoint was unknown.");
  }

  @Test
  @Rule("cloudwatch 7.7.7")
  void reasonOfMOutOfN_listsTheCrossingDatapointsNewestFirst() {
    series.record(0, 90);
    series.record(MINUTE, 50);
    series.record(2 * MINUTE, 60);
    Alarm alarm = alarm(average().isAtLeast(60).datapoints(2, 3));
    assertThat(alarm.evaluate(3 * MINUTE).reason())
        .isEqualTo(
            "Threshold Crossed: 2 out of the last 3 datapoints [60.0 (01/03/26 12:02:00), 90.0"
                + " (01/03/26 12:00:00)] were greater than or equal to the threshold (60.0)"
                + " (minimum 2 datapoints for OK -> ALARM transition).");
  }

  @Test
  @Rule("cloudwatch 7.7.7")
  void reasonOfAnEmptyRange_saysHowItWasTreated() {
    assertThat(alarm(empty(MissingData.BREACHING).datapoints(3)).evaluate(MINUTE).reason())
        .isEqualTo(
            "Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints"
                + " were treated as [Breaching].");
    assertThat(alarm(empty(MissingData.NOT_BREACHING)).evaluate(MINUTE).reason())
        .isEqualTo(
            "Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint"
                + " was treated as [NonBreaching].");
  }

  private Alarm alarm(AlarmSpec.Builder spec) {
    return new Alarm(spec.named("a").build(), store, SETTINGS);
  }

  private static AlarmSpec.Builder average() {
    return AlarmSpec.when(METRIC, Statistic.AVERAGE);
  }

  private static AlarmSpec.Builder empty(MissingData treatment) {
    return AlarmSpec.when(Metric.of("Test", "never"), Statistic.SUM)
        .isAbove(60)
        .missingData(treatment);
  }
}
