package io.headroom.reports;

import io.headroom.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Time series side by side, one row for each period: as a table for people, or as CSV or JSON.
 *
 * <p>A period without a value has a dash, an empty cell or null.
 */
public final class SeriesText {
  private static final int TIME = 22;
  private static final int WIDEST = 40;

  private SeriesText() {}

  /** Returns a table; every line ends with a line feed. */
  public static String table(List<TimeSeries> series) {
    List<String> headings = headings(series);
    StringBuilder text = new StringBuilder(pad("time (UTC)", TIME));
    headings.forEach(heading -> text.append(right(heading, width(heading))));
    text.append('\n');
    for (Instant time : times(series)) {
      text.append(pad(WallClock.isoSeconds(time), TIME));
      for (int i = 0; i < series.size(); i++) {
        String value = value(series.get(i), time);
        text.append(right(value.isEmpty() ? "-" : value, width(headings.get(i))));
      }
      text.append('\n');
    }
    return text.toString();
  }

  /** Returns CSV with a heading. */
  public static String csv(List<TimeSeries> series) {
    StringBuilder text = new StringBuilder("timestamp");
    headings(series).forEach(heading -> text.append(',').append(quoted(heading)));
    text.append('\n');
    for (Instant time : times(series)) {
      text.append(WallClock.isoSeconds(time));
      series.forEach(each -> text.append(',').append(value(each, time)));
      text.append('\n');
    }
    return text.toString();
  }

  /** Returns an array of objects with label, unit, period, start and values. */
  public static String json(List<TimeSeries> series) {
    List<String> objects = new ArrayList<>();
    for (TimeSeries each : series) {
      List<String> values = new ArrayList<>();
      for (int i = 0; i < each.size(); i++) {
        String value = PlainNumber.text(each.value(i));
        values.add(value.isEmpty() ? "null" : value);
      }
      objects.add(
          "  {\"label\": %s, \"unit\": %s, \"period\": %d, \"start\": \"%s\", \"values\": [%s]}"
              .formatted(
                  json(each.name()),
                  json(each.unit()),
                  each.period().toSeconds(),
                  WallClock.isoSeconds(each.start()),
                  String.join(", ", values)));
    }
    return "[\n" + String.join(",\n", objects) + "\n]\n";
  }

  private static String json(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c ->
                quoted.append(
                    c == '"' || c == '\\' ? "\\" + (char) c : c < ' ' ? " " : "" + (char) c));
    return quoted.append('"').toString();
  }

  private static List<String> headings(List<TimeSeries> series) {
    return series.stream()
        .map(each -> each.unit().equals("None") ? each.name() : each.name() + " " + each.unit())
        .toList();
  }

  private static SortedSet<Instant> times(List<TimeSeries> series) {
    SortedSet<Instant> times = new TreeSet<>();
    for (TimeSeries each : series) {
      for (int i = 0; i < each.size(); i++) {
        times.add(each.time(i));
      }
    }
    return times;
  }

  private static String value(TimeSeries series, Instant time) {
    long sinceNanos = Duration.between(series.start(), time).toNanos();
    long index = Math.floorDiv(sinceNanos, series.period().toNanos());
    boolean isThere =
        index >= 0 && index < series.size() && sinceNanos % series.period().toNanos() == 0;
    return isThere ? PlainNumber.text(series.value((int) index)) : "";
  }

  private static int width(String heading) {
    return Math.min(WIDEST, Math.max(14, heading.length() + 2));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(1, width - text.length()));
  }

  private static String right(String text, int width) {
    String cut = text.length() >= width ? text.substring(0, width - 2) + "…" : text;
    return " ".repeat(width - cut.length()) + cut;
  }

  private static String quoted(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
