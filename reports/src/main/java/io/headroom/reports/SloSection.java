package io.headroom.reports;

import io.headroom.SimulationResult;
import io.headroom.Slo;
import io.headroom.SloOutcome;

/** Whether the objective held, each part with the number that decides it. */
final class SloSection {
  private static final int NUMBERS = 27;

  private SloSection() {}

  static void add(Page page, SimulationResult result) {
    if (result.scenario().slo().equals(Slo.NONE)) {
      page.add("SLO", Line.of("none"));
      return;
    }
    page.add("SLO", verdict(result.slo()));
    Objective.of(result).forEach(objective -> page.add("", line(objective)));
  }

  private static Line verdict(SloOutcome outcome) {
    Line line =
        outcome.met() ? new Line().add(Ink.GOOD, "held") : new Line().add(Ink.BAD, "NOT HELD");
    if (outcome.violatingMinutes() > 0 || outcome.violatingRequests() > 0) {
      line.add(
          " · %s and %s in violation"
              .formatted(
                  Figures.count(outcome.violatingMinutes(), "minute"),
                  Figures.count(outcome.violatingRequests(), "request")));
    }
    return line;
  }

  private static Line line(Objective objective) {
    Line line =
        switch (objective.verdict()) {
          case HELD -> new Line().add(Ink.GOOD, "✓ ");
          case NOT_HELD -> new Line().add(Ink.BAD, "✗ ");
          case OPEN -> Line.of("? ");
        };
    String limit = objective.unit().text(objective.limit());
    return line.add(objective.name() + " at most " + limit).to(NUMBERS).add(objective.measured());
  }
}
