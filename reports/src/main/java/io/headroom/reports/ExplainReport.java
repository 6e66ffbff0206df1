package io.headroom.reports;

import io.headroom.ReactionBudget;
import io.headroom.SimulationResult;
import io.headroom.autoscaling.LedgerEntry;
import io.headroom.reports.diagnosis.Diagnosis;
import io.headroom.reports.diagnosis.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Why a run scaled, or why it did not: the decision ledger entry by entry, and where the time of
 * each scale-out went.
 *
 * @param style how the text looks
 */
public record ExplainReport(TextStyle style) {
  /** How far from the asked time an entry may be. */
  private static final Duration AROUND = Duration.ofMinutes(15);

  /** Returns the whole ledger and all reaction budgets; every line ends with a line feed. */
  public String text(SimulationResult result) {
    Page page = new Page(style);
    addHeading(page, result, "the whole run");
    addDiagnosis(page, Diagnosis.of(result));
    addLedger(page, result, result.ledger());
    addReactions(page, result, result.reactions());
    return page.text();
  }

  /**
   * Returns the entries and reaction budgets that touch the quarter of an hour before or after a
   * time; if there are no such entries, the last before and the first after it.
   */
  public String text(SimulationResult result, Instant at) {
    Page page = new Page(style);
    Window window = Window.around(result, at);
    addHeading(page, result, "around " + WallClock.isoSeconds(at));
    List<LedgerEntry> near = result.ledger().stream().filter(window::touches).toList();
    if (near.isEmpty() && !result.ledger().isEmpty()) {
      page.add(Line.of("No policy was evaluated within 15 minutes; these are the nearest:"));
      page.blank();
      near = window.neighbours(result.ledger());
    }
    addLedger(page, result, near);
    addReactions(page, result, result.reactions().stream().filter(window::touches).toList());
    return page.text();
  }

  private record Window(long centreNanos, long radiusNanos) {
    static Window around(SimulationResult result, Instant at) {
      Duration since = Duration.between(result.scenario().start(), at);
      return new Window(since.toNanos(), AROUND.toNanos());
    }

    boolean touches(LedgerEntry entry) {
      return touches(entry.timeNanos(), entry.lastNanos());
    }

    boolean touches(ReactionBudget reaction) {
      long rise = reaction.riseNanos();
      return touches(rise, rise + reaction.total().toNanos());
    }

    private boolean touches(long firstNanos, long lastNanos) {
      return lastNanos >= centreNanos - radiusNanos && firstNanos <= centreNanos + radiusNanos;
    }

    List<LedgerEntry> neighbours(List<LedgerEntry> ledger) {
      Predicate<LedgerEntry> isBefore = entry -> entry.lastNanos() < centreNanos;
      Optional<LedgerEntry> before = ledger.stream().filter(isBefore).reduce((a, b) -> b);
      Optional<LedgerEntry> after = ledger.stream().filter(isBefore.negate()).findFirst();
      return Stream.of(before, after).flatMap(Optional::stream).toList();
    }
  }

  private static void addHeading(Page page, SimulationResult result, String part) {
    Line line = new Line().add(Ink.STRONG, result.scenario().name());
    page.add(line.add(" · " + part + " · times are UTC"));
    page.blank();
  }

  private static void addDiagnosis(Page page, List<Finding> findings) {
    if (findings.isEmpty()) {
      return;
    }
    page.add(
        new Line()
            .add(Ink.STRONG, "Diagnosis")
            .add(findings.size() == 1 ? ", 1 cause" : ", " + findings.size() + " causes"));
    for (Finding finding : findings) {
      page.blank();
      page.add(new Line().add(Ink.STRONG, finding.group() + ": " + finding.cause()));
      page.wrap(Line.of("  "), Ink.PLAIN, finding.evidence());
    }
    page.blank();
  }

  private static void addLedger(Page page, SimulationResult result, List<LedgerEntry> entries) {
    page.add(
        new Line()
            .add(Ink.STRONG, "Decision ledger")
            .add(", " + extent(entries.size(), result.ledger().size())));
    LedgerText text = new LedgerText(page, WallClock.of(result));
    for (LedgerEntry entry : entries) {
      page.blank();
      text.add(entry);
    }
  }

  private static String extent(int shown, int all) {
    return shown == all
        ? (all == 1 ? "1 entry" : Figures.count(all) + " entries")
        : Figures.count(shown) + " of " + Figures.count(all) + " entries";
  }

  private static void addReactions(
      Page page, SimulationResult result, List<ReactionBudget> reactions) {
    page.blank();
    page.add(
        new Line()
            .add(Ink.STRONG, "Reaction budget")
            .add(reactions.isEmpty() ? ", no scale-out" : ", from rise to relief of the load"));
    ReactionTable table = new ReactionTable(page);
    for (ReactionBudget reaction : reactions) {
      page.blank();
      table.add(reaction, WallClock.of(result));
    }
  }
}
