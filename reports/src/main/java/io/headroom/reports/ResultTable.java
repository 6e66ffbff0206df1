package io.headroom.reports;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.headroom.SimulationResult;
import java.io.IOException;
import java.io.Writer;

/**
 * A part of a result as a table: CSV by RFC 4180 with one line of headings, commas, line feeds and
 * UTF-8.
 *
 * <p>Times are ISO 8601 in UTC, of one length within a file; an empty cell is no value.
 */
public enum ResultTable {
  /**
   * Every series, one column each with the heading {@code name [unit]}; a row for each instant at
   * which a period of any series begins.
   */
  SERIES("series.csv"),
  /** The activity log in order of start. */
  ACTIVITIES("activities.csv"),
  /** The decision ledger in order of time. */
  LEDGER("ledger.csv"),
  /** The reaction budget of each scale-out, one column for each stage, in seconds. */
  REACTIONS("reactions.csv"),
  /** Every change of state of every alarm. */
  ALARMS("alarms.csv"),
  /** The bill line by line. */
  BILL("bill.csv");

  private final String fileName;

  ResultTable(String fileName) {
    this.fileName = fileName;
  }

  /** Returns the name of the file that {@link ResultDirectory} gives it. */
  public String fileName() {
    return fileName;
  }

  /**
   * Writes the table.
   *
   * @param out where to; it is flushed and stays open
   * @throws IOException if writing fails
   */
  public void write(SimulationResult result, Writer out) throws IOException {
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    writeRows(result, csv);
    csv.flush();
  }

  private void writeRows(SimulationResult result, CsvWriter csv) {
    switch (this) {
      case SERIES -> SeriesRows.write(result, csv);
      case ACTIVITIES -> LogRows.activities(result, csv);
      case LEDGER -> LogRows.ledger(result, csv);
      case REACTIONS -> LogRows.reactions(result, csv);
      case ALARMS -> LogRows.alarms(result, csv);
      case BILL -> LogRows.bill(result, csv);
    }
  }
}
