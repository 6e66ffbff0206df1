package io.headroom.workloads.trace;

import io.headroom.workloads.LinearPieces;

/**
 * A continuous rate over counts: at the boundary of two intervals the mean of their rates, and in
 * the middle of each interval the value that keeps its expected count. Where that would be negative
 * the interval keeps its constant rate. At both ends of the trace the boundary is the interval's
 * own rate.
 *
 * @param counts the requests per interval
 */
record SmoothRate(Counts counts) implements LinearPieces {
  @Override
  public double at(long timeNanos) {
    int index = counts.indexAt(timeNanos);
    return index < 0 ? 0 : value(index, timeNanos);
  }

  @Override
  public double before(long timeNanos) {
    int index = counts.indexAt(timeNanos - 1);
    return index < 0 ? 0 : value(index, timeNanos);
  }

  @Override
  public long nextBreakpoint(long timeNanos) {
    int index = counts.indexAt(timeNanos);
    if (index < 0) {
      return counts.nextBreakpoint(timeNanos);
    }
    long middle = middle(index);
    return timeNanos < middle ? middle : counts.endNanos(index);
  }

  private long middle(int index) {
    long start = counts.startNanos(index);
    return start + (counts.endNanos(index) - start) / 2;
  }

  private double value(int index, long timeNanos) {
    double rate = counts.rate(index);
    double left = boundary(index - 1, index);
    double right = boundary(index + 1, index);
    double peak = 2 * rate - (left + right) / 2;
    if (peak < 0) {
      return rate;
    }
    long start = counts.startNanos(index);
    long middle = middle(index);
    if (timeNanos < middle) {
      return left + (peak - left) * (timeNanos - start) / (middle - start);
    }
    return peak + (right - peak) * (timeNanos - middle) / (counts.endNanos(index) - middle);
  }

  private double boundary(int neighbour, int index) {
    boolean exists = neighbour >= 0 && neighbour < counts.size();
    return exists ? (counts.rate(neighbour) + counts.rate(index)) / 2 : counts.rate(index);
  }
}
