package io.headroom.elb;

/**
 * Response times of cells over many minutes, to three significant digits.
 *
 * <p>Taking in a minute is an addition of arrays; a histogram is made of them once, at the end. Not
 * thread-safe.
 */
public final class ResponseTimeTotals {
  private long[] counts = {};

  /** Creates empty totals. */
  public ResponseTimeTotals() {}

  /** Takes in the minute of a cell, before it closes. */
  public void add(Cell cell) {
    counts = cell.times().addTo(counts);
  }

  /** Returns the longest of the times that {@link #forEach} hands over, 0 without any. */
  public long longest() {
    return TimeBuckets.longest(counts);
  }

  /** Hands the times, in microseconds, and how often they occurred to the consumer. */
  public void forEach(ResponseTimes consumer) {
    TimeBuckets.forEach(counts, consumer);
  }
}
