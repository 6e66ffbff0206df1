package io.headroom.workloads.trace;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one trace file: finds the columns, checks each row, merges rows of one time and
 * hands them on in the order of time.
 */
final class TraceReader {
  private static final Duration EVENT_INTERVAL = Duration.ofSeconds(1);
  private static final double LARGEST_COUNT = 1e12;
  private static final String ALLOWED_COUNT =
      "a number from 0 to 1e12, with a decimal point and without separators";

  private final TraceOptions options;
  private final Problems problems;
  private final StepSampler rows;
  private @Nullable Columns columns;
  private @Nullable TimeReader times;
  private boolean isHopeless;
  private long rowNumber;
  private boolean any;
  private long firstNanos;
  private long lastNanos;
  private double lastValue;
  private int merged;
  private long duplicates;

  private TraceReader(TraceOptions options, Problems problems) {
    this.options = options;
    this.problems = problems;
    rows = new StepSampler(options, problems);
  }

  static Trace read(Path file, TraceOptions given) {
    Problems problems = new Problems(file);
    TraceOptions options = given;
    if (given.format().unit() == Unit.EVENTS && given.format().interval().isEmpty()) {
      options = given.withFormat(given.format().withInterval(EVENT_INTERVAL));
    }
    TraceReader reader = new TraceReader(options, problems);
    CsvFile.forEachRow(file, problems, reader::accept);
    Trace trace = problems.isEmpty() ? reader.finish() : Trace.EMPTY;
    problems.check();
    return trace;
  }

  private void accept(CsvRecord row) {
    Columns found = columns;
    if (found == null) {
      found = Columns.of(row, options.format(), problems);
      columns = found;
      if (found.header()) {
        return;
      }
    }
    if (isHopeless || !found.isUsable(options.format())) {
      return;
    }
    if (row.getFieldCount() <= found.last()) {
      problems.add(
          row.getStartingLineNumber(),
          "row has %d fields; allowed: at least %d"
              .formatted(row.getFieldCount(), found.last() + 1));
      return;
    }
    accept(row, found);
  }

  private void accept(CsvRecord row, Columns found) {
    long line = row.getStartingLineNumber();
    try {
      long time = time(row, found);
      double value = found.count().isPresent() ? value(field(row, found.count())) : 1;
      add(line, time, value);
    } catch (DateTimeException | IllegalValueException e) {
      problems.add(line, String.valueOf(e.getMessage()));
    }
  }

  private static String field(CsvRecord row, OptionalInt index) {
    return row.getField(index.getAsInt()).trim();
  }

  private long time(CsvRecord row, Columns found) {
    if (found.time().isEmpty()) {
      return rowNumber++ * options.format().interval().orElseThrow().toNanos();
    }
    String text = field(row, found.time());
    if (times == null) {
      // When not even the first row has a time, the rest would only repeat it.
      isHopeless = !TimeReader.isReadable(text);
      times = TimeReader.of(options.format(), found.timeName(), text);
    }
    try {
      return times.nanos(text);
    } catch (DateTimeException e) {
      throw new IllegalValueException("time", text, times.allowed());
    }
  }

  private static double value(String text) {
    double value = Numbers.isNumber(text) ? Double.parseDouble(text) : Double.NaN;
    if (!(value >= 0 && value <= LARGEST_COUNT)) {
      throw new IllegalValueException("count", text, ALLOWED_COUNT);
    }
    return value;
  }

  private static final class IllegalValueException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SHOWN = 40;

    /** A whole line of a log is no help. */
    private static String shortened(String text) {
      return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    IllegalValueException(String field, String found, String allowed) {
      super("%s '%s' found; allowed: %s".formatted(field, shortened(found), allowed));
    }
  }

  private void add(long line, long timeNanos, double value) {
    if (!any) {
      firstNanos = timeNanos;
    }
    long slot = options.format().unit() == Unit.EVENTS ? slot(timeNanos) : timeNanos;
    if (any && slot < lastNanos) {
      problems.add(line, "time goes backwards; allowed: rows in the order of time");
    } else if (any && slot == lastNanos) {
      lastValue += value;
      merged++;
    } else {
      flush();
      lastNanos = slot;
      lastValue = value;
      merged = 1;
      any = true;
    }
  }

  private long slot(long timeNanos) {
    long width = options.format().interval().orElse(EVENT_INTERVAL).toNanos();
    return firstNanos + Math.floorDiv(timeNanos - firstNanos, width) * width;
  }

  /** Hands on the last row: the sum of requests of one time, but the mean of rates. */
  private void flush() {
    if (!any) {
      return;
    }
    Unit unit = options.format().unit();
    if (unit != Unit.EVENTS) {
      duplicates += merged - 1;
    }
    rows.add(lastNanos, unit == Unit.PER_SECOND ? lastValue / merged : lastValue);
  }

  private Trace finish() {
    flush();
    List<String> notes = new ArrayList<>();
    if (columns != null) {
      columns.note().ifPresent(notes::add);
    }
    if (duplicates > 0) {
      notes.add(
          duplicates == 1
              ? "1 row repeats the time of the row before and was merged with it"
              : String.format(
                  Locale.ROOT,
                  "%,d rows repeat the time of the row before and were merged",
                  duplicates));
    }
    return rows.finish(notes);
  }
}
