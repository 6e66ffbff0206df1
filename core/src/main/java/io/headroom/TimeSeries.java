package io.headroom;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * A quantity by period: value i covers [start + i * period, start + (i + 1) * period).
 *
 * <p>Immutable; {@link Double#NaN} stands for a period without a value.
 */
public final class TimeSeries {
  private final String name;
  private final String unit;
  private final Instant start;
  private final Duration period;
  private final Column values;

  /**
   * Makes a series.
   *
   * @param name what it is, such as {@code WebGroup.inService}
   * @param unit the unit of the values, such as {@code instances}
   * @param start the start of the first period
   * @param period the length of each period
   * @param values one value for each period; copied
   */
  public TimeSeries(String name, String unit, Instant start, Duration period, double[] values) {
    this(name, unit, start, period, Column.of(values));
  }

  /** Makes a series of a column that nobody else writes to. */
  TimeSeries(String name, String unit, Instant start, Duration period, Column values) {
    this.name = name;
    this.unit = unit;
    this.start = start;
    this.period = period;
    this.values = values;
  }

  /** Returns what the series is. */
  public String name() {
    return name;
  }

  /** Returns the unit of the values. */
  public String unit() {
    return unit;
  }

  /** Returns the start of the first period. */
  public Instant start() {
    return start;
  }

  /** Returns the length of each period. */
  public Duration period() {
    return period;
  }

  /** Returns the number of periods. */
  public int size() {
    return values.size();
  }

  /** Returns the value of a period; NaN where there is none. */
  public double value(int index) {
    return values.get(index);
  }

  /** Returns a copy of the values. */
  public double[] values() {
    return values.toArray();
  }

  /** Returns the start of a period. */
  public Instant time(int index) {
    return start.plus(period.multipliedBy(index));
  }

  /**
   * Writes the series as CSV with the header {@code timestamp,value}; empty cells for no value.
   *
   * @throws IOException if the file cannot be written
   */
  public void writeCsv(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("timestamp,value\n");
      double[] all = values();
      for (int i = 0; i < all.length; i++) {
        out.write(time(i) + "," + (Double.isNaN(all[i]) ? "" : all[i]) + "\n");
      }
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TimeSeries that
        && name.equals(that.name)
        && unit.equals(that.unit)
        && start.equals(that.start)
        && period.equals(that.period)
        && Arrays.equals(values(), that.values());
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(values());
  }

  @Override
  public String toString() {
    return "%s [%s], %d x %s from %s".formatted(name, unit, values.size(), period, start);
  }
}
