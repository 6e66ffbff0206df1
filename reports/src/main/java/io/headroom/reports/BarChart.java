package io.headroom.reports;

import java.util.ArrayList;
import java.util.List;

/** A chart of bars, one column for each value, drawn with blocks that are filled by eighths. */
final class BarChart {
  /** The width of the labels of the vertical axis. */
  static final int LABELS = 9;

  private static final int ROWS = 6;
  private static final int EIGHTHS = 8;
  private static final String BLOCKS = " ▁▂▃▄▅▆▇█";
  private static final double[] ROUND = {1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10};

  private final double[] values;
  private final double top;
  private final Ink ink;

  /**
   * Creates a chart.
   *
   * @param values the height of each bar; NaN for none
   * @param top the value at the upper edge, positive
   * @param ink the ink of the bars
   */
  BarChart(double[] values, double top, Ink ink) {
    this.values = values.clone();
    this.top = top;
    this.ink = ink;
  }

  /** Returns a chart whose upper edge is a round number. */
  static BarChart ofRates(double[] values, Ink ink) {
    double largest = largest(values);
    double power = largest > 0 ? Math.pow(10, Math.floor(Math.log10(largest))) : 1;
    double top = 10 * power;
    for (int i = ROUND.length - 1; i >= 0 && ROUND[i] * power >= largest; i--) {
      top = ROUND[i] * power;
    }
    return new BarChart(values, top, ink);
  }

  /** Returns a chart whose upper edge and middle are whole numbers. */
  static BarChart ofCounts(double[] values, Ink ink) {
    double top = 2 * Math.ceil(largest(values) / 2);
    return new BarChart(values, Math.max(2, top), ink);
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Double.isFinite(value) ? Math.max(largest, value) : largest;
    }
    return largest;
  }

  double top() {
    return top;
  }

  /** Returns the lines from the top to the base line, which carries the ticks. */
  List<Line> lines(List<Tick> ticks) {
    List<Line> lines = new ArrayList<>();
    for (int row = ROWS - 1; row >= 0; row--) {
      lines.add(line(row));
    }
    lines.add(base(ticks));
    return lines;
  }

  private Line line(int row) {
    boolean labelled = 2 * (row + 1) % ROWS == 0;
    String label = labelled ? label(top * (row + 1) / ROWS) : "";
    StringBuilder bars = new StringBuilder();
    for (double value : values) {
      int filled = Math.max(0, Math.min(EIGHTHS, eighths(value) - EIGHTHS * row));
      bars.append(BLOCKS.charAt(filled));
    }
    return new Line()
        .addRight(Ink.FAINT, LABELS, label)
        .add(Ink.FAINT, labelled ? " ┤" : " │")
        .add(ink, bars.toString());
  }

  private static String label(double value) {
    return value < 1e6 ? Figures.threeDigits(value) : Figures.large(value);
  }

  /** The height of a bar; whatever is above zero can be seen. */
  private int eighths(double value) {
    if (Double.isNaN(value) || value <= 0) {
      return 0;
    }
    double share = Math.min(1, value / top);
    return Math.max(1, (int) Math.round(share * ROWS * EIGHTHS));
  }

  private Line base(List<Tick> ticks) {
    StringBuilder base = new StringBuilder("─".repeat(values.length));
    ticks.forEach(tick -> base.setCharAt(tick.column(), '┴'));
    return new Line().addRight(Ink.FAINT, LABELS, "0").add(Ink.FAINT, " └" + base);
  }

  /** Returns the line below the base line with the labels of the ticks. */
  static Line labels(List<Tick> ticks, int columns) {
    Line line = new Line();
    for (Tick tick : ticks) {
      if (tick.column() + tick.label().length() <= columns) {
        line.to(LABELS + 2 + tick.column()).add(Ink.FAINT, tick.label());
      }
    }
    return line;
  }
}
