package io.headroom.reports;

import io.headroom.ReactionBudget;
import io.headroom.ReactionBudget.Part;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The reaction budget of one scale-out: a line for each stage that took time, with a bar that
 * begins where the one above ends, and the whole.
 */
final class ReactionTable {
  private static final int NAMES = 22;
  private static final int LENGTHS = 10;
  private static final int PERCENTS = 7;
  private static final int INDENT = 2;

  private final Page page;
  private final int room;

  ReactionTable(Page page) {
    this.page = page;
    room = page.width() - INDENT - NAMES - LENGTHS - PERCENTS - INDENT;
  }

  void add(ReactionBudget reaction, WallClock clock) {
    page.add(
        new Line()
            .add(Ink.STRONG, clock.text(reaction.riseNanos()))
            .add("  %s, +%s by ".formatted(reaction.group(), reaction.instances()))
            .add(Ink.STRONG, reaction.policy()));
    List<Part> parts = reaction.parts().stream().filter(part -> !part.length().isZero()).toList();
    List<Double> lengths = parts.stream().map(part -> (double) part.length().toNanos()).toList();
    int tenths = (int) Math.round(reaction.total().toNanos() / 1e8);
    Rows rows =
        new Rows(
            Apportionment.of(lengths, tenths),
            Apportionment.of(lengths, 100),
            Apportionment.of(lengths, room));
    IntStream.range(0, parts.size())
        .forEach(i -> page.add(rows.line(parts.get(i).stage().words(), i)));
    page.add(row("from rise to relief", tenths, parts.isEmpty() ? 0 : 100));
  }

  /** Columns whose parts add up to tenths of seconds, 100 percent and the room for bars. */
  private record Rows(List<Integer> tenths, List<Integer> percents, List<Integer> bars) {
    Line line(String name, int index) {
      int before = bars.stream().limit(index).mapToInt(Integer::intValue).sum();
      return row(name, tenths.get(index), percents.get(index))
          .add(" ".repeat(INDENT + before))
          .add(Ink.CAPACITY, bars.get(index) == 0 ? "▏" : "█".repeat(bars.get(index)));
    }
  }

  private static Line row(String name, int tenths, int percent) {
    return Line.of(" ".repeat(INDENT))
        .add(name)
        .to(INDENT + NAMES)
        .addRight(Ink.PLAIN, LENGTHS, String.format(Locale.ROOT, "%,.1f s", tenths / 10.0))
        .addRight(Ink.PLAIN, PERCENTS, percent + " %");
  }
}
