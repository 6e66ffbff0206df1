package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.testing.Rule;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticTest {
  private static final SampleDistribution ONE_TO_TEN =
      SampleDistribution.of(10, 9, 8, 7, 6, 5, 4, 3, 2, 1);

  @ParameterizedTest
  @Rule("cloudwatch 4")
  @Rule("cloudwatch 4.2")
  @Rule("cloudwatch 4.3")
  @Rule("cloudwatch 4.4")
  @Rule("cloudwatch 4.5")
  @CsvSource({
    "SampleCount, 10",
    "Sum, 55",
    "Average, 5.5",
    "Minimum, 1",
    "Maximum, 10",
    "p0, 1",
    "p50, 5",
    "p50.1, 6",
    "p55, 6",
    "p100, 10",
    "tm90, 5",
    "TM(10%:90%), 5.5",
    "TM(:15%), 1.3333333333333333",
    "tc15, 1.5",
    "ts15, 2",
    "IQM, 5.5",
    "TM(2:4), 3.5",
    "TC(2:4), 2",
    "TS(2:), 52",
    "WM(2:4), 3.5",
    "WM(20%:80%), 5.3",
    "PR(:3), 30",
    "PR(3:), 70",
  })
  void statistic_ofOneToTen(String text, double expected) {
    assertThat(Statistic.parse(text).of(ONE_TO_TEN).orElseThrow()).isWithin(1e-12).of(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "average",
        "p",
        "p101",
        "p-1",
        "p1.12345678901",
        "tm",
        "TM90",
        "PR(1%:2%)",
        "TM(:)",
        "TM(90%:10%)",
        "TM(10%:90)",
        "TM(:101%)",
        "XX(1:2)",
        ""
      })
  void unknownText_isRefusedInTheServicesWords(String text) {
    var refused = assertThrows(IllegalArgumentException.class, () -> Statistic.parse(text));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo("The value " + text + " for parameter ExtendedStatistic is not supported.");
  }

  @Test
  void equality_isThatOfTheText() {
    assertThat(Statistic.parse("p99.0")).isEqualTo(Statistic.percentile(99));
    assertThat(Statistic.parse("Average")).isEqualTo(Statistic.AVERAGE);
    assertThat(Statistic.percentile(99.9).toString()).isEqualTo("p99.9");
    assertThat(Statistic.percentile(10).toString()).isEqualTo("p10");
    assertThrows(IllegalArgumentException.class, () -> Statistic.percentile(100.5));
  }

  @Test
  @Rule("cloudwatch 4.6")
  void statisticSet_givesPercentilesOnlyOfEqualSamples() {
    Statistic median = Statistic.percentile(50);
    assertThat(median.of(new StatisticSet(4, 12, 3, 3))).hasValue(3);
    assertThat(median.of(new StatisticSet(4, 12, 2, 4))).isEmpty();
    assertThat(median.of(SampleDistribution.of(-1, 2))).isEmpty();
    assertThat(Statistic.AVERAGE.of(SampleDistribution.of(-1, 2))).hasValue(0.5);
  }

  @Test
  @Rule("cloudwatch 7.5")
  void tooFewSamples_dependOnTheDistanceToTheNearerEnd() {
    assertThat(Statistic.percentile(99).hasTooFewSamples(999)).isTrue();
    assertThat(Statistic.percentile(99).hasTooFewSamples(1000)).isFalse();
    assertThat(Statistic.percentile(50).hasTooFewSamples(19)).isTrue();
    assertThat(Statistic.percentile(10).hasTooFewSamples(99)).isTrue();
    assertThat(Statistic.percentile(10).hasTooFewSamples(100)).isFalse();
    assertThat(Statistic.percentile(100).hasTooFewSamples(1)).isFalse();
    assertThat(Statistic.AVERAGE.hasTooFewSamples(1)).isFalse();
  }

  @Property
  @Rule("cloudwatch 4.4")
  @Rule("cloudwatch 16.6")
  void percentile_isASampleWithThatShareAtOrBelowIt(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(max = 100) Double> list,
      @ForAll @DoubleRange(min = 0, max = 100) double percent) {
    double[] samples = list.stream().mapToDouble(Double::doubleValue).toArray();
    double value = Statistic.percentile(percent).of(SampleDistribution.of(samples)).orElseThrow();
    long atOrBelow = list.stream().filter(each -> each <= value).count();
    long below = list.stream().filter(each -> each < value).count();
    double needed = percent * samples.length / 100;
    assertThat(list).contains(value);
    assertThat(atOrBelow + 1e-6).isAtLeast(needed);
    assertThat(below - 1e-6).isAtMost(needed);
  }
}
