package io.headroom.reports;

import io.headroom.ReactionBudget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How long the scale-outs took: the median one, stage by stage. */
final class ReactionSection {
  private ReactionSection() {}

  /** Adds the reaction whose whole is the lower median, so that its parts belong together. */
  static void add(Page page, List<ReactionBudget> reactions) {
    if (reactions.isEmpty()) {
      return;
    }
    List<ReactionBudget> sorted =
        reactions.stream().sorted(Comparator.comparing(ReactionBudget::total)).toList();
    ReactionBudget median = sorted.get((sorted.size() - 1) / 2);
    ReactionBudget slowest = sorted.get(sorted.size() - 1);
    List<Line> pieces = new ArrayList<>();
    pieces.add(
        new Line().add(Ink.STRONG, Figures.duration(median.total())).add(" from rise to relief"));
    for (ReactionBudget.Part part : median.parts()) {
      if (!part.length().isZero()) {
        pieces.add(
            new Line()
                .add(Ink.FAINT, part.stage().words() + " ")
                .add(Figures.duration(part.length())));
      }
    }
    if (sorted.size() > 1) {
      pieces.add(
          Line.of(
              "(median of %s, slowest %s)"
                  .formatted(sorted.size(), Figures.duration(slowest.total()))));
    }
    page.blank();
    page.flow("Reaction", pieces);
  }
}
