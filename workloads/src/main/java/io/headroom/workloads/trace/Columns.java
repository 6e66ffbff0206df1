package io.headroom.workloads.trace;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Where times and counts stand in the rows of a trace.
 *
 * @param header whether the first row holds names
 * @param time the index of the times; none in a file of bare counts
 * @param timeName the name of that column; empty without a header
 * @param count the index of the counts; none where each row is a request
 * @param note what a user should know about the choice; empty if there was none to make
 */
record Columns(
    boolean header, OptionalInt time, String timeName, OptionalInt count, Optional<String> note) {
  private static final List<String> TIMES =
      List.of(
          "timestamp",
          "datetime",
          "time",
          "date",
          "ts",
          "epoch",
          "period",
          "start",
          "minute",
          "minutes",
          "second",
          "seconds",
          "hour",
          "hours",
          "day");

  private static final List<String> COUNTS =
      List.of(
          "requests",
          "requestcount",
          "count",
          "value",
          "invocations",
          "hits",
          "arrivals",
          "sum",
          "rps",
          "requestspersecond",
          "qps",
          "rate");

  /** Decides by the first row and the settings; where that is impossible, a problem says so. */
  static Columns of(CsvRecord first, TraceFormat format, Problems problems) {
    List<String> names = first.getFields().stream().map(String::trim).toList();
    boolean header = names.stream().noneMatch(f -> Numbers.isNumber(f) || Stamp.isLike(f));
    Search search = new Search(names, header, format, problems);
    OptionalInt time = search.time();
    String timeName = header && time.isPresent() ? names.get(time.getAsInt()) : "";
    OptionalInt count = search.count(time);
    return new Columns(header, time, timeName, count, search.note(count));
  }

  /** Whether rows can be read: what is missing has been reported as a problem. */
  boolean isUsable(TraceFormat format) {
    boolean timed = time.isPresent() || format.interval().isPresent();
    return timed && (count.isPresent() || format.unit() == Unit.EVENTS);
  }

  /** Returns the largest index that a row needs. */
  int last() {
    return Math.max(time.orElse(0), count.orElse(0));
  }

  /** Returns the index of a column by name or 1-based number. */
  static OptionalInt find(List<String> names, String wanted) {
    OptionalInt byName =
        IntStream.range(0, names.size())
            .filter(i -> names.get(i).equalsIgnoreCase(wanted.trim()))
            .findFirst();
    if (byName.isPresent() || !wanted.trim().matches("[1-9]\\d{0,5}")) {
      return byName;
    }
    int number = Integer.parseInt(wanted.trim());
    return number <= names.size() ? OptionalInt.of(number - 1) : OptionalInt.empty();
  }

  private record Search(List<String> names, boolean header, TraceFormat format, Problems problems) {
    OptionalInt time() {
      if (format.timeColumn().isPresent()) {
        return named(format.timeColumn().get(), "time-column");
      }
      OptionalInt known = known(TIMES);
      if (known.isPresent() || names.size() > 1) {
        return known.isPresent() ? known : OptionalInt.of(0);
      }
      boolean stamps = Stamp.isLike(names.get(0)) || format.unit() == Unit.EVENTS;
      if (!stamps && format.interval().isEmpty()) {
        problems.add("has no column of times; set interval if each row is one interval");
      }
      return stamps ? OptionalInt.of(0) : OptionalInt.empty();
    }

    OptionalInt count(OptionalInt time) {
      if (format.unit() == Unit.EVENTS) {
        return OptionalInt.empty();
      }
      if (format.column().isPresent()) {
        return named(format.column().get(), "column");
      }
      OptionalInt known = known(COUNTS);
      return known.isPresent() ? known : onlyOther(time);
    }

    /** Names win in the order of the list, not of the file. */
    private OptionalInt known(List<String> wanted) {
      List<String> plain = names.stream().map(Search::plain).toList();
      return wanted.stream().mapToInt(plain::indexOf).filter(i -> i >= 0).findFirst();
    }

    private static String plain(String name) {
      return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    private OptionalInt named(String wanted, String setting) {
      OptionalInt index = find(names, wanted);
      if (index.isEmpty()) {
        problems.add(
            "%s '%s' is not in the file; allowed: %s".formatted(setting, wanted, choices()));
      }
      return index;
    }

    private OptionalInt onlyOther(OptionalInt time) {
      int[] others =
          IntStream.range(0, names.size()).filter(i -> !time.equals(OptionalInt.of(i))).toArray();
      if (others.length == 1 || (others.length > 1 && !header)) {
        return OptionalInt.of(others[0]);
      }
      problems.add(
          "no column is known to hold request counts; name one with column (%s), or set unit:"
                  .formatted(choices())
              + " events if each row is a request");
      return OptionalInt.empty();
    }

    /** The counts were not named by the user, and more than one column could hold them. */
    private Optional<String> note(OptionalInt count) {
      boolean chosen = count.isPresent() && format.column().isEmpty() && names.size() > 2;
      return chosen
          ? Optional.of(
              "took the counts from column %s (the key column chooses another of %s)"
                  .formatted(
                      header ? names.get(count.getAsInt()) : "" + (count.getAsInt() + 1),
                      choices()))
          : Optional.empty();
    }

    private String choices() {
      return header ? String.join(", ", names) : "1 to " + names.size();
    }
  }
}
