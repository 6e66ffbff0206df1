package io.headroom.cli;

import io.headroom.LatencySummary;
import io.headroom.SimulationResult;
import io.headroom.Slo;
import io.headroom.cli.Objective.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Takes the objectives of a run apart. */
final class Objectives {
  private Objectives() {}

  /** Returns the parts of the objective, percentiles first. */
  static List<Objective> of(SimulationResult result) {
    NavigableMap<Double, Double> percentiles = percentiles(result.latency());
    Slo slo = result.scenario().slo();
    List<Objective> objectives = new ArrayList<>();
    slo.latencies().forEach(limit -> objectives.add(latency(limit, percentiles)));
    double errors = result.slo().errorShare();
    slo.errorShare()
        .ifPresent(
            limit -> objectives.add(new Objective("errors", Unit.SHARE, limit, errors, errors)));
    return objectives;
  }

  /** A percentile that the result lacks lies between the two beside it. */
  private static Objective latency(Slo.Latency limit, NavigableMap<Double, Double> percentiles) {
    Map.Entry<Double, Double> below = percentiles.floorEntry(limit.percentile());
    Map.Entry<Double, Double> above = percentiles.ceilingEntry(limit.percentile());
    String percentile = BigDecimal.valueOf(limit.percentile()).stripTrailingZeros().toPlainString();
    return new Objective(
        "latency p" + percentile,
        Unit.SECONDS,
        limit.limit().toNanos() / 1e9,
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
}
