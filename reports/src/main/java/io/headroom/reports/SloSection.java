package io.headroom.reports;

import io.headroom.LatencySummary;
import io.headroom.SimulationResult;
import io.headroom.Slo;
import io.headroom.SloOutcome;
import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Whether the objective held, each part with the number that decides it. */
final class SloSection {
  private static final int NUMBERS = 27;

  private final Page page;
  private final NavigableMap<Double, Double> latencies;

  private SloSection(Page page, LatencySummary latency) {
    this.page = page;
    latencies =
        new TreeMap<>(
            Map.of(
                50.0, latency.p50(),
                90.0, latency.p90(),
                95.0, latency.p95(),
                99.0, latency.p99(),
                99.9, latency.p999(),
                100.0, latency.max()));
  }

  static void add(Page page, SimulationResult result) {
    Slo slo = result.scenario().slo();
    if (slo.equals(Slo.NONE)) {
      page.add("SLO", Line.of("none"));
      return;
    }
    page.add("SLO", verdict(result.slo()));
    SloSection section = new SloSection(page, result.latency());
    slo.latencies().forEach(section::addLatency);
    slo.errorShare().ifPresent(limit -> section.addErrors(limit, result.slo().errorShare()));
  }

  private static Line verdict(SloOutcome outcome) {
    Line line = new Line();
    line.add(outcome.met() ? Ink.GOOD : Ink.BAD, outcome.met() ? "held" : "NOT HELD");
    if (outcome.violatingMinutes() > 0 || outcome.violatingRequests() > 0) {
      line.add(
          " · %s and %s in violation"
              .formatted(
                  Figures.count(outcome.violatingMinutes(), "minute"),
                  Figures.count(outcome.violatingRequests(), "request")));
    }
    return line;
  }

  /** A percentile that the result lacks lies between the two beside it. */
  private void addLatency(Slo.Latency objective) {
    Map.Entry<Double, Double> above = latencies.ceilingEntry(objective.percentile());
    Map.Entry<Double, Double> below = latencies.floorEntry(objective.percentile());
    double most = above == null ? Double.NaN : above.getValue();
    double least = below == null ? 0 : below.getValue();
    double limit = objective.limit().toNanos() / 1e9;
    String percentile =
        BigDecimal.valueOf(objective.percentile()).stripTrailingZeros().toPlainString();
    String number =
        most == least
            ? Figures.seconds(most)
            : "between " + Figures.seconds(least) + " and " + Figures.seconds(most);
    String words = "p" + percentile + " at most " + Figures.seconds(limit);
    addPart(
        most <= limit ? Verdict.HELD : least > limit ? Verdict.NOT_HELD : Verdict.OPEN,
        words,
        number);
  }

  private void addErrors(double limit, double share) {
    Verdict verdict = share <= limit ? Verdict.HELD : Verdict.NOT_HELD;
    addPart(verdict, "errors at most " + Figures.exactPercent(limit), Figures.exactPercent(share));
  }

  private enum Verdict {
    HELD(Ink.GOOD, "✓ "),
    NOT_HELD(Ink.BAD, "✗ "),
    OPEN(Ink.PLAIN, "? ");

    private final Ink ink;
    private final String mark;

    Verdict(Ink ink, String mark) {
      this.ink = ink;
      this.mark = mark;
    }
  }

  private void addPart(Verdict verdict, String words, String number) {
    page.add(
        "",
        new Line().add(verdict.ink, verdict.mark).add(words).to(NUMBERS).add(verdict.ink, number));
  }
}
