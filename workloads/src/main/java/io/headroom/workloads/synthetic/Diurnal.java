package io.headroom.workloads.synthetic;

import io.headroom.sim.Settings;
import io.headroom.sim.SimTime;
import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;
import io.headroom.workloads.Poisson;
import io.headroom.workloads.RateFunction;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * A daily season of two harmonics that both have their highest point at the same time of day:
 * {@code mean (1 + daily cos(2 pi (t - peak) / 24 h) + halfDaily cos(4 pi (t - peak) / 24 h))},
 * never below 0. With {@code halfDaily} at a quarter of {@code daily} the night is flat and broad.
 *
 * @param mean the mean rate, in requests per second, as long as the formula stays above 0
 * @param daily the share of the 24-hour harmonic, at least 0; usually 0.6
 * @param halfDaily the share of the 12-hour harmonic, at least 0; usually 0.15
 * @param peak a time of the highest rate, since the start of the run
 */
public record Diurnal(double mean, double daily, double halfDaily, Duration peak)
    implements RateFunction {
  /** The time of day of the highest rate unless told otherwise, if a run starts at midnight. */
  public static final Duration DEFAULT_PEAK = Duration.ofHours(15);

  private static final double RADIANS_PER_NANO = 2 * Math.PI / SimTime.DAY;

  /** Checks the ranges. */
  public Diurnal {
    check("mean", mean);
    check("daily", daily);
    check("halfDaily", halfDaily);
  }

  private static void check(String field, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(field + " must be finite and at least 0, was " + value);
    }
  }

  /**
   * Returns a Poisson workload that swings once a day between two rates, highest 15 hours after the
   * start of the run.
   *
   * @param trough the lowest rate, in requests per second, at least 0
   * @param peak the highest rate, in requests per second, at least {@code trough}
   * @throws IllegalArgumentException if the rates are out of order or negative
   */
  public static Poisson requestsPerSecond(double trough, double peak) {
    return new Poisson("diurnal", between(trough, peak, DEFAULT_PEAK));
  }

  /**
   * Returns the season of one harmonic between two rates.
   *
   * @param trough the lowest rate, in requests per second, at least 0
   * @param peak the highest rate, in requests per second, at least {@code trough}
   * @param peakTime a time of the highest rate, since the start of the run
   * @throws IllegalArgumentException if the rates are out of order or negative
   */
  public static Diurnal between(double trough, double peak, Duration peakTime) {
    if (!(trough >= 0 && trough <= peak)) {
      throw new IllegalArgumentException(
          "rates must be 0 <= trough <= peak, were %s and %s".formatted(trough, peak));
    }
    double swing = peak > 0 ? (peak - trough) / (peak + trough) : 0;
    return new Diurnal((peak + trough) / 2, swing, 0, peakTime);
  }

  @Override
  public double at(long timeNanos) {
    double angle = angle(timeNanos);
    double shape = 1 + daily * StrictMath.cos(angle) + halfDaily * StrictMath.cos(2 * angle);
    return mean * Math.max(0, shape);
  }

  @Override
  public double upperBound(long fromNanos, long untilNanos) {
    double from = angle(fromNanos);
    double until = from + (untilNanos - fromNanos) * RADIANS_PER_NANO;
    double shape =
        1 + daily * highestCosine(from, until) + halfDaily * highestCosine(2 * from, 2 * until);
    return mean * Math.max(0, shape);
  }

  @Override
  public double lowerBound(long fromNanos, long untilNanos) {
    double from = angle(fromNanos);
    double until = from + (untilNanos - fromNanos) * RADIANS_PER_NANO;
    double shape =
        1 + daily * lowestCosine(from, until) + halfDaily * lowestCosine(2 * from, 2 * until);
    return mean * Math.max(0, shape);
  }

  /** Closed form, unless the formula falls below 0 and has to be clipped. */
  @Override
  public double integral(long fromNanos, long untilNanos) {
    if (daily + halfDaily > 1) {
      return RateFunction.super.integral(fromNanos, untilNanos);
    }
    double seconds = SimTime.seconds(untilNanos - fromNanos);
    return mean * (seconds + waves(fromNanos, untilNanos));
  }

  /**
   * The integral of both harmonics, in seconds. Differences of sines are written as products: the
   * subtraction would leave an interval of some microseconds without a correct digit.
   */
  private double waves(long fromNanos, long untilNanos) {
    double half = (untilNanos - fromNanos) * RADIANS_PER_NANO / 2;
    double middle = angle(fromNanos) + half;
    double day = 2 * StrictMath.cos(middle) * StrictMath.sin(half);
    double halfDay = StrictMath.cos(2 * middle) * StrictMath.sin(2 * half);
    return (daily * day + halfDaily * halfDay) / (RADIANS_PER_NANO * SimTime.SECOND);
  }

  @Override
  public long nextBreakpoint(long timeNanos) {
    return Long.MAX_VALUE;
  }

  /** The angle of a time, in [0, 2 pi): 0 at a peak. */
  private double angle(long timeNanos) {
    return Math.floorMod(timeNanos - peak.toNanos(), SimTime.DAY) * RADIANS_PER_NANO;
  }

  private static double highestCosine(double from, double until) {
    double turn = 2 * Math.PI;
    boolean overTheTop = Math.ceil(from / turn) * turn <= until;
    return overTheTop ? 1 : Math.max(StrictMath.cos(from), StrictMath.cos(until));
  }

  private static double lowestCosine(double from, double until) {
    return -highestCosine(from + Math.PI, until + Math.PI);
  }

  /**
   * Reads {@code diurnal: {trough: 120/s, peak: 1400/s, peak-at: 15:00}}, or {@code mean}, {@code
   * daily} (0.6) and {@code half-daily} (0.15) in place of the two rates.
   */
  public static final class Provider implements WorkloadProvider {
    @Override
    public String key() {
      return "diurnal";
    }

    @Override
    public Workload create(Settings settings) {
      Duration peakTime = settings.time("peak-at", defaultPeak(settings));
      RateFunction season =
          settings.has("mean") ? harmonics(settings, peakTime) : swing(settings, peakTime);
      return new Poisson(key(), Surges.over(season, settings));
    }

    private static RateFunction harmonics(Settings settings, Duration peakTime) {
      double mean = Checked.rate(settings, "mean", 0);
      double daily = Checked.share(settings, "daily", 0.6);
      double halfDaily = Checked.share(settings, "half-daily", 0.15);
      return new Diurnal(mean, daily, halfDaily, peakTime);
    }

    private static RateFunction swing(Settings settings, Duration peakTime) {
      double trough = Checked.requiredRate(settings, "trough");
      double peak = Checked.requiredRate(settings, "peak");
      if (peak < trough) {
        settings.problem("peak", "peak must be at least trough, %s < %s".formatted(peak, trough));
        return between(trough, trough, peakTime);
      }
      return between(trough, peak, peakTime);
    }

    /** 15:00 UTC of the first day, which may lie before the start of the run. */
    private static Duration defaultPeak(Settings settings) {
      LocalTime start = settings.start().atOffset(ZoneOffset.UTC).toLocalTime();
      return DEFAULT_PEAK.minusNanos(start.toNanoOfDay());
    }
  }
}
