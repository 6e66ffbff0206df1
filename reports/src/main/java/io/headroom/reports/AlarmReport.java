package io.headroom.reports;

import io.headroom.AlarmHistory;
import io.headroom.AlarmHistory.Action;
import io.headroom.AlarmHistory.Event;
import io.headroom.AlarmHistory.Point;
import io.headroom.SimulationResult;
import io.headroom.cloudwatch.AlarmState;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What each alarm of a run did: its changes of state, the data points behind them, the actions that
 * ran and what became of those.
 *
 * @param style how the text looks
 */
public record AlarmReport(TextStyle style) {
  private static final int INDENT = 2;
  private static final int TIMES = 17;
  private static final int LABELS = 8;

  /** Returns the history of some alarms of a run; every line ends with a line feed. */
  public String text(SimulationResult result, List<AlarmHistory> alarms) {
    Page page = new Page(style);
    WallClock clock = WallClock.of(result);
    Line heading = new Line().add(Ink.STRONG, result.scenario().name());
    page.add(heading.add(" · %s · times are UTC".formatted(count(alarms.size(), "alarm"))));
    for (AlarmHistory alarm : alarms) {
      page.blank();
      add(page, clock, alarm);
    }
    return page.text();
  }

  private static void add(Page page, WallClock clock, AlarmHistory alarm) {
    page.add(new Line().add(Ink.STRONG, alarm.name()));
    String summary =
        "%s alarm, %s at the end, %s"
            .formatted(alarm.kind().words(), alarm.state(), count(alarm.events().size(), "change"));
    page.wrap(label("is"), Ink.PLAIN, summary);
    page.wrap(label("watches"), Ink.FAINT, alarm.watches());
    for (Event event : alarm.events()) {
      add(page, clock, event);
    }
  }

  private static void add(Page page, WallClock clock, Event event) {
    Line line = Line.of(" ".repeat(INDENT)).add(Ink.STRONG, clock.text(event.timeNanos()));
    page.add(line.to(TIMES).add(ink(event.to()), event.from() + " → " + event.to()));
    if (event.datapoints().isEmpty() && event.missing() == 0) {
      part(page, "because", event.reason());
    } else {
      part(page, "saw", datapoints(clock, event));
    }
    for (Action action : event.actions()) {
      part(page, "ran", action(clock, action));
      action.outcomes().forEach(outcome -> part(page, "so", outcome));
    }
  }

  private static Line label(String name) {
    return Line.of(" ".repeat(INDENT)).add(Ink.FAINT, name).to(TIMES);
  }

  private static void part(Page page, String name, String words) {
    Line line = Line.of(" ".repeat(TIMES)).add(Ink.FAINT, name).to(TIMES + LABELS);
    page.wrap(line, Ink.PLAIN, words);
  }

  private static Ink ink(AlarmState state) {
    return switch (state) {
      case ALARM -> Ink.BAD;
      case OK -> Ink.GOOD;
      case INSUFFICIENT_DATA -> Ink.WARNING;
    };
  }

  private static String datapoints(WallClock clock, Event event) {
    String points =
        event.datapoints().isEmpty()
            ? "no data points"
            : event.datapoints().stream()
                .map(point -> point(clock, point))
                .collect(Collectors.joining(", "));
    return event.missing() == 0 ? points : points + "; %d missing".formatted(event.missing());
  }

  private static String point(WallClock clock, Point point) {
    return "%s at %s%s"
        .formatted(
            rounded(point.value()),
            clock.text(point.startNanos()),
            point.breaching() ? " (breaching)" : "");
  }

  /** Five digits tell data points apart; more only hide the time behind them. */
  private static String rounded(double value) {
    return PlainNumber.strip(new BigDecimal(value).round(new MathContext(5))).toPlainString();
  }

  private static String action(WallClock clock, Action action) {
    return action.times() == 1
        ? action.action()
        : "%s, %d times until %s"
            .formatted(action.action(), action.times(), clock.text(action.lastNanos()));
  }

  private static String count(int number, String noun) {
    return Figures.count(number) + " " + noun + (number == 1 ? "" : "s");
  }
}
