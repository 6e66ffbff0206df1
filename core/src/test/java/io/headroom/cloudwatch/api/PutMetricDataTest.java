package io.headroom.cloudwatch.api;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.cloudwatch.AlarmException;
import io.headroom.cloudwatch.AlarmProblem;
import io.headroom.cloudwatch.Datapoint;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.StatisticSet;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PutMetricDataTest {
  private static final Metric METRIC = Metric.of("Shop", "Carts");
  private static final long NOW = 20 * SimTime.DAY;

  private final MetricStore store = new MetricStore();

  private static List<String> codes(MetricDatum... data) {
    return PutMetricData.of(data).problems(NOW).stream().map(AlarmProblem::code).toList();
  }

  private static GetMetricStatistics ask(String statistic, long fromNanos, long toNanos) {
    return new GetMetricStatistics(
        METRIC,
        Statistic.parse(statistic),
        Duration.ofMinutes(1),
        fromNanos,
        toNanos,
        Optional.empty());
  }

  private double value(String statistic, long asOfNanos) {
    var points = ask(statistic, NOW, NOW + SimTime.MINUTE).send(store, asOfNanos).get(Unit.NONE);
    return Objects.requireNonNull(points).get(0).value();
  }

  @Test
  @Rule("cloudwatch 2.1")
  @Rule("cloudwatch 2.5")
  void datum_isAValueWeightedValuesOrAStatisticSet() {
    PutMetricData.of(
            MetricDatum.of(METRIC, 4),
            MetricDatum.of(METRIC, List.of(1.0, 2.0), List.of(3.0, 1.0)),
            MetricDatum.of(METRIC, List.of(9.0), List.of()))
        .send(store, NOW + 30 * SimTime.SECOND);
    long later = NOW + SimTime.HOUR;
    assertThat(value("SampleCount", later)).isEqualTo(6);
    assertThat(value("Sum", later)).isEqualTo(18);
    assertThat(value("p50", later)).isEqualTo(1);
    PutMetricData.of(MetricDatum.of(METRIC, new StatisticSet(4, 42, 0, 20))).send(store, NOW);
    assertThat(value("Average", later)).isEqualTo(6);
    assertThat(value("Maximum", later)).isEqualTo(20);
    assertThat(ask("p50", NOW, NOW + SimTime.MINUTE).send(store, later)).isEmpty();
  }

  @Test
  @Rule("cloudwatch 2.1")
  @Rule("cloudwatch 5")
  void sampleBelongsToItsArrival_andShowsAfterTheDelayOfCustomMetrics() {
    PutMetricData.of(MetricDatum.of(METRIC, 4)).send(store, NOW + 90 * SimTime.SECOND);
    long bucket = NOW + SimTime.MINUTE;
    GetMetricStatistics ask = ask("Sum", NOW, NOW + 2 * SimTime.MINUTE);
    assertThat(ask.send(store, bucket + 2 * SimTime.SECOND)).isEmpty();
    assertThat(ask.send(store, bucket + 3 * SimTime.SECOND))
        .containsExactly(Unit.NONE, List.of(new Datapoint(bucket, 4)));
  }

  @Test
  @Rule("cloudwatch 2.2")
  void timestamps_lieFromTwoWeeksBackToTwoHoursAhead() {
    MetricDatum datum = MetricDatum.of(METRIC, 1);
    assertThat(codes(datum.at(NOW - 14 * SimTime.DAY), datum.at(NOW + 2 * SimTime.HOUR))).isEmpty();
    assertThat(codes(datum.at(NOW - 14 * SimTime.DAY - 1)))
        .containsExactly("InvalidParameterValue");
    assertThat(codes(datum.at(NOW + 2 * SimTime.HOUR + 1)))
        .containsExactly("InvalidParameterValue");
  }

  @Test
  @Rule("cloudwatch 2.3")
  @Rule("cloudwatch 13")
  @Rule("cloudwatch 12")
  void badData_areRefusedWithTheServicesCodes() {
    MetricDatum datum = MetricDatum.of(METRIC, 1);
    StatisticSet set = StatisticSet.of(1);
    assertThat(codes(datum.statistics(set))).containsExactly("InvalidParameterCombination");
    assertThat(codes(MetricDatum.of(METRIC, List.of(1.0), List.of()).value(1)))
        .containsExactly("InvalidParameterCombination");
    assertThat(codes(MetricDatum.of(METRIC, List.of(1.0), List.of(1.0, 2.0))))
        .containsExactly("InvalidParameterValue");
    assertThat(codes(MetricDatum.of(METRIC, List.of(), List.of())))
        .containsExactly("MissingParameter");
    assertThat(codes(MetricDatum.of(METRIC, Collections.nCopies(151, 1.0), List.of())))
        .containsExactly("InvalidParameterValue");
    assertThat(codes(datum.storageResolution(5))).containsExactly("InvalidParameterValue");
    assertThat(new PutMetricData(Collections.nCopies(1_001, datum)).problems(NOW)).hasSize(1);
    assertThat(PutMetricData.of(datum, datum.value(Double.NaN)).problems(NOW).get(0).message())
        .isEqualTo("The value NaN for parameter MetricData.member.2.Value is invalid.");
    PutMetricData bad = PutMetricData.of(datum, datum.value(0x1.1p360));
    assertThat(assertThrows(AlarmException.class, () -> bad.send(store, NOW)).code())
        .isEqualTo("InvalidParameterValue");
    assertThat(store.exists(METRIC)).isFalse();
  }

  @Test
  @Rule("cloudwatch 2.6")
  void withoutAUnit_everyUnitAnswersForItself() {
    PutMetricData.of(
            MetricDatum.of(METRIC, 1).unit(Unit.SECONDS),
            MetricDatum.of(METRIC, 2).unit(Unit.MILLISECONDS))
        .send(store, NOW);
    assertThat(ask("Sum", NOW, NOW + SimTime.MINUTE).send(store, NOW + SimTime.HOUR))
        .containsExactly(
            Unit.MILLISECONDS, List.of(new Datapoint(NOW, 2)),
            Unit.SECONDS, List.of(new Datapoint(NOW, 1)));
  }

  @Test
  @Rule("cloudwatch 2.4")
  void highResolution_keepsSeconds() {
    PutMetricData.of(
            MetricDatum.of(METRIC, 1).storageResolution(1).at(NOW + SimTime.SECOND),
            MetricDatum.of(METRIC, 2).storageResolution(1).at(NOW + 11 * SimTime.SECOND))
        .send(store, NOW);
    GetMetricStatistics ask =
        new GetMetricStatistics(
            METRIC,
            Statistic.SUM,
            Duration.ofSeconds(10),
            NOW,
            NOW + SimTime.MINUTE,
            Optional.of(Unit.NONE));
    assertThat(ask.send(store, NOW + SimTime.MINUTE).get(Unit.NONE))
        .containsExactly(new Datapoint(NOW, 1), new Datapoint(NOW + 10 * SimTime.SECOND, 2))
        .inOrder();
  }

  @Test
  @Rule("cloudwatch 3.5")
  @Rule("cloudwatch 13")
  @Rule("cloudwatch 12")
  void statistics_haveAtMost1440Points_andAStartBeforeTheEnd() {
    assertThat(ask("Sum", 0, SimTime.DAY).problems()).isEmpty();
    AlarmProblem tooMany = ask("Sum", 0, SimTime.DAY + SimTime.MINUTE).problems().get(0);
    assertThat(tooMany.code()).isEqualTo("InvalidParameterCombination");
    assertThat(tooMany.message()).contains("1441 datapoints, which exceeds the limit of 1440");
    AlarmProblem backwards = ask("Sum", SimTime.SECOND, SimTime.SECOND + 5).problems().get(0);
    assertThat(backwards.code()).isEqualTo("InvalidParameterValue");
  }
}
