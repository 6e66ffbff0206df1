package io.headroom.reports;

import io.headroom.LatencySummary;
import io.headroom.RequestCounts;
import io.headroom.Scenario;
import io.headroom.SimulationResult;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run on one screen: the load that was served, latency, the objective, load and instances over
 * time, what scaled and why, how fast, and what it costs.
 *
 * <p>The charts read the series {@code requestsPerSecond} and, for each group, {@code
 * GROUP.inService}; a chart whose series is missing is left out.
 *
 * @param style how the text looks
 */
public record TerminalSummary(TextStyle style) {

  /** Returns the summary; every line ends with a line feed. */
  public String text(SimulationResult result) {
    Page page = new Page(style);
    addTitle(page, result);
    page.blank();
    addRequests(page, result);
    addLatency(page, result);
    QueueSection.add(page, result.queues());
    SloSection.add(page, result);
    ChartSection.add(page, result);
    ActivitySection.add(page, result);
    ReactionSection.add(page, result.reactions());
    CostSection.add(page, result);
    addWarnings(page, result.warnings());
    return page.text();
  }

  private static void addTitle(Page page, SimulationResult result) {
    Scenario scenario = result.scenario();
    WallClock clock = WallClock.of(result);
    String replication =
        scenario.replication() == 0 ? "" : ", replication " + scenario.replication();
    page.add(
        new Line()
            .add(Ink.STRONG, scenario.name())
            .add(" · " + span(scenario.duration(), clock.span()) + " from " + clock.startText())
            .add(" · seed " + scenario.seed() + replication));
    double wall = result.wallSeconds();
    String speed =
        wall > 0 ? " · " + Figures.large(result.events() / wall) + " events per second" : "";
    page.add(
        new Line()
            .add(Ink.FAINT, Figures.count(result.events()) + " events in ")
            .add(Ink.FAINT, Figures.seconds(wall) + speed));
  }

  private static String span(Duration asked, Duration simulated) {
    return simulated.compareTo(asked) < 0
        ? Figures.duration(simulated) + " of " + Figures.duration(asked)
        : Figures.duration(simulated);
  }

  private static void addRequests(Page page, SimulationResult result) {
    RequestCounts requests = result.requests();
    Line arrived = new Line().addRight(Ink.STRONG, 15, Figures.count(requests.arrived()));
    double seconds = result.simulatedSeconds();
    String rate =
        seconds > 0 ? ", " + Figures.threeDigits(requests.arrived() / seconds) + " a second" : "";
    page.add("Requests", arrived.add(" arrived" + rate));
    Share share = new Share(page, requests.arrived());
    share.add(Ink.PLAIN, requests.completed(), "completed");
    share.add(Ink.BAD, requests.rejected(), "rejected");
    share.add(Ink.BAD, requests.failed(), "failed");
    if (requests.inFlight() > 0) {
      share.add(Ink.PLAIN, requests.inFlight(), "in flight");
    }
  }

  /** Lines that count a part of all requests. */
  private record Share(Page page, long arrived) {
    void add(Ink ink, long part, String words) {
      Line line =
          new Line().addRight(part > 0 ? ink : Ink.PLAIN, 15, Figures.count(part)).add(" " + words);
      if (arrived > 0) {
        line.to(25).addRight(Ink.FAINT, 10, Figures.percent((double) part / arrived));
      }
      page.add("", line);
    }
  }

  private static void addLatency(Page page, SimulationResult result) {
    if (result.requests().completed() == 0) {
      page.add("Latency", Line.of("no completed requests"));
      return;
    }
    LatencySummary latency = result.latency();
    page.flow(
        "Latency",
        Stream.of(
                new Named("mean", latency.mean()),
                new Named("p50", latency.p50()),
                new Named("p90", latency.p90()),
                new Named("p95", latency.p95()),
                new Named("p99", latency.p99()),
                new Named("p99.9", latency.p999()),
                new Named("max", latency.max()))
            .map(Named::line)
            .toList());
  }

  private record Named(String name, double seconds) {
    Line line() {
      return new Line().add(Ink.FAINT, name + " ").add(Figures.seconds(seconds));
    }
  }

  private static void addWarnings(Page page, List<String> warnings) {
    if (!warnings.isEmpty()) {
      page.blank();
    }
    for (String warning : warnings) {
      Line label = new Line().add(Ink.WARNING, "Warning").to(Page.MARGIN);
      page.wrap(label, Ink.WARNING, warning);
    }
  }
}
