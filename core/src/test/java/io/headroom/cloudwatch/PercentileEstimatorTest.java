package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The choices about percentiles and about the buckets of queries. */
class PercentileEstimatorTest {
  private static final Metric METRIC = Metric.of("Test", "m");

  private static MetricStore store(MetricSettings settings) {
    return new MetricStore(settings);
  }

  private static MetricSeries open(MetricStore store) {
    return store.open(METRIC, Unit.NONE, new Publication(Duration.ZERO, Duration.ZERO));
  }

  private static double percentile(MetricStore store, double percent) {
    return store
        .statistic(METRIC, Statistic.percentile(percent), 0, SimTime.MINUTE, SimTime.MINUTE)
        .orElseThrow();
  }

  @Property(tries = 300)
  @Rule("cloudwatch 4.4")
  void percentile_liesBetweenMinimumAndMaximum(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 100) Integer> samples,
      @ForAll @DoubleRange(max = 100) double percent,
      @ForAll PercentileEstimator estimator) {
    MetricStore store = store(MetricSettings.DEFAULT.withPercentile(estimator));
    MetricSeries series = open(store);
    samples.forEach(sample -> series.record(0, sample));
    StatisticSet set = store.statistics(METRIC, 0, SimTime.MINUTE, SimTime.MINUTE).orElseThrow();
    double rank = Math.rint(percent * 1e6) / 1e6;
    assertThat(percentile(store, rank)).isAtLeast(set.minimum());
    assertThat(percentile(store, rank)).isAtMost(set.maximum());
  }

  @Test
  @Rule("cloudwatch 16.6")
  void estimator_isAChoice() {
    MetricStore nearest = store(MetricSettings.DEFAULT);
    MetricStore between =
        store(MetricSettings.DEFAULT.withPercentile(PercentileEstimator.INTERPOLATED));
    for (MetricStore store : List.of(nearest, between)) {
      MetricSeries series = open(store);
      for (int sample = 1; sample <= 4; sample++) {
        series.record(0, 10 * sample);
      }
    }
    assertThat(percentile(nearest, 50)).isEqualTo(20);
    assertThat(percentile(between, 50)).isEqualTo(25);
    assertThat(percentile(between, 0)).isEqualTo(10);
    assertThat(percentile(between, 100)).isEqualTo(40);
  }

  @Test
  @Rule("cloudwatch 16.12")
  void bucketsOfAQuery_beginAtItsStartOrByTheClock() {
    MetricSettings atQuarter =
        MetricSettings.DEFAULT.withStart(Instant.parse("2026-01-01T00:15:00Z"));
    var hourly = new MetricStat(METRIC, Statistic.SUM, Duration.ofHours(1));
    long from = 8 * SimTime.MINUTE;
    for (QueryAnchor anchor : QueryAnchor.values()) {
      MetricStore store = store(atQuarter.withAnchor(anchor));
      open(store).record(from, 1);
      long stamp =
          store.query(hourly, from, from + SimTime.HOUR, SimTime.DAY).get(0).timestampNanos();
      assertThat(stamp).isEqualTo(anchor == QueryAnchor.START ? from : -15 * SimTime.MINUTE);
    }
  }

  /** The run starts at 00:17, so the clock's five minutes begin in its third minute. */
  @Test
  @Rule("cloudwatch 6")
  void rolledUpData_lieOnTheClocksFiveMinutes() {
    MetricStore store =
        store(MetricSettings.DEFAULT.withStart(Instant.parse("2026-01-01T00:17:00Z")));
    MetricSeries series = open(store);
    series.record(2 * SimTime.MINUTE, 1);
    series.record(3 * SimTime.MINUTE, 2);
    series.record(4 * SimTime.MINUTE, 4);
    series.record(17 * SimTime.DAY, 0);
    var five = new MetricStat(METRIC, Statistic.SUM, Duration.ofMinutes(5));
    assertThat(store.query(five, 0, 10 * SimTime.MINUTE, 17 * SimTime.DAY))
        .containsExactly(
            new Datapoint(-2 * SimTime.MINUTE, 1), new Datapoint(3 * SimTime.MINUTE, 6))
        .inOrder();
  }
}
