package io.headroom.workloads.trace;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import io.headroom.workloads.LinearPieces;
import io.headroom.workloads.Sample;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class PlacementTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static long[] place(Placement placement, Counts counts, long seed) {
    return Sample.all(placement.place(counts, new RandomStream(seed), Long.MAX_VALUE));
  }

  private static Counts counts(List<? extends Number> requests) {
    return Counts.every(MINUTE, requests.stream().mapToDouble(Number::doubleValue).toArray());
  }

  private static long[] counted(Counts counts, long[] times) {
    long[] counted = new long[counts.size()];
    Arrays.setAll(counted, i -> Sample.count(times, counts.startNanos(i), counts.endNanos(i)));
    return counted;
  }

  @Property(tries = 100)
  @Rule("workloads 3.1")
  void uniform_reproducesCountsExactly(
      @ForAll @Size(max = 20) List<@IntRange(max = 500) Integer> requests, @ForAll long seed) {
    Counts counts = counts(requests);
    long[] times = place(Placement.uniform(), counts, seed);

    assertThat(times).asList().isInOrder();
    assertThat(counted(counts, times)).isEqualTo(requests.stream().mapToLong(n -> n).toArray());
  }

  /** More than are kept while they are summed: the rest is drawn a second time. */
  @Test
  @Rule("workloads 3.1")
  void uniform_ofAVeryBusyMinute_isThatOfTheSameSpacings() {
    int requests = 300_000;
    Counts counts = Counts.every(MINUTE, requests, 10);
    long[] times = place(Placement.uniform(), counts, 5);

    RandomStream random = new RandomStream(5);
    double[] until = new double[requests + 1];
    for (int i = 0; i <= requests; i++) {
      until[i] = (i == 0 ? 0 : until[i - 1]) + random.nextExponential();
    }
    for (int i = 0; i < requests; i += 1_000) {
      double expected = until[i] * (SimTime.MINUTE / until[requests]);
      assertThat((double) times[i]).isWithin(1).of(expected);
    }
    assertThat(counted(counts, times)).isEqualTo(new long[] {requests, 10});
  }

  @Property(tries = 100)
  @Rule("workloads 3.4")
  void bursty_reproducesCountsExactly(
      @ForAll @Size(max = 10) List<@IntRange(max = 200) Integer> requests,
      @ForAll @DoubleRange(min = 0.05, max = 20) double shape,
      @ForAll long seed) {
    Counts counts = counts(requests);
    long[] times = place(Placement.bursty(shape), counts, seed);

    assertThat(times).asList().isInOrder();
    assertThat(counted(counts, times)).isEqualTo(requests.stream().mapToLong(n -> n).toArray());
  }

  @Test
  @Rule("workloads 3.1")
  void uniform_isUniformInTheInterval() {
    double[] shares =
        Arrays.stream(place(Placement.uniform(), Counts.every(MINUTE, 20_000), 4))
            .mapToDouble(t -> t / (double) SimTime.MINUTE)
            .toArray();
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new UniformRealDistribution(null, 0, 1), shares);

    assertThat(p).isGreaterThan(0.001);
  }

  @Test
  @Rule("workloads 3.1")
  void uniform_isFreshInEachInterval() {
    long[] times = place(Placement.uniform(), Counts.every(MINUTE, 3, 3), 4);

    assertThat(times[3] - SimTime.MINUTE).isNotEqualTo(times[0]);
  }

  @Test
  @Rule("workloads 3")
  void fraction_becomesARequestWithItsProbability() {
    double[] halves = new double[10_000];
    Arrays.fill(halves, 2.3);
    Counts counts = Counts.every(MINUTE, halves);
    long[] counted = counted(counts, place(Placement.uniform(), counts, 6));

    assertThat(Arrays.stream(counted).allMatch(n -> n == 2 || n == 3)).isTrue();
    // 10,000 trials with probability 0.3: 3,000 with a standard deviation of 46.
    assertThat((double) Arrays.stream(counted).sum()).isWithin(180).of(23_000);
  }

  @Test
  @Rule("workloads 3.2")
  void poissonised_addsPoissonNoise() {
    double[] hundred = new double[2_000];
    Arrays.fill(hundred, 100);
    Counts counts = Counts.every(MINUTE, hundred);
    SummaryStatistics counted = new SummaryStatistics();
    for (long n : counted(counts, place(Placement.poissonised(), counts, 8))) {
      counted.addValue((double) n);
    }

    assertThat(counted.getMean()).isWithin(1).of(100);
    assertThat(counted.getVariance()).isWithin(15).of(100);
  }

  @Property(tries = 200)
  @Rule("workloads 3.3")
  void smooth_keepsEachIntervalsExpectationAndIsNeverNegative(
      @ForAll @Size(min = 1, max = 12) List<@DoubleRange(max = 1_000) Double> requests) {
    Counts counts = counts(requests);
    LinearPieces rate = Placement.smooth().rate(counts);

    for (int i = 0; i < requests.size(); i++) {
      long from = counts.startNanos(i);
      assertThat(rate.integral(from, counts.endNanos(i))).isWithin(1e-6).of(requests.get(i));
      assertThat(rate.lowerBound(from, counts.endNanos(i))).isAtLeast(0.0);
    }
    assertThat(rate.at(requests.size() * SimTime.MINUTE)).isEqualTo(0.0);
  }

  @Test
  @Rule("workloads 3.3")
  void smooth_isContinuousBetweenIntervals() {
    LinearPieces rate = Placement.smooth().rate(Counts.every(MINUTE, 60, 120, 90));

    assertThat(rate.before(SimTime.MINUTE)).isEqualTo(1.5);
    assertThat(rate.at(SimTime.MINUTE)).isEqualTo(1.5);
    assertThat(rate.at(0)).isEqualTo(1.0);
    // The middle of the second: 2 * 2 - (1.5 + 1.75) / 2.
    assertThat(rate.at(3 * SimTime.MINUTE / 2)).isEqualTo(2.375);
  }

  @Test
  @Rule("workloads 3.4")
  void bursty_hasGapsOfTheShapesVariation() {
    long[] times = place(Placement.bursty(0.25), Counts.every(Duration.ofHours(1), 50_000), 3);
    SummaryStatistics gaps = new SummaryStatistics();
    for (int i = 1; i < times.length; i++) {
      gaps.addValue((double) (times[i] - times[i - 1]));
    }
    double variation = gaps.getVariance() / (gaps.getMean() * gaps.getMean());

    assertThat(variation).isWithin(0.2).of(4);
  }

  @Test
  @Rule("workloads 3.4")
  void gammaSpacing_followsTheLaw() {
    for (double shape : new double[] {0.3, 1, 4.5}) {
      RandomStream random = new RandomStream(12);
      double[] values = new double[20_000];
      Arrays.setAll(values, i -> new GammaSpacing(shape).next(random));
      double p =
          new KolmogorovSmirnovTest()
              .kolmogorovSmirnovTest(new GammaDistribution(null, shape, 1), values);

      assertThat(p).isGreaterThan(0.001);
    }
  }

  @Test
  void horizon_endsTheArrivals() {
    Counts counts = Counts.every(MINUTE, 1_000, 1_000);
    long horizon = 30 * SimTime.SECOND;
    long[] times = Sample.all(Placement.uniform().place(counts, new RandomStream(1), horizon));

    assertThat(times[times.length - 1]).isLessThan(horizon);
    assertThat((double) times.length).isWithin(80).of(500);
  }
}
