package io.headroom.workloads;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.headroom.sim.RandomStream;
import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import io.headroom.testing.SharedData;
import io.headroom.workloads.synthetic.Diurnal;
import io.headroom.workloads.synthetic.PiecewiseLinear;
import java.io.IOException;
import java.time.Duration;
import org.apache.commons.math3.distribution.ExponentialDistribution;
import org.apache.commons.math3.distribution.UniformRealDistribution;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class PoissonTest {
  private static final long HOUR = SimTime.HOUR;

  /** The sinusoid of the oracle rows, with its own period. */
  private record Sine(double mean, double beta, double periodSeconds) implements RateFunction {
    @Override
    public double at(long timeNanos) {
      double angle = 2 * Math.PI * SimTime.seconds(timeNanos) / periodSeconds;
      return mean * (1 + beta * StrictMath.sin(angle));
    }

    @Override
    public double upperBound(long fromNanos, long untilNanos) {
      return mean * (1 + beta);
    }

    @Override
    public long nextBreakpoint(long timeNanos) {
      return Long.MAX_VALUE;
    }
  }

  @Test
  @Rule("workloads 2")
  @Rule("workloads 8")
  void sinusoid_hasTheCountsOfTheOracleRows() throws IOException {
    JsonNode rows =
        new ObjectMapper().readTree(SharedData.vectors("queueing.json").toFile()).get("rows");
    int checked = 0;
    for (JsonNode row : rows) {
      if (row.get("model").asText().startsWith("NHPP sinusoid")) {
        check(row.get("params"), row.get("results").get("mean").asDouble());
        checked++;
      }
    }
    assertThat(checked).isEqualTo(3);
  }

  private static void check(JsonNode params, double mean) {
    Sine sine =
        new Sine(
            params.get("lambdaBar").asDouble(),
            params.get("beta").asDouble(),
            params.get("period").asDouble());
    long from = SimTime.nanosOf(params.get("t0").asDouble());
    long until = SimTime.nanosOf(params.get("t1").asDouble());
    assertThat(sine.integral(from, until)).isWithin(1e-8 * mean).of(mean);

    SummaryStatistics counts = new SummaryStatistics();
    int runs = mean > 1e5 ? 4 : 200;
    for (int seed = 0; seed < runs; seed++) {
      counts.addValue(count(sine, seed, from, until));
    }
    assertThat(counts.getMean()).isWithin(4 * StrictMath.sqrt(mean / runs)).of(mean);
    if (runs == 200) {
      // The variance of a Poisson count is its mean; 200 samples know it to 10 %.
      assertThat(counts.getVariance() / mean).isWithin(0.4).of(1);
    }
  }

  private static double count(RateFunction rate, long seed, long from, long until) {
    long[] buffer = new long[4_096];
    var arrivals = rate.poissonArrivals(new RandomStream(seed), until);
    long count = 0;
    for (int n = arrivals.next(buffer); n > 0; n = arrivals.next(buffer)) {
      for (int i = 0; i < n; i++) {
        count += buffer[i] >= from ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  @Rule("workloads 2")
  void homogeneous_hasExponentialGaps() {
    long[] times = Sample.of(Poisson.ofRate(50), 11, HOUR);
    double[] gaps = new double[20_000];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = SimTime.seconds(times[i + 1] - times[i]);
    }
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new ExponentialDistribution(null, 0.02), gaps);
    assertThat(p).isGreaterThan(0.001);
  }

  @Test
  @Rule("workloads 2")
  void inversion_spreadsArrivalsAsTheIntegralSays() {
    LinearPieces rate =
        PiecewiseLinear.startingAt(0)
            .rampTo(20, Duration.ofMinutes(20))
            .jumpTo(3)
            .holdUntil(Duration.ofMinutes(40))
            .rampTo(0, Duration.ofMinutes(60))
            .build();
    assertUniformOnTheIntegral(rate, HOUR);
  }

  @Test
  @Rule("workloads 2")
  void thinning_spreadsArrivalsAsTheIntegralSays() {
    assertUniformOnTheIntegral(Diurnal.between(0.02, 0.5, Duration.ofHours(15)), 24 * HOUR);
  }

  @Test
  @Rule("workloads 2")
  void thinning_agreesWithInversion() {
    LinearPieces ramp = PiecewiseLinear.startingAt(1).rampTo(9, Duration.ofHours(1)).build();
    RateFunction product = ramp.times(new Sine(1, 0, 1));
    SummaryStatistics difference = new SummaryStatistics();
    for (int seed = 0; seed < 100; seed++) {
      difference.addValue(count(ramp, seed, 0, HOUR) - count(product, seed + 500, 0, HOUR));
    }
    // Both count 18,000 with a standard deviation of 134; the difference of means has one of 19.
    assertThat(difference.getMean()).isWithin(60).of(0);
  }

  /** Under the expected count as clock a Poisson process is homogeneous: uniform given its size. */
  private static void assertUniformOnTheIntegral(RateFunction rate, long horizon) {
    long[] times = Sample.of(new Poisson("test", rate), 5, horizon);
    double all = rate.integral(0, horizon);
    double[] shares = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      shares[i] = rate.integral(0, times[i]) / all;
    }
    assertThat((double) times.length).isWithin(4 * StrictMath.sqrt(all)).of(all);
    double p =
        new KolmogorovSmirnovTest()
            .kolmogorovSmirnovTest(new UniformRealDistribution(null, 0, 1), shares);
    assertWithMessage("p-value").that(p).isGreaterThan(0.001);
  }

  @Test
  @Rule("workloads 2")
  void rateOfZero_hasNoArrivals() {
    assertThat(Sample.of(Poisson.ofRate(0), 1, 1_000 * HOUR)).isEmpty();
    RateFunction night = RateFunction.constant(0).times(new Sine(1, 0.5, 60));
    assertThat(Sample.of(new Poisson("night", night), 1, HOUR)).isEmpty();
  }

  @Test
  @Rule("workloads 2")
  void arrivalsAfterAJump_neverLieBeforeIt() {
    LinearPieces late =
        PiecewiseLinear.startingAt(0).holdUntil(Duration.ofSeconds(90)).jumpTo(1_000).build();
    assertThat(Sample.of(new Poisson("late", late), 2, 100 * SimTime.SECOND)[0])
        .isAtLeast(90 * SimTime.SECOND);
    RateFunction thinned = late.times(new Sine(1, 0, 1));
    assertThat(Sample.of(new Poisson("late", thinned), 2, 100 * SimTime.SECOND)[0])
        .isAtLeast(90 * SimTime.SECOND);
  }

  @Test
  void superposition_mergesIndependentParts() {
    Superposition both = Superposition.of(Poisson.ofRate(10), Poisson.ofRate(10));
    long[] times = Sample.of(both, 9, HOUR);

    assertThat(times).asList().isInOrder();
    assertThat((double) times.length).isWithin(4 * 269).of(72_000);
    assertThat(times[0]).isNotEqualTo(times[1]);
    assertThat(both.requestsPerSecond(0)).isEqualTo(20.0);
  }
}
