package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static io.headroom.sim.SimTime.DAY;
import static io.headroom.sim.SimTime.HOUR;
import static io.headroom.sim.SimTime.MINUTE;
import static io.headroom.sim.SimTime.SECOND;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MetricStoreTest {
  private static final Metric METRIC = Metric.of("Test", "m");
  private static final Publication AT_ONCE = new Publication(Duration.ZERO, Duration.ZERO);
  private static final long LATE = Long.MAX_VALUE / 2;

  private final MetricStore store = new MetricStore();

  @Test
  @Rule("cloudwatch 5")
  void dataPoint_isSeenFromIntervalAndDelayAfterItsStampOn() {
    store.open(METRIC, Unit.NONE, Publication.EC2_DETAILED).record(10 * MINUTE, 5);
    assertThat(average(10 * MINUTE, 11 * MINUTE, 12 * MINUTE - 1)).isNaN();
    assertThat(average(10 * MINUTE, 11 * MINUTE, 12 * MINUTE)).isEqualTo(5);
  }

  @Test
  @Rule("cloudwatch 16.5")
  void delay_canBeSet() {
    Publication quick = Publication.EC2_DETAILED.withDelay(Duration.ofSeconds(5));
    store.open(METRIC, Unit.NONE, quick).record(0, 5);
    assertThat(average(0, MINUTE, 65 * SECOND - 1)).isNaN();
    assertThat(average(0, MINUTE, 65 * SECOND)).isEqualTo(5);
  }

  @Test
  @Rule("cloudwatch 4.7")
  void counter_isOneSampleOfOneForEachEvent() {
    store.open(METRIC, Unit.COUNT, Publication.ELB).record(0, StatisticSet.ofCount(60));
    store.open(METRIC, Unit.COUNT, Publication.ELB).record(0, StatisticSet.ofCount(40));
    assertThat(store.statistics(METRIC, 0, MINUTE, LATE))
        .hasValue(new StatisticSet(100, 100, 1, 1));
  }

  @Test
  @Rule("cloudwatch 2.4")
  void timestamp_isFlooredToTheMinuteOrTheSecond() {
    store.open(METRIC, Unit.NONE, AT_ONCE).record(10 * MINUTE + 59 * SECOND, 5);
    assertThat(average(10 * MINUTE, 10 * MINUTE + 1, LATE)).isEqualTo(5);
    Metric fine = Metric.of("Test", "fine");
    store.open(fine, Unit.NONE, AT_ONCE.highResolution()).record(90 * SECOND + 1, 5);
    assertThat(store.statistics(fine, 90 * SECOND, 91 * SECOND, LATE)).isPresent();
    assertThat(store.statistics(fine, 60 * SECOND, 90 * SECOND, LATE)).isEmpty();
  }

  @Test
  @Rule("cloudwatch 1.6")
  void publishersOfOneIdentity_merge() {
    store.open(METRIC, Unit.NONE, Publication.EC2_BASIC).record(0, 2);
    store.open(METRIC, Unit.NONE, Publication.EC2_BASIC).record(0, 4);
    store.open(METRIC, Unit.NONE, Publication.EC2_DETAILED).record(0, new StatisticSet(2, 6, 1, 5));
    assertThat(store.statistics(METRIC, 0, MINUTE, LATE)).hasValue(new StatisticSet(4, 12, 1, 5));
    // The detailed half shows two minutes after its stamp, the basic half six minutes after.
    assertThat(store.statistics(METRIC, 0, MINUTE, 5 * MINUTE))
        .hasValue(new StatisticSet(2, 6, 1, 5));
  }

  @Test
  @Rule("cloudwatch 2.6")
  @Rule("cloudwatch 2.7")
  void units_areStreamsPickedInTheServicesOrder() {
    store.open(METRIC, Unit.NONE, AT_ONCE).record(0, 1);
    store.open(METRIC, Unit.SECONDS, AT_ONCE).record(0, 2);
    assertThat(average(0, MINUTE, LATE)).isEqualTo(2);
    store.open(METRIC, Unit.parse("Gigabytes/Second"), AT_ONCE).record(0, 3);
    assertThat(average(0, MINUTE, LATE)).isEqualTo(3);
    assertThrows(IllegalArgumentException.class, () -> Unit.parse("Furlongs"));
  }

  @Test
  @Rule("cloudwatch 2.8")
  @Rule("cloudwatch 4.1")
  void zero_isASampleAndNothingIsNone() {
    store.open(METRIC, Unit.NONE, AT_ONCE).record(0, 0);
    store.open(METRIC, Unit.NONE, AT_ONCE).record(2 * MINUTE, 4);
    var stat = new MetricStat(METRIC, Statistic.AVERAGE, Duration.ofMinutes(1));
    assertThat(store.query(stat, 0, 3 * MINUTE, HOUR).size()).isEqualTo(2);
    assertThat(average(0, 3 * MINUTE, LATE)).isEqualTo(2);
    assertThat(average(MINUTE, 2 * MINUTE, LATE)).isNaN();
  }

  @Test
  @Rule("cloudwatch 2.3")
  void valueOutOfRange_isRefused() {
    MetricSeries series = store.open(METRIC, Unit.NONE, AT_ONCE);
    assertThrows(IllegalArgumentException.class, () -> series.record(0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> series.record(0, 0x1.1p360));
    series.record(0, -0x1p360);
    assertThat(average(0, MINUTE, LATE)).isEqualTo(-0x1p360);
  }

  @Test
  @Rule("cloudwatch 1.5")
  void metric_existsFromItsFirstDataPointOn() {
    MetricSeries series = store.open(METRIC, Unit.NONE, AT_ONCE);
    assertThat(store.exists(METRIC)).isFalse();
    assertThat(average(0, MINUTE, LATE)).isNaN();
    series.record(0, 1);
    store.open(METRIC.with("b", "1"), Unit.NONE, AT_ONCE).record(0, 1);
    store.open(METRIC.with("a", "1"), Unit.NONE, AT_ONCE).record(0, 1);
    assertThat(store.metrics())
        .containsExactly(METRIC, METRIC.with("a", "1"), METRIC.with("b", "1"))
        .inOrder();
    series.record(456 * DAY, 1);
    assertThat(store.metrics()).containsExactly(METRIC);
  }

  @Test
  @Rule("cloudwatch 3.1")
  @Rule("cloudwatch 3.2")
  @Rule("cloudwatch 3.5")
  @Rule("cloudwatch 16.12")
  void query_laysBucketsFromTheStartAndStampsTheirStarts() {
    MetricSeries series = store.open(METRIC, Unit.NONE, AT_ONCE);
    for (int minute = 0; minute < 10; minute++) {
      series.record(minute * MINUTE, minute);
    }
    var sum = new MetricStat(METRIC, Statistic.SUM, Duration.ofMinutes(5));
    assertThat(store.query(sum, 3 * MINUTE + 1, 10 * MINUTE, 10 * MINUTE))
        .containsExactly(new Datapoint(3 * MINUTE, 25), new Datapoint(8 * MINUTE, 17))
        .inOrder();
    assertThrows(IllegalArgumentException.class, () -> store.query(sum, 5, 5, 10));
    var odd = new MetricStat(METRIC, Statistic.SUM, Duration.ofSeconds(45));
    assertThrows(IllegalArgumentException.class, () -> store.query(odd, 0, MINUTE, MINUTE));
  }

  @Test
  @Rule("cloudwatch 6")
  void age_rollsDataPointsUpIntoLongerPeriods() {
    MetricSeries series = store.open(METRIC, Unit.NONE, AT_ONCE);
    for (int minute = 0; minute < 60; minute++) {
      series.record(minute * MINUTE, minute);
    }
    var minutes = new MetricStat(METRIC, Statistic.SUM, Duration.ofMinutes(1));
    var fiveMinutes = new MetricStat(METRIC, Statistic.MAXIMUM, Duration.ofMinutes(5));
    var hours = new MetricStat(METRIC, Statistic.SAMPLE_COUNT, Duration.ofHours(1));
    assertThat(store.query(minutes, 0, HOUR, HOUR).size()).isEqualTo(60);
    series.record(17 * DAY, 1);
    assertThat(store.query(minutes, 0, HOUR, 17 * DAY)).isEmpty();
    assertThat(store.query(fiveMinutes, 0, HOUR, 17 * DAY).size()).isEqualTo(12);
    assertThat(store.query(fiveMinutes, 0, HOUR, 17 * DAY).get(1))
        .isEqualTo(new Datapoint(5 * MINUTE, 9));
    series.record(65 * DAY, 1);
    assertThat(store.query(fiveMinutes, 0, HOUR, 65 * DAY)).isEmpty();
    assertThat(store.query(hours, 0, HOUR, 65 * DAY)).containsExactly(new Datapoint(0, 60));
    series.record(457 * DAY, 1);
    assertThat(store.query(hours, 0, HOUR, 457 * DAY)).isEmpty();
  }

  @Test
  @Rule("cloudwatch 2.5")
  void percentile_comesFromTheSamplesOfTheWindow() {
    MetricSeries series = store.open(METRIC, Unit.SECONDS, AT_ONCE);
    series.record(0, SampleDistribution.of(1, 2, 3));
    series.record(0, 7);
    series.record(MINUTE, 4);
    series.record(MINUTE, 5);
    assertThat(percentile(50, MINUTE)).isEqualTo(2);
    assertThat(percentile(50, 2 * MINUTE)).isEqualTo(3);
    assertThat(percentile(100, 2 * MINUTE)).isEqualTo(7);
    series.record(MINUTE, new StatisticSet(2, 3, 1, 2));
    assertThat(percentile(50, MINUTE)).isEqualTo(2);
    assertThat(percentile(50, 2 * MINUTE)).isNaN();
  }

  @Test
  void samples_areKeptForThreeHoursUnlessMoreIsAskedFor() {
    MetricSeries series = store.open(METRIC, Unit.SECONDS, AT_ONCE);
    series.record(0, SampleDistribution.of(1, 2, 3));
    series.record(3 * HOUR, SampleDistribution.of(1, 2, 3));
    assertThat(percentile(50, MINUTE)).isEqualTo(2);
    store.retainDistributions(Duration.ofHours(4));
    series.record(4 * HOUR, SampleDistribution.of(1, 2, 3));
    assertThat(percentile(50, MINUTE)).isEqualTo(2);
    series.record(4 * HOUR + MINUTE, SampleDistribution.of(1, 2, 3));
    assertThat(percentile(50, MINUTE)).isNaN();
    assertThat(average(0, MINUTE, LATE)).isEqualTo(2);
  }

  @Property
  void order_doesNotMatterNorHowPublishersShareTheSamples(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 500) Integer> samples,
      @ForAll long seed) {
    MetricStore whole = new MetricStore();
    MetricStore split = new MetricStore();
    MetricSeries one = whole.open(METRIC, Unit.NONE, Publication.CUSTOM);
    samples.forEach(each -> one.record(each % 3 * MINUTE, each));
    List<Integer> shuffled = new ArrayList<>(samples);
    Collections.shuffle(shuffled, new Random(seed));
    for (int each : shuffled) {
      Publication publication = each % 2 == 0 ? Publication.CUSTOM : Publication.EC2_BASIC;
      split.open(METRIC, Unit.NONE, publication).record(each % 3 * MINUTE + each, each);
    }
    for (String statistic : List.of("Sum", "SampleCount", "Minimum", "Maximum", "p37", "tm80")) {
      var stat = new MetricStat(METRIC, Statistic.parse(statistic), Duration.ofMinutes(1));
      assertThat(split.query(stat, 0, 3 * MINUTE, HOUR))
          .isEqualTo(whole.query(stat, 0, 3 * MINUTE, HOUR));
    }
  }

  private double average(long fromNanos, long toNanos, long asOfNanos) {
    return store
        .statistic(METRIC, Statistic.AVERAGE, fromNanos, toNanos, asOfNanos)
        .orElse(Double.NaN);
  }

  private double percentile(double percent, long toNanos) {
    return store
        .statistic(METRIC, Statistic.percentile(percent), 0, toNanos, LATE)
        .orElse(Double.NaN);
  }
}
