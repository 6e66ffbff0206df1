package io.headroom.sim;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.collect.Range;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.LogNormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

/** Each law against its distribution function, its mean and the numbers of the specification. */
class DistributionTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration FIFTH = Duration.ofMillis(200);

  private static double[] draw(Distribution law, int count) {
    RandomStream random = new RandomStream(20_261_127);
    double[] values = new double[count];
    Arrays.setAll(values, i -> law.sample(random));
    return values;
  }

  private static SummaryStatistics moments(Distribution law) {
    SummaryStatistics values = new SummaryStatistics();
    Arrays.stream(draw(law, 1_000_000)).forEach(values::addValue);
    return values;
  }

  private static void assertFollows(Distribution law, RealDistribution expected) {
    assertFollows(law, expected::cumulativeProbability);
  }

  /** Under its own distribution function a continuous law is uniform. */
  private static void assertFollows(Distribution law, DoubleUnaryOperator probability) {
    double[] shares = Arrays.stream(draw(law, 50_000)).map(probability).toArray();
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new UniformRealDistribution(null, 0, 1), shares);
    assertWithMessage("p-value of %s", law).that(p).isGreaterThan(0.001);
  }

  /** The sample mean lies within five standard errors of the law's own. */
  private static void assertMean(Distribution law, double mean) {
    SummaryStatistics values = moments(law);
    double error = values.getStandardDeviation() / StrictMath.sqrt((double) values.getN());

    assertThat(law.mean()).isWithin(1e-9 * mean).of(mean);
    assertThat(values.getMean()).isWithin(5 * error + 1e-12).of(mean);
    assertThat(values.getMin()).isAtLeast(0.0);
  }

  @Test
  @Rule("workloads 6")
  void constant_isAlwaysTheSame() {
    Distribution law = Distribution.constant(FIFTH);

    assertThat(law.sampleNanos(new RandomStream(1))).isEqualTo(200_000_000);
    assertMean(law, 0.2);
  }

  @Test
  void uniform_followsTheLaw() {
    Distribution law = Distribution.uniform(SECOND, Duration.ofSeconds(3));

    assertFollows(law, new UniformRealDistribution(null, 1, 3));
    assertMean(law, 2);
  }

  @Test
  @Rule("workloads 6")
  void exponential_followsTheLaw() {
    Distribution law = Distribution.exponential(FIFTH);

    assertFollows(law, new ExponentialDistribution(null, 0.2));
    assertMean(law, 0.2);
  }

  @Test
  @Rule("workloads 6")
  void logNormal_matchesMeanAndDeviation() {
    Distribution law = Distribution.logNormal(FIFTH, Duration.ofMillis(400));

    // Mean 0.2 and squared variation 4: mu -2.414157, sigma^2 1.609438.
    assertFollows(law, new LogNormalDistribution(null, -2.414157, StrictMath.sqrt(1.609438)));
    assertMean(law, 0.2);
  }

  @Test
  @Rule("workloads 6")
  void logNormalByMedian_hasItsQuantiles() {
    Distribution law = Distribution.logNormalByMedian(Duration.ofMillis(100), 0.989785);
    double[] values = draw(law, 1_000_000);
    Arrays.sort(values);

    assertThat(values[500_000]).isWithin(0.0006).of(0.1);
    assertThat(values[990_000]).isWithin(0.02).of(1);
    assertThat(law.mean()).isWithin(1e-6).of(0.163205);
  }

  @Test
  @Rule("workloads 6")
  void hyperExponential_hasBalancedMeans() {
    Distribution law = Distribution.hyperExponential(FIFTH, 2);

    // p 0.887298, rates 8.872983 and 1.127017.
    assertFollows(
        law,
        x ->
            1
                - 0.887298 * StrictMath.exp(-8.872983 * x)
                - 0.112702 * StrictMath.exp(-1.127017 * x));
    assertMean(law, 0.2);
    assertThat(moments(law).getStandardDeviation()).isWithin(0.005).of(0.4);
  }

  @Test
  @Rule("workloads 6")
  void hyperExponential_ofVariationOneIsExponential() {
    assertFollows(Distribution.hyperExponential(FIFTH, 1), new ExponentialDistribution(null, 0.2));
  }

  @Test
  @Rule("workloads 6")
  void boundedPareto_followsTheLaw() {
    Distribution law =
        Distribution.boundedPareto(1.5, Duration.ofMillis(10), Duration.ofSeconds(10));

    double cut = 1 - StrictMath.pow(0.001, 1.5);
    assertFollows(law, x -> (1 - StrictMath.pow(0.01 / x, 1.5)) / cut);
    // alpha/(alpha-1) * L * (1 - (L/H)^(alpha-1)) / (1 - (L/H)^alpha), by hand 0.029052.
    assertMean(law, 0.03 * (1 - StrictMath.sqrt(0.001)) / cut);
    assertThat(Arrays.stream(draw(law, 100_000)).max().orElseThrow()).isAtMost(10.0);
  }

  @Test
  @Rule("workloads 6")
  void boundedPareto_ofIndexOneHasTheLogarithmicMean() {
    Distribution law = Distribution.boundedPareto(1, SECOND, Duration.ofSeconds(10));

    assertMean(law, StrictMath.log(10) / 0.9);
  }

  @Test
  @Rule("workloads 6")
  void empirical_drawsItsValuesEquallyOften() {
    Distribution law = Distribution.empirical(List.of(SECOND, SECOND.multipliedBy(4)));

    assertMean(law, 2.5);
    assertThat(law).isEqualTo(Distribution.empirical(new double[] {1, 4}));
    assertThat(Arrays.stream(draw(law, 100_000)).filter(v -> v == 1).count())
        .isIn(Range.closed(49_300L, 50_700L));
  }

  @Test
  void combinations_combineValues() {
    Distribution law = Distribution.exponential(SECOND);

    assertMean(law.plus(Distribution.constant(SECOND)), 2);
    assertMean(law.times(0.5), 0.5);
    assertThat(Arrays.stream(draw(law.atLeast(SECOND), 10_000)).min().orElseThrow()).isEqualTo(1.0);
    assertThat(law.times(0).mean()).isEqualTo(0.0);
  }

  @Test
  void blocks_holdTheSameValuesAsSingleDraws() {
    List<Distribution> laws =
        List.of(
            Distribution.constant(FIFTH),
            Distribution.exponential(FIFTH),
            Distribution.logNormal(FIFTH, FIFTH),
            Distribution.empirical(new double[] {0.1, 0.2, 3}),
            Distribution.exponential(FIFTH).times(0.3),
            Distribution.exponential(FIFTH).plus(Distribution.constant(FIFTH)));
    for (Distribution law : laws) {
      RandomStream single = new RandomStream(9);
      double[] block = new double[1_000];
      law.sample(new RandomStream(9), block, 900);
      for (int i = 0; i < 900; i++) {
        assertThat(block[i]).isEqualTo(law.sample(single));
      }
      assertThat(block[900]).isEqualTo(0);
    }
  }

  @Test
  void equalParameters_giveEqualLaws() {
    assertThat(Distribution.logNormal(SECOND, FIFTH))
        .isEqualTo(Distribution.logNormal(SECOND, FIFTH));
    assertThat(Distribution.exponential(SECOND)).isNotEqualTo(Distribution.exponential(FIFTH));
  }

  @Test
  void parametersOutOfRange_areRejected() {
    Duration minus = Duration.ofSeconds(-1);
    List.<Runnable>of(
            () -> Distribution.constant(minus),
            () -> Distribution.uniform(SECOND, FIFTH),
            () -> Distribution.logNormal(Duration.ZERO, SECOND),
            () -> Distribution.logNormalByMedian(SECOND, -1),
            () -> Distribution.hyperExponential(SECOND, 0.5),
            () -> Distribution.boundedPareto(0, FIFTH, SECOND),
            () -> Distribution.boundedPareto(1, SECOND, FIFTH),
            () -> Distribution.empirical(List.of()),
            () -> Distribution.empirical(new double[] {1, Double.NaN}),
            () -> Distribution.constant(SECOND).times(-1))
        .forEach(call -> assertThrows(IllegalArgumentException.class, call::run));
  }
}
