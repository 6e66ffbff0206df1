package io.headroom.workloads;

import io.headroom.sim.SimTime;

/** Adaptive Simpson quadrature of a rate function between its breakpoints. */
final class Quadrature {
  private static final double RELATIVE_ERROR = 1e-9;

  /** A step is never longer, so that no daily season can hide between the nodes. */
  private static final long LONGEST_STEP = SimTime.HOUR;

  /** Halvings of a step; 2^-30 of an hour is a few microseconds. */
  private static final int DEEPEST = 30;

  private final RateFunction rate;

  private Quadrature(RateFunction rate) {
    this.rate = rate;
  }

  static double integral(RateFunction rate, long fromNanos, long untilNanos) {
    Quadrature quadrature = new Quadrature(rate);
    double sum = 0;
    for (long t = fromNanos; t < untilNanos; ) {
      long end = Math.min(Math.min(rate.nextBreakpoint(t), untilNanos), t + LONGEST_STEP);
      sum += quadrature.step(new Panel(t, end, rate.at(t), quadrature.left(end)), DEEPEST);
      t = end;
    }
    return sum;
  }

  /** The value just before an instant that may be a jump. */
  private double left(long timeNanos) {
    return rate.at(timeNanos - 1);
  }

  private double step(Panel panel, int depth) {
    long middle = panel.from + (panel.until - panel.from) / 2;
    double atMiddle = rate.at(middle);
    Panel first = new Panel(panel.from, middle, panel.atFrom, atMiddle);
    Panel second = new Panel(middle, panel.until, atMiddle, panel.atUntil);
    double coarse = panel.simpson(atMiddle);
    double fine = first.simpson(rate) + second.simpson(rate);
    if (depth == 0 || Math.abs(fine - coarse) <= 15 * RELATIVE_ERROR * Math.abs(fine)) {
      return fine + (fine - coarse) / 15;
    }
    return step(first, depth - 1) + step(second, depth - 1);
  }

  private record Panel(long from, long until, double atFrom, double atUntil) {
    double simpson(double atMiddle) {
      return SimTime.seconds(until - from) / 6 * (atFrom + 4 * atMiddle + atUntil);
    }

    double simpson(RateFunction rate) {
      return simpson(rate.at(from + (until - from) / 2));
    }
  }
}
