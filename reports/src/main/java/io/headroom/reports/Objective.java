package io.headroom.reports;

import io.headroom.LatencySummary;
import io.headroom.SimulationResult;
import io.headroom.Slo;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * One part of a service level objective, and what a run made of it. A percentile that the result
 * does not hold lies between the two beside it.
 *
 * @param name what is limited, {@code p99} or {@code errors}
 * @param unit the unit of the three numbers
 * @param limit the largest good value
 * @param least the value of the run is at least this
 * @param most and at most this; the same where the result holds the value
 */
public record Objective(String name, Unit unit, double limit, double least, double most) {
  private static final double NANOS = 1e9;

  /** The units of objectives. */
  public enum Unit {
    /** A time in seconds. */
    SECONDS {
      @Override
      public String text(double value) {
        return Figures.seconds(value);
      }
    },
    /** A share in [0, 1], written as percent. */
    SHARE {
      @Override
      public String text(double value) {
        return Figures.exactPercent(value);
      }
    };

    /** Returns a value with its unit, with three digits that matter. */
    public abstract String text(double value);
  }

  /** What is known about an objective. */
  public enum Verdict {
    /** The value is within the limit. */
    HELD,
    /** The value is over the limit. */
    NOT_HELD,
    /** The result knows too little about the value. */
    OPEN
  }

  /**
   * Returns the parts of a scenario's objective, percentiles first; none if it asks for nothing.
   */
  public static List<Objective> of(SimulationResult result) {
    Slo slo = result.scenario().slo();
    List<Objective> objectives = new ArrayList<>();
    NavigableMap<Double, Double> percentiles = percentiles(result.latency());
    slo.latencies().forEach(latency -> objectives.add(of(latency, percentiles)));
    double errors = result.slo().errorShare();
    slo.errorShare()
        .ifPresent(
            limit -> objectives.add(new Objective("errors", Unit.SHARE, limit, errors, errors)));
    return objectives;
  }

  private static Objective of(Slo.Latency latency, NavigableMap<Double, Double> percentiles) {
    Map.Entry<Double, Double> below = percentiles.floorEntry(latency.percentile());
    Map.Entry<Double, Double> above = percentiles.ceilingEntry(latency.percentile());
    return new Objective(
        "p" + BigDecimal.valueOf(latency.percentile()).stripTrailingZeros().toPlainString(),
        Unit.SECONDS,
        latency.limit().toNanos() / NANOS,
        below == null ? 0 : below.getValue(),
        above == null ? Double.POSITIVE_INFINITY : above.getValue());
  }

  private static NavigableMap<Double, Double> percentiles(LatencySummary latency) {
    return new TreeMap<>(
        Map.of(
            50.0, latency.p50(),
            90.0, latency.p90(),
            95.0, latency.p95(),
            99.0, latency.p99(),
            99.9, latency.p999(),
            100.0, latency.max()));
  }

  /** Returns whether the value is within the limit, as far as that is known. */
  public Verdict verdict() {
    if (most <= limit) {
      return Verdict.HELD;
    }
    return least > limit ? Verdict.NOT_HELD : Verdict.OPEN;
  }

  /** Returns the value of the run, such as {@code 347 ms}, or {@code between a and b}. */
  public String measured() {
    return least == most
        ? unit.text(most)
        : "between " + unit.text(least) + " and " + unit.text(most);
  }
}
