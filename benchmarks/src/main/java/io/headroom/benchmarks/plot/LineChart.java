package io.headroom.benchmarks.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A chart of one or more lines over logarithmic axes. Not thread-safe. */
public final class LineChart {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 70;
  private static final int RIGHT = 20;
  private static final int TOP = 40;
  private static final int BOTTOM = 50;
  private static final List<String> COLOURS = List.of("#0b62a4", "#c43d1b", "#3a7d2c", "#7a4a9c");

  private final String title;
  private final String across;
  private final String up;
  private final Map<String, List<Point>> lines = new LinkedHashMap<>();

  /**
   * A point of a line; both numbers positive.
   *
   * @param x what was varied
   * @param y what was measured
   */
  public record Point(double x, double y) {}

  /**
   * Creates an empty chart.
   *
   * @param title what stands above
   * @param across what the horizontal axis shows
   * @param up what the vertical axis shows
   */
  public LineChart(String title, String across, String up) {
    this.title = title;
    this.across = across;
    this.up = up;
  }

  /** Adds a line. */
  public void add(String name, List<Point> points) {
    lines.put(name, List.copyOf(points));
  }

  /** Returns the chart as a document of its own. */
  public String toSvg() {
    LogAxis x = LogAxis.of(all(Point::x), LEFT, WIDTH - RIGHT);
    LogAxis y = LogAxis.of(all(Point::y), HEIGHT - BOTTOM, TOP);
    List<String> parts = new ArrayList<>();
    parts.add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">"
            .formatted(WIDTH, HEIGHT));
    parts.add("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
    parts.add(text(WIDTH / 2.0, 20, "middle", title));
    parts.add(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", across));
    parts.add(text(8, TOP - 10, "start", up));
    grid(x, y, parts);
    int number = 0;
    for (Map.Entry<String, List<Point>> line : lines.entrySet()) {
      draw(line, new LogAxis[] {x, y}, number++, parts);
    }
    parts.add("</svg>\n");
    return String.join("\n", parts);
  }

  private List<Double> all(Function<Point, Double> number) {
    return lines.values().stream().flatMap(List::stream).map(number).toList();
  }

  private static void grid(LogAxis x, LogAxis y, List<String> parts) {
    for (double tick : x.ticks()) {
      double at = x.place(tick);
      parts.add(rule(at, y.from(), at, y.to()));
      parts.add(text(at, y.from() + 18, "middle", LogAxis.label(tick)));
    }
    for (double tick : y.ticks()) {
      double at = y.place(tick);
      parts.add(rule(x.from(), at, x.to(), at));
      parts.add(text(x.from() - 6, at + 4, "end", LogAxis.label(tick)));
    }
  }

  private static void draw(
      Map.Entry<String, List<Point>> line, LogAxis[] axes, int number, List<String> parts) {
    String colour = COLOURS.get(number % COLOURS.size());
    String points =
        line.getValue().stream()
            .map(p -> number(axes[0].place(p.x())) + "," + number(axes[1].place(p.y())))
            .collect(Collectors.joining(" "));
    parts.add(
        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>"
            .formatted(points, colour));
    parts.add(
        "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>"
            .formatted(LEFT + 10, TOP + 16 + 16 * number, colour, escaped(line.getKey())));
  }

  private static String rule(double x1, double y1, double x2, double y2) {
    return "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"#ddd\"/>"
        .formatted(number(x1), number(y1), number(x2), number(y2));
  }

  private static String text(double x, double y, String anchor, String words) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
        .formatted(number(x), number(y), anchor, escaped(words));
  }

  private static String escaped(String words) {
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
