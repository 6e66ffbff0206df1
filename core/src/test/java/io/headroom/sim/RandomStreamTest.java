package io.headroom.sim;

import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.Range;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  private static double[] draw(int count, ToDoubleFunction<RandomStream> sampler) {
    RandomStream random = new RandomStream(20_261_127);
    double[] values = new double[count];
    Arrays.setAll(values, i -> sampler.applyAsDouble(random));
    return values;
  }

  private static void assertFollows(RealDistribution law, ToDoubleFunction<RandomStream> sampler) {
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(law, draw(100_000, sampler));
    assertThat(p).isGreaterThan(0.001);
  }

  private static void assertMoments(
      ToDoubleFunction<RandomStream> sampler, double mean, double variance) {
    SummaryStatistics values = new SummaryStatistics();
    for (double value : draw(1_000_000, sampler)) {
      values.addValue(value);
    }
    assertThat(values.getMean()).isWithin(0.004).of(mean);
    assertThat(values.getVariance()).isWithin(0.015).of(variance);
  }

  /** The first outputs of Blackman and Vigna's C code, seeded with the same four words. */
  @Test
  void nextLong_isXoshiro256PlusPlus() {
    long[] state = new long[4];
    for (int i = 0; i < 4; i++) {
      state[i] = RandomStream.mix(42 + (i + 1) * 0x9E3779B97F4A7C15L);
    }
    RandomStream random = new RandomStream(42);
    for (int i = 0; i < 1_000; i++) {
      assertThat(random.nextLong()).isEqualTo(reference(state));
    }
  }

  private static long reference(long[] s) {
    long result = Long.rotateLeft(s[0] + s[3], 23) + s[0];
    long t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = Long.rotateLeft(s[3], 45);
    return result;
  }

  @Test
  void seeds_startDifferentStreams() {
    assertThat(new RandomStream(0).nextLong()).isNotEqualTo(new RandomStream(1).nextLong());
    assertThat(new RandomStream(0).nextLong()).isNotEqualTo(0);
  }

  @Test
  void copy_givesTheSameNumbersFromHereOn() {
    RandomStream random = new RandomStream(3);
    random.nextLong();
    RandomStream copy = random.copy();
    long next = random.nextLong();

    assertThat(copy.nextLong()).isEqualTo(next);
    assertThat(copy.nextGaussian()).isEqualTo(random.nextGaussian());
  }

  @Test
  void nextDouble_isUniformOnTheOpenInterval() {
    assertFollows(new UniformRealDistribution(null, 0, 1), RandomStream::nextDouble);
    double[] values = draw(1_000_000, RandomStream::nextDouble);
    assertThat(Arrays.stream(values).min().orElseThrow()).isGreaterThan(0.0);
    assertThat(Arrays.stream(values).max().orElseThrow()).isLessThan(1.0);
  }

  @Test
  void nextExponential_followsTheLaw() {
    assertFollows(new ExponentialDistribution(null, 1), RandomStream::nextExponential);
    assertMoments(RandomStream::nextExponential, 1, 1);
  }

  @Test
  void nextGaussian_followsTheLaw() {
    assertFollows(new NormalDistribution(null, 0, 1), RandomStream::nextGaussian);
    assertMoments(RandomStream::nextGaussian, 0, 1);
  }

  @Test
  void tails_areAsHeavyAsTheLawSays() {
    double[] exponential = draw(10_000_000, RandomStream::nextExponential);
    double[] gaussian = draw(10_000_000, RandomStream::nextGaussian);

    // Beyond the lowest layer's end at 7.697: 10^7 e^-8 = 3,355 with a standard deviation of 58.
    assertThat((double) above(exponential, 8)).isWithin(4 * 58).of(3_355);
    assertThat((double) above(exponential, 10)).isWithin(4 * 21).of(454);
    // Beyond 3.654: 10^7 (1 - Phi(3.7)) = 1,078 with a standard deviation of 33.
    assertThat((double) above(gaussian, 3.7)).isWithin(4 * 33).of(1_078);
  }

  private static long above(double[] values, double limit) {
    return Arrays.stream(values).filter(v -> v > limit).count();
  }

  /** The wedges hold one draw in ninety; a mistake there shows in 1,000 cells of equal chance. */
  @Test
  void zigguratWedges_haveNoSteps() {
    long[] exponential = new long[1_000];
    long[] gaussian = new long[1_000];
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    for (double x : draw(5_000_000, RandomStream::nextExponential)) {
      exponential[cell(1 - StrictMath.exp(-x))]++;
    }
    for (double x : draw(1_000_000, RandomStream::nextGaussian)) {
      gaussian[cell(normal.cumulativeProbability(x))]++;
    }
    assertThat(chiSquare(exponential)).isGreaterThan(0.001);
    assertThat(chiSquare(gaussian)).isGreaterThan(0.001);
  }

  private static int cell(double probability) {
    return Math.min(999, (int) (probability * 1_000));
  }

  private static double chiSquare(long[] counts) {
    double[] expected = new double[counts.length];
    Arrays.fill(expected, 1);
    return new ChiSquareTest().chiSquareTest(expected, counts);
  }

  @Property(tries = 200)
  void nextInt_staysBelowItsBound(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int bound) {
    RandomStream random = new RandomStream(seed);
    for (int i = 0; i < 100; i++) {
      assertThat(random.nextInt(bound)).isIn(Range.closedOpen(0, bound));
    }
  }

  @Test
  void nextInt_isUniform() {
    RandomStream random = new RandomStream(5);
    long[] counts = new long[7];
    for (int i = 0; i < 700_000; i++) {
      counts[random.nextInt(7)]++;
    }
    assertThat(chiSquare(counts)).isGreaterThan(0.001);
  }
}
