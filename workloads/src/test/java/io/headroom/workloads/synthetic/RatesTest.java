package io.headroom.workloads.synthetic;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import io.headroom.workloads.LinearPieces;
import io.headroom.workloads.MapSettings;
import io.headroom.workloads.RateFunction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RatesTest {
  private static final long MINUTE = SimTime.MINUTE;
  private static final long HOUR = SimTime.HOUR;

  @Test
  @Rule("workloads 1")
  void staircase_isRightContinuous() {
    LinearPieces stairs =
        PiecewiseLinear.startingAt(100).holdUntil(Duration.ofHours(1)).jumpTo(300).build();

    assertThat(stairs.at(HOUR - 1)).isEqualTo(100.0);
    assertThat(stairs.at(HOUR)).isEqualTo(300.0);
    assertThat(stairs.before(HOUR)).isEqualTo(100.0);
    assertThat(stairs.nextBreakpoint(0)).isEqualTo(HOUR);
    assertThat(stairs.nextBreakpoint(HOUR)).isEqualTo(Long.MAX_VALUE);
    assertThat(stairs.integral(0, 2 * HOUR)).isEqualTo(400.0 * 3_600);
  }

  @Test
  @Rule("workloads 1")
  void ramp_movesInALine() {
    RateFunction ramp = new Ramp(100, 1_000, Duration.ofHours(1), Duration.ofMinutes(30)).rate();

    assertThat(ramp.at(30 * MINUTE)).isEqualTo(100.0);
    assertThat(ramp.at(75 * MINUTE)).isEqualTo(550.0);
    assertThat(ramp.at(90 * MINUTE)).isEqualTo(1_000.0);
    assertThat(ramp.integral(HOUR, 90 * MINUTE)).isEqualTo(550.0 * 1_800);
    assertThat(ramp.upperBound(HOUR, 75 * MINUTE)).isEqualTo(550.0);
    assertThat(ramp.lowerBound(75 * MINUTE, 2 * HOUR)).isEqualTo(550.0);
  }

  @Test
  @Rule("workloads 1")
  void diurnal_swingsBetweenTroughAndPeak() {
    var workload = Diurnal.requestsPerSecond(120, 1_400);

    assertThat(workload.requestsPerSecond(15 * HOUR)).isWithin(1e-9).of(1_400);
    assertThat(workload.requestsPerSecond(3 * HOUR)).isWithin(1e-9).of(120);
    assertThat(workload.requestsPerSecond(9 * HOUR)).isWithin(1e-9).of(760);
    assertThat(workload.requestsPerSecond(39 * HOUR)).isWithin(1e-9).of(1_400);
    assertThat(workload.rate().integral(0, 24 * HOUR)).isWithin(1e-3).of(760.0 * 86_400);
  }

  @Test
  @Rule("workloads 1")
  void diurnal_ofTwoHarmonicsPeaksWithBoth() {
    Diurnal rate = new Diurnal(100, 0.6, 0.15, Duration.ofHours(15));

    assertThat(rate.at(15 * HOUR)).isWithin(1e-9).of(175);
    assertThat(rate.at(3 * HOUR)).isWithin(1e-9).of(55);
    assertThat(rate.at(9 * HOUR)).isWithin(1e-9).of(85);
    assertThat(rate.integral(0, 24 * HOUR)).isWithin(1e-3).of(8_640_000);
  }

  @Test
  @Rule("workloads 1")
  void diurnal_keepsItsDigitsOverMicroseconds() {
    Diurnal rate = new Diurnal(1_000, 0.6, 0.15, Duration.ofHours(15));

    assertThat(rate.integral(HOUR, HOUR + 1_000)).isWithin(1e-15).of(rate.at(HOUR + 500) * 1e-6);
  }

  @Test
  @Rule("workloads 1")
  void diurnal_isClippedAtZero() {
    Diurnal rate = new Diurnal(100, 2, 0, Duration.ZERO);

    assertThat(rate.at(12 * HOUR)).isEqualTo(0.0);
    // 1 + 2 cos x is positive up to 2 pi / 3, where its integral is 2 pi / 3 + sqrt 3.
    double expected = 100 * 2 * (2 * Math.PI / 3 + StrictMath.sqrt(3)) * 86_400 / (2 * Math.PI);
    assertThat(rate.integral(0, 24 * HOUR)).isWithin(1e-6 * expected).of(expected);
  }

  @Test
  @Rule("workloads 1")
  void flashCrowd_hasThePhasesOfAri() {
    Duration five = Duration.ofMinutes(5);

    assertThat(FlashCrowd.at(five, 9).rise()).isEqualTo(five);
    assertThat(FlashCrowd.at(five, 9).plateau()).isEqualTo(five);
    assertThat(FlashCrowd.at(five, 9).fall()).isEqualTo(Duration.ofMinutes(15));
    assertThat(FlashCrowd.at(five, 99).rise()).isEqualTo(Duration.ofSeconds(150));
    assertThat(FlashCrowd.at(five, 99).plateau()).isEqualTo(Duration.ofMinutes(10));
    assertThat(FlashCrowd.at(five, 999).rise()).isEqualTo(Duration.ofSeconds(100));
    assertThat(FlashCrowd.at(five, 999).plateau()).isEqualTo(Duration.ofMinutes(15));
  }

  @Test
  @Rule("workloads 1")
  void flashCrowd_multipliesTheNormalRate() {
    RateFunction crowd =
        RateFunction.constant(10).times(FlashCrowd.at(Duration.ofMinutes(10), 9).factor());

    assertThat(crowd).isInstanceOf(LinearPieces.class);
    assertThat(crowd.at(10 * MINUTE)).isEqualTo(10.0);
    assertThat(crowd.at(15 * MINUTE)).isEqualTo(90.0);
    assertThat(crowd.at(20 * MINUTE)).isEqualTo(90.0);
    assertThat(crowd.at(35 * MINUTE)).isEqualTo(10.0);
    // Rise 5 min at 50, plateau 5 min at 90, fall 15 min at 50.
    assertThat(crowd.integral(10 * MINUTE, 35 * MINUTE)).isWithin(1e-6).of(87_000);
  }

  @Test
  @Rule("workloads 1")
  void spike_isPiecewiseLinearAndMayJump() {
    Spike spike =
        new Spike(
            Duration.ofMinutes(1), Duration.ZERO, Duration.ofMinutes(2), Duration.ofMinutes(4), 5);
    RateFunction factor = spike.factor();

    assertThat(factor.at(MINUTE - 1)).isEqualTo(1.0);
    assertThat(factor.at(MINUTE)).isEqualTo(5.0);
    assertThat(factor.at(3 * MINUTE)).isEqualTo(5.0);
    assertThat(factor.at(5 * MINUTE)).isEqualTo(3.0);
    assertThat(factor.at(7 * MINUTE)).isEqualTo(1.0);
  }

  @Test
  @Rule("workloads 1")
  void diurnalWithFlashCrowd_isOneScenarioEntry() {
    MapSettings settings =
        MapSettings.of(
            Map.of(
                "trough",
                300,
                "peak",
                1_200,
                "flash-crowds",
                List.of(Map.of("at", Duration.ofHours(15), "shock", 9))));
    var workload = new Diurnal.Provider().create(settings);

    assertThat(settings.problems()).isEmpty();
    assertThat(workload.requestsPerSecond(3 * HOUR)).isWithin(1e-9).of(300);
    assertThat(workload.requestsPerSecond(15 * HOUR)).isWithin(1e-9).of(1_200);
    double season = Diurnal.requestsPerSecond(300, 1_200).requestsPerSecond(15 * HOUR + 7 * MINUTE);
    assertThat(workload.requestsPerSecond(15 * HOUR + 7 * MINUTE)).isWithin(1e-9).of(9 * season);
  }

  @Test
  void settingsOutOfRange_areProblems() {
    MapSettings settings =
        MapSettings.of(
            Map.of(
                "rate", -1,
                "flash-crowds", List.of(Map.of("shock", 0.5)),
                "spikes", List.of(Map.of("at", Duration.ZERO, "rise", Duration.ofSeconds(-1)))));
    new PoissonProvider().create(settings);

    assertThat(settings.problems())
        .containsExactly(
            "rate: rate must be at least 0.0, was -1.0",
            "at: at is missing; give a time such as 14:00 or 90m",
            "shock: shock must be at least 1.0, was 0.5",
            "rise: rise must not be negative, was PT-1S");
  }

  @Test
  void stepsOutOfOrder_areAProblem() {
    MapSettings settings =
        MapSettings.of(
            Map.of(
                "rate",
                1,
                "steps",
                List.of(
                    Map.of("at", Duration.ofHours(2), "rate", 2),
                    Map.of("at", Duration.ofHours(1), "rate", 3))));
    new StepsProvider().create(settings);

    assertThat(settings.problems())
        .containsExactly("at: steps must ascend: at PT1H, but the last one ends at PT2H");
  }

  @Test
  void negativeRates_areRejected() {
    assertThrows(IllegalArgumentException.class, () -> RateFunction.constant(-1));
    assertThrows(IllegalArgumentException.class, () -> RateFunction.constant(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Diurnal.requestsPerSecond(5, 4));
    assertThrows(IllegalArgumentException.class, () -> PiecewiseLinear.startingAt(-1).build());
    assertThrows(IllegalArgumentException.class, () -> FlashCrowd.at(Duration.ZERO, 0.5));
    assertThrows(IllegalArgumentException.class, () -> EvenlySpaced.ofRate(-1));
  }

  @Property(tries = 200)
  @Rule("workloads 1")
  void bounds_holdOnEveryInterval(
      @ForAll("rates") RateFunction rate,
      @ForAll @LongRange(max = 48 * SimTime.HOUR) long from,
      @ForAll @LongRange(min = 1, max = 3 * SimTime.HOUR) long length,
      @ForAll @LongRange(max = 999) long permille) {
    double value = rate.at(from + length / 1_000 * permille);

    assertThat(value).isAtMost(rate.upperBound(from, from + length) * (1 + 1e-12));
    assertThat(value).isAtLeast(rate.lowerBound(from, from + length) * (1 - 1e-12));
    assertThat(value).isAtLeast(0.0);
  }

  @Property(tries = 100)
  @Rule("workloads 1")
  void integral_isTheSumOfItsPartsAndLiesBetweenTheBounds(
      @ForAll("rates") RateFunction rate,
      @ForAll @LongRange(max = 48 * SimTime.HOUR) long from,
      @ForAll @LongRange(min = 2, max = 3 * SimTime.HOUR) long length) {
    long until = from + length;
    double all = rate.integral(from, until);
    double parts = rate.integral(from, from + length / 2) + rate.integral(from + length / 2, until);

    assertThat(parts).isWithin(1e-7 * all + 1e-9).of(all);
    double seconds = SimTime.seconds(length);
    // Breakpoints stand on whole nanoseconds, so one of them may count on the wrong side.
    double nanosecond = rate.upperBound(from, until) * 1e-9 + 1e-9;
    assertThat(all).isAtMost(rate.upperBound(from, until) * seconds * (1 + 1e-9) + nanosecond);
    assertThat(all).isAtLeast(rate.lowerBound(from, until) * seconds * (1 - 1e-9) - nanosecond);
  }

  @Provide
  Arbitrary<RateFunction> rates() {
    Arbitrary<Double> rate = Arbitraries.doubles().between(0, 1_000);
    Arbitrary<Duration> time = Arbitraries.longs().between(0, 86_400).map(Duration::ofSeconds);
    Arbitrary<RateFunction> diurnal =
        Combinators.combine(rate, Arbitraries.doubles().between(0, 2), time)
            .as((mean, daily, peak) -> new Diurnal(mean, daily, 0.15, peak));
    Arbitrary<RateFunction> crowd =
        Combinators.combine(time, Arbitraries.doubles().between(1, 50))
            .as((start, shock) -> FlashCrowd.at(start, shock).factor());
    Arbitrary<RateFunction> ramp =
        Combinators.combine(rate, rate, time, time).as((a, b, s, l) -> new Ramp(a, b, s, l).rate());
    Arbitrary<RateFunction> product = Combinators.combine(diurnal, crowd).as(RateFunction::times);
    Arbitrary<RateFunction> sum = Combinators.combine(product, ramp).as(RateFunction::plus);
    return Arbitraries.oneOf(diurnal, crowd, ramp, product, sum);
  }
}
