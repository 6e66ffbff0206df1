package io.headroom.reports;

import io.headroom.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * A span of time laid over columns; column i covers [start(i), start(i + 1)).
 *
 * @param start where the first column begins
 * @param span the length of all columns together, positive
 * @param columns how many columns there are, positive
 */
record TimeAxis(Instant start, Duration span, int columns) {

  /** Returns the instant at which a column begins. */
  Instant start(int column) {
    return start.plusNanos(offsetNanos(column));
  }

  /** Returns the column that an instant falls into; it may lie outside of the axis. */
  int column(Instant instant) {
    double share = (double) Duration.between(start, instant).toNanos() / span.toNanos();
    int column = (int) Math.floor(share * columns);
    // A tick on the start of a column must not fall short of it by rounding.
    return start(column + 1).compareTo(instant) <= 0 ? column + 1 : column;
  }

  private long offsetNanos(int column) {
    long nanos = span.toNanos();
    return nanos / columns * column + nanos % columns * column / columns;
  }

  /** Returns the largest value of the series within each column; NaN where it has none. */
  double[] peaks(TimeSeries series) {
    double[] peaks = new double[columns];
    Arrays.setAll(peaks, column -> peak(series, column));
    return peaks;
  }

  private double peak(TimeSeries series, int column) {
    long lead = Duration.between(start, series.start()).toNanos();
    long period = series.period().toNanos();
    long first = Math.max(0, Math.floorDiv(offsetNanos(column) - lead, period));
    long last =
        Math.min(series.size() - 1L, Math.floorDiv(offsetNanos(column + 1) - lead - 1, period));
    double peak = Double.NaN;
    for (int i = (int) first; i <= last; i++) {
      double value = series.value(i);
      peak = Double.isNaN(peak) || value > peak ? value : peak;
    }
    return peak;
  }
}
