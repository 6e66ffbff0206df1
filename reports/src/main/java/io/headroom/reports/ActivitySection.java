package io.headroom.reports;

import io.headroom.SimulationResult;
import java.util.Comparator;
import java.util.List;

/** The newest scaling activities with their causes, one line for each decision. */
final class ActivitySection {
  private static final int SHOWN = 10;
  private static final int GAP = 2;

  private final Page page;
  private final WallClock clock;
  private final List<ActivityGroup> shown;
  private final boolean hasSeveralGroups;

  private ActivitySection(Page page, SimulationResult result, List<ActivityGroup> shown) {
    this.page = page;
    this.shown = shown;
    clock = WallClock.of(result);
    hasSeveralGroups = result.groups().size() > 1;
  }

  static void add(Page page, SimulationResult result) {
    List<ActivityGroup> all =
        ActivityGroup.of(result.activities()).stream()
            .sorted(Comparator.comparingLong(ActivityGroup::startNanos).reversed())
            .toList();
    page.blank();
    page.add("Scaling", Line.of(counts(result)));
    new ActivitySection(page, result, all.subList(0, Math.min(SHOWN, all.size()))).addRows();
    if (all.size() > SHOWN) {
      int more = all.size() - SHOWN;
      page.add(new Line().add(Ink.FAINT, "  ... and " + more + " more, see headroom explain"));
    }
  }

  private static String counts(SimulationResult result) {
    if (result.activities().isEmpty()) {
      return "no activities";
    }
    return "%s, %s · newest first"
        .formatted(
            Figures.count(result.capacity().scaleOuts(), "scale-out"),
            Figures.count(result.capacity().scaleIns(), "scale-in"));
  }

  private void addRows() {
    int effects = width(shown.stream().map(ActivityGroup::effect).toList());
    int changes = width(shown.stream().map(ActivitySection::change).toList());
    int groups = width(shown.stream().map(ActivityGroup::group).toList());
    for (ActivityGroup row : shown) {
      Line line = Line.of("  ").add(Ink.FAINT, clock.text(row.startNanos())).add("  ");
      if (hasSeveralGroups) {
        line.add(row.group()).to(line.length() + groups - row.group().length() + GAP);
      }
      line.addRight(Ink.STRONG, effects, row.effect()).add("  ");
      line.addRight(Ink.PLAIN, changes, change(row)).add(changes == 0 ? "" : "  ");
      int indent = line.length();
      page.add(line.add(row.cause().words()));
      row.failure()
          .map(reason -> row.failures() + " failed: " + reason)
          .ifPresent(failure -> page.wrap(new Line().to(indent), Ink.BAD, failure));
    }
  }

  private static int width(List<String> cells) {
    return cells.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String change(ActivityGroup row) {
    return row.cause().desired().orElse("");
  }
}
