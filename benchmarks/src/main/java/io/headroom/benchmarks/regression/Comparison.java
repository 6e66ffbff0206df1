package io.headroom.benchmarks.regression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Two builds side by side. Run i of one was measured right beside run i of the other, so that the
 * ratio of the two is hardly touched by what else the machine did. A benchmark is slower if the
 * median of the ratios is above the tolerance and all of them say so.
 */
final class Comparison {
  /** What a shared runner shows between two runs of the same build, even side by side. */
  static final double TOLERANCE = 1.10;

  private final List<Line> lines = new ArrayList<>();

  /**
   * One benchmark.
   *
   * @param name with its parameters
   * @param ratio the median of the ratios, above 1 if the new build is slower
   * @param least the smallest ratio
   * @param most the largest ratio
   */
  record Line(String name, double ratio, double least, double most) {
    boolean isSlower() {
      return ratio > TOLERANCE && least > 1;
    }

    boolean isFaster() {
      return ratio < 1 / TOLERANCE && most < 1;
    }

    private String verdict() {
      if (isSlower()) {
        return "**slower**";
      }
      return isFaster() ? "faster" : "same";
    }

    private String text() {
      return String.format(
          Locale.ROOT, "| `%s` | %.2f | %.2f–%.2f | %s |", name, ratio, least, most, verdict());
    }
  }

  Comparison(Scores before, Scores after) {
    for (Map.Entry<String, List<Double>> entry : after.byBenchmark().entrySet()) {
      List<Double> old = before.byBenchmark().getOrDefault(entry.getKey(), List.of());
      int runs = Math.min(old.size(), entry.getValue().size());
      List<Double> ratios = new ArrayList<>();
      for (int run = 0; run < runs; run++) {
        ratios.add(entry.getValue().get(run) / old.get(run));
      }
      if (!ratios.isEmpty()) {
        lines.add(line(entry.getKey(), ratios));
      }
    }
  }

  private static Line line(String name, List<Double> ratios) {
    String shortName = name.replace("io.headroom.benchmarks.", "");
    double least = ratios.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    double most = ratios.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    return new Line(shortName, Scores.median(ratios), least, most);
  }

  List<Line> lines() {
    return lines;
  }

  boolean anySlower() {
    return lines.stream().anyMatch(Line::isSlower);
  }

  /** Returns a page in Markdown for a comment on a pull request. */
  String page() {
    List<String> page = new ArrayList<>();
    page.add(
        anySlower()
            ? "### Slower than main beyond the noise"
            : "### No benchmark is slower than main beyond the noise");
    page.add("");
    page.add("| benchmark | time, new : main | smallest–largest | |");
    page.add("|---|---|---|---|");
    lines.forEach(line -> page.add(line.text()));
    return String.join("\n", page) + "\n";
  }
}
