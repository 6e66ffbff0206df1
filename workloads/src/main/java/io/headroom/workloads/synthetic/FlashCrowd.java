package io.headroom.workloads.synthetic;

import io.headroom.sim.Settings;
import io.headroom.workload.Workload;
import io.headroom.workload.WorkloadProvider;
import io.headroom.workloads.Poisson;
import io.headroom.workloads.RateFunction;
import java.time.Duration;

/**
 * A flash crowd in three phases: Ari, Hong, Miller, Brandt and Long, "Managing Flash Crowds on the
 * Internet", MASCOTS 2003, doi 10.1109/MASCOT.2003.1240667. With the shock level {@code s}, the
 * ratio of the crowd's rate to the normal one, the rate rises in a line for {@code unit / log10(1 +
 * s)}, stays for {@code unit * log10(1 + s)} and falls in a line for {@code n} times as long:
 * bigger shocks rise faster and last longer.
 *
 * @param start when the rise begins, since the start of the run
 * @param shock the highest rate as a multiple of the normal one, at least 1
 * @param unit the unit of time; default 5 minutes
 * @param n how many times as long as the plateau the fall is; default 3
 */
public record FlashCrowd(Duration start, double shock, Duration unit, double n) {
  /** The unit of time unless told otherwise. */
  public static final Duration DEFAULT_UNIT = Duration.ofMinutes(5);

  /** The length of the fall in plateaus unless told otherwise. */
  public static final double DEFAULT_N = 3;

  /** Checks the ranges. */
  public FlashCrowd {
    if (start.isNegative()) {
      throw new IllegalArgumentException("start must not be negative, was " + start);
    }
    if (!(shock >= 1 && shock < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("shock must be finite and at least 1, was " + shock);
    }
    if (unit.isNegative() || unit.isZero()) {
      throw new IllegalArgumentException("unit must be positive, was " + unit);
    }
    if (!(n >= 0 && n < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("n must be finite and at least 0, was " + n);
    }
  }

  /** Returns the flash crowd with the default unit and fall. */
  public static FlashCrowd at(Duration start, double shock) {
    return new FlashCrowd(start, shock, DEFAULT_UNIT, DEFAULT_N);
  }

  /** Returns how long the rate rises. */
  public Duration rise() {
    return seconds(unitSeconds() / level());
  }

  /** Returns how long the rate stays at its highest. */
  public Duration plateau() {
    return seconds(unitSeconds() * level());
  }

  /** Returns how long the rate falls. */
  public Duration fall() {
    return seconds(n * unitSeconds() * level());
  }

  /** Returns the multiple of the normal rate over time: 1 before and after the crowd. */
  public RateFunction factor() {
    return new Spike(start, rise(), plateau(), fall(), shock).factor();
  }

  private double level() {
    return StrictMath.log10(1 + shock);
  }

  private double unitSeconds() {
    return unit.toNanos() / 1e9;
  }

  private static Duration seconds(double seconds) {
    return Duration.ofNanos(StrictMath.round(seconds * 1e9));
  }

  /** Reads one crowd, with the time of its start under {@code at}. */
  static FlashCrowd read(Settings settings) {
    return new FlashCrowd(
        Checked.requiredTime(settings, "at"),
        Checked.multiple(settings, "shock", 9),
        Checked.positive(settings, "unit", DEFAULT_UNIT),
        Checked.share(settings, "n", DEFAULT_N));
  }

  /**
   * Reads {@code flash-crowd: {normal: 100/s, at: 14:00, shock: 9, unit: 5m, n: 3}}, a crowd over a
   * constant rate; other rates take {@code flash-crowds} as a list.
   */
  public static final class Provider implements WorkloadProvider {
    @Override
    public String key() {
      return "flash-crowd";
    }

    @Override
    public Workload create(Settings settings) {
      RateFunction normal = RateFunction.constant(Checked.requiredRate(settings, "normal"));
      RateFunction crowd = normal.times(read(settings).factor());
      return new Poisson(key(), Surges.over(crowd, settings));
    }
  }
}
