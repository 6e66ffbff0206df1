package io.headroom.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.headroom.SimulationResult;
import io.headroom.TimeSeries;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rows of all series side by side; takes one pass over each series. */
final class SeriesRows {
  private final List<Cursor> cursors;
  private final Function<Instant, String> clock;

  private SeriesRows(List<TimeSeries> series) {
    cursors = series.stream().map(Cursor::new).toList();
    boolean wholeSeconds = series.stream().allMatch(SeriesRows::isOnWholeSeconds);
    clock = wholeSeconds ? WallClock::isoSeconds : WallClock::isoMillis;
  }

  static void write(SimulationResult result, CsvWriter csv) {
    SeriesRows rows = new SeriesRows(result.series());
    rows.writeHeadings(csv);
    Optional<Instant> time = rows.next();
    while (time.isPresent()) {
      rows.writeRow(csv, time.get());
      time = rows.next();
    }
  }

  private static boolean isOnWholeSeconds(TimeSeries series) {
    return series.start().equals(series.start().truncatedTo(ChronoUnit.SECONDS))
        && series.period().equals(series.period().truncatedTo(ChronoUnit.SECONDS));
  }

  private void writeHeadings(CsvWriter csv) {
    CsvWriter.CsvWriterRecord row = csv.writeRecord().writeField("timestamp");
    for (Cursor cursor : cursors) {
      row.writeField(cursor.series.name() + " [" + cursor.series.unit() + "]");
    }
    row.endRecord();
  }

  private Optional<Instant> next() {
    return cursors.stream()
        .filter(Cursor::hasNext)
        .map(cursor -> cursor.time)
        .min(Instant::compareTo);
  }

  private void writeRow(CsvWriter csv, Instant time) {
    CsvWriter.CsvWriterRecord row = csv.writeRecord().writeField(clock.apply(time));
    for (Cursor cursor : cursors) {
      row.writeField(cursor.take(time));
    }
    row.endRecord();
  }

  /** The first period of a series that has no row yet. */
  private static final class Cursor {
    private final TimeSeries series;
    private int index;
    private Instant time;

    Cursor(TimeSeries series) {
      this.series = series;
      time = series.start();
    }

    boolean hasNext() {
      return index < series.size();
    }

    String take(Instant row) {
      if (!hasNext() || !time.equals(row)) {
        return "";
      }
      String value = PlainNumber.text(series.value(index));
      index++;
      time = series.time(index);
      return value;
    }
  }
}
