package io.headroom.cloudwatch;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class SampleDistributionTest {
  @Test
  void equalValues_areJoined() {
    SampleDistribution samples = SampleDistribution.of(2, 1, 2, 3);
    assertThat(samples.size()).isEqualTo(3);
    assertThat(samples.value(1)).isEqualTo(2);
    assertThat(samples.count(1)).isEqualTo(2);
    assertThat(samples.statistics()).isEqualTo(new StatisticSet(4, 8, 1, 3));
  }

  @Test
  void exactStatistics_standBesideRoundedValues() {
    var exact = new StatisticSet(3, 3.3, 1, 1.2);
    var samples = SampleDistribution.ofSorted(new double[] {1.1}, new long[] {3}, exact);
    assertThat(samples.statistics()).isEqualTo(exact);
    assertThat(samples.percentile(50)).isEqualTo(1.1);
  }

  @Test
  void malformedArrays_areRefused() {
    double[] falling = {2, 1};
    double[] rising = {1, 2};
    long[] ones = {1, 1};
    long[] zero = {1, 0};
    assertRefused(falling, ones, "values must rise and counts be positive, were 1.0 and 1 at 1");
    assertRefused(rising, zero, "values must rise and counts be positive, were 2.0 and 0 at 1");
    assertRefused(
        rising, new long[1], "values and counts must be of one length, at least 1, were 2 and 1");
    assertRefused(
        new double[] {Double.NaN, 1}, ones, "The value NaN for parameter values is invalid.");
    assertThrows(IllegalArgumentException.class, SampleDistribution::of);
    var three = new StatisticSet(3, 3, 1, 1);
    assertThrows(
        IllegalArgumentException.class, () -> SampleDistribution.ofSorted(rising, ones, three));
  }

  private static void assertRefused(double[] values, long[] counts, String message) {
    var refused =
        assertThrows(
            IllegalArgumentException.class, () -> SampleDistribution.ofSorted(values, counts));
    assertThat(refused).hasMessageThat().isEqualTo(message);
  }

  @Property
  void merge_isTheDistributionOfAllSamples(
      @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 9) Integer> samples,
      @ForAll @IntRange(max = 19) int cut) {
    List<SampleDistribution> parts =
        samples.stream().map(each -> SampleDistribution.of(each.doubleValue())).toList();
    double[] all = samples.stream().mapToDouble(Integer::doubleValue).toArray();
    assertThat(SampleDistribution.merge(parts)).isEqualTo(SampleDistribution.of(all));
    int at = cut % samples.size();
    if (at > 0) {
      SampleDistribution left = SampleDistribution.merge(parts.subList(0, at));
      SampleDistribution right = SampleDistribution.merge(parts.subList(at, parts.size()));
      assertThat(right.merge(left)).isEqualTo(SampleDistribution.of(all));
    }
  }
}
