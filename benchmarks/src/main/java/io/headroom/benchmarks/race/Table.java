package io.headroom.benchmarks.race;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for a terminal that is also one in Markdown. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  /** Creates a table with a head. */
  public Table(String... head) {
    rows.add(List.of(head));
  }

  /** Adds a row, as wide as the head. */
  public void add(String... cells) {
    if (cells.length != rows.get(0).size()) {
      throw new IllegalArgumentException(
          "a row needs %d cells, was %d".formatted(rows.get(0).size(), cells.length));
    }
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, rows.get(0).size())
            .map(c -> rows.stream().mapToInt(row -> row.get(c).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>();
    rows.forEach(row -> lines.add(line(row, widths)));
    lines.add(
        1,
        IntStream.of(widths)
            .mapToObj(width -> "-".repeat(width + 2))
            .collect(Collectors.joining("|", "|", "|")));
    return String.join("\n", lines) + "\n";
  }

  private static String line(List<String> row, int[] widths) {
    return IntStream.range(0, widths.length)
        .mapToObj(c -> c == 0 ? pad(row.get(c), widths[c], "-") : pad(row.get(c), widths[c], ""))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  /** The first column stands left, figures stand right. */
  private static String pad(String cell, int width, String left) {
    String spaces = " ".repeat(width - cell.length());
    return left.isEmpty() ? spaces + cell : cell + spaces;
  }
}
