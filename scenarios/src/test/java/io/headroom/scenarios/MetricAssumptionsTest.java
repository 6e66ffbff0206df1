package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudwatch.Datapoint;
import io.headroom.cloudwatch.MathQuery;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricDataQuery;
import io.headroom.cloudwatch.MetricDelays;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.cloudwatch.MetricSeries;
import io.headroom.cloudwatch.MetricSettings;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.Unit;
import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each key of {@code assumptions.metrics} and {@code metricDelays} changes what readers get. */
class MetricAssumptionsTest {
  private static final Metric LEFT = Metric.of("Test", "left");
  private static final Metric RIGHT = Metric.of("Test", "right");
  private static final Publication AT_ONCE = new Publication(Duration.ZERO, Duration.ZERO);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static MetricSettings metrics(String yaml) {
    YamlText text = new YamlText("assumptions: { %s }".formatted(yaml));
    MetricSettings settings = AssumptionsSection.read(text.section()).metrics();
    assertThat(text.problems()).isEmpty();
    return settings;
  }

  private static MetricSeries open(MetricStore store, Metric metric) {
    return store.open(metric, Unit.NONE, AT_ONCE);
  }

  private static MetricDataQuery average(String id, Metric metric) {
    return MetricDataQuery.metric(id, new MetricStat(metric, Statistic.AVERAGE, MINUTE));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2",
    "'metrics: { bothMissing: no-point }', 2",
    "'metrics: { bothMissing: zero }', 3"
  })
  @Rule("cloudwatch 16.9")
  @Rule("cloudwatch 9.2.1")
  void bothMissing_decidesWhetherASumHasAPointInAGap(String yaml, int points) {
    MetricStore store = new MetricStore(metrics(yaml));
    for (Metric metric : List.of(LEFT, RIGHT)) {
      MetricSeries series = open(store, metric);
      series.record(0, 1);
      series.record(2 * SimTime.MINUTE, 1);
    }
    MetricMath sum =
        MetricMath.of(
            average("m1", LEFT), average("m2", RIGHT), MetricDataQuery.expression("e", "m1 + m2"));
    List<Datapoint> found =
        new MathQuery(store).run(sum, 0, 3 * SimTime.MINUTE, SimTime.HOUR).get(0).datapoints();
    assertThat(found).hasSize(points);
    assertThat(found).contains(new Datapoint(0, 2));
    assertThat(found.contains(new Datapoint(SimTime.MINUTE, 0))).isEqualTo(points == 3);
  }

  /** The upper edges on day 3 after 40, 10 and 20 at the same minute of days 0, 1 and 2. */
  private static List<Double> upperEdges(String yaml) {
    MetricStore store = new MetricStore(metrics(yaml));
    MetricSeries series = open(store, LEFT);
    series.record(0, 40);
    series.record(SimTime.DAY, 10);
    series.record(2 * SimTime.DAY, 20);
    MetricMath band =
        MetricMath.of(
            average("m1", LEFT), MetricDataQuery.expression("e", "ANOMALY_DETECTION_BAND(m1, 1)"));
    long from = 3 * SimTime.DAY;
    return new MathQuery(store)
        .run(band, from, from + SimTime.MINUTE, from + SimTime.HOUR).get(0).datapoints().stream()
            .map(Datapoint::value)
            .toList();
  }

  @Test
  @Rule("cloudwatch 10")
  void anomalyDays_isHowFarABandLooksBack() {
    double all = 70 / 3.0 + Math.sqrt((40 * 40 + 10 * 10 + 20 * 20) / 3.0 - 4_900 / 9.0);
    assertThat(upperEdges("").get(0)).isWithin(1e-9).of(all);
    assertThat(upperEdges("metrics: { anomalyDays: 2 }")).containsExactly(20.0);
  }

  @Test
  @Rule("cloudwatch 10")
  void anomalyMinimumDays_isHowManyDaysABandNeeds() {
    assertThat(upperEdges("metrics: { anomalyMinimumDays: 3 }")).hasSize(1);
    assertThat(upperEdges("metrics: { anomalyMinimumDays: 4 }")).isEmpty();
  }

  @Test
  void anomalyMinimumDays_beyondTheDays_isRefused() {
    YamlText text =
        new YamlText("assumptions: { metrics: { anomalyDays: 3, anomalyMinimumDays: 4 } }");
    AssumptionsSection.read(text.section());
    assertThat(text.problems()).hasSize(1);
    assertThat(text.problems().get(0)).contains("a whole number from 2 to 3");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1.0",
    "'metrics: { percentile: nearest-rank }', 1.0",
    "'metrics: { percentile: interpolated }', 1.5"
  })
  @Rule("cloudwatch 16.6")
  @Rule("cloudwatch 4.4")
  void percentile_isByTheEstimator(String yaml, double median) {
    MetricStore store = new MetricStore(metrics(yaml));
    MetricSeries series = open(store, LEFT);
    series.record(0, 1);
    series.record(0, 2);
    MetricStat stat = new MetricStat(LEFT, Statistic.percentile(50), MINUTE);
    assertThat(store.query(stat, 0, SimTime.MINUTE, SimTime.HOUR))
        .containsExactly(new Datapoint(0, median));
  }

  @ParameterizedTest
  @CsvSource({
    "'', 3",
    "'metrics: { queryAnchor: start }', 3",
    "'metrics: { queryAnchor: clock }', 0"
  })
  @Rule("cloudwatch 16.12")
  @Rule("cloudwatch 3.3")
  void queryAnchor_isWhereBucketsBegin(String yaml, int firstMinute) {
    MetricStore store = new MetricStore(metrics(yaml));
    open(store, LEFT).record(4 * SimTime.MINUTE, 1);
    MetricStat stat = new MetricStat(LEFT, Statistic.SUM, Duration.ofMinutes(5));
    assertThat(store.query(stat, 3 * SimTime.MINUTE, 8 * SimTime.MINUTE, SimTime.HOUR))
        .containsExactly(new Datapoint(firstMinute * SimTime.MINUTE, 1));
  }

  private static final Map<String, Function<MetricDelays, Publication>> PUBLICATIONS =
      Map.of(
          "ec2", delays -> delays.ofInstances(MINUTE),
          "statusCheck", MetricDelays::ofStatusChecks,
          "cpuCredits", MetricDelays::ofCpuCredits,
          "elb", MetricDelays::ofLoadBalancers,
          "autoScaling", MetricDelays::ofGroups,
          "sqs", MetricDelays::ofQueues,
          "custom", MetricDelays::ofCustomMetrics);

  @ParameterizedTest
  @ValueSource(
      strings = {"ec2", "statusCheck", "cpuCredits", "elb", "autoScaling", "sqs", "custom"})
  @Rule("cloudwatch 16.5")
  @Rule("cloudwatch 5")
  void metricDelay_isThatOfItsPublisherAlone(String key) {
    MetricDelays delays = metrics("metricDelays: { %s: 17s }".formatted(key)).delays();
    Map<String, Publication> expected = new HashMap<>();
    PUBLICATIONS.forEach((name, of) -> expected.put(name, of.apply(MetricDelays.DEFAULT)));
    expected.computeIfPresent(key, (name, kept) -> kept.withDelay(Duration.ofSeconds(17)));
    Map<String, Publication> found = new HashMap<>();
    PUBLICATIONS.forEach((name, of) -> found.put(name, of.apply(delays)));
    assertThat(found).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"'', 3", "'metricDelays: { custom: 1s }', 1", "'metricDelays: { custom: 90s }', 90"})
  @Rule("cloudwatch 16.5")
  void sampleOfPutMetricData_showsAfterItsDelay(String yaml, int seconds) {
    MetricSettings settings = metrics(yaml);
    MetricStore store = new MetricStore(settings);
    store.open(LEFT, Unit.NONE, settings.delays().ofCustomMetrics()).record(0, 1);
    MetricStat stat = new MetricStat(LEFT, Statistic.SUM, MINUTE);
    List<Boolean> seen = new ArrayList<>();
    for (long asOf : new long[] {seconds * SimTime.SECOND - 1, seconds * SimTime.SECOND}) {
      seen.add(!store.query(stat, 0, SimTime.MINUTE, asOf).isEmpty());
    }
    assertThat(seen).containsExactly(false, true).inOrder();
  }
}
