package io.headroom.workloads.trace;

/** What stands in for intervals that a trace leaves out. */
public enum GapRule {
  /** Up to three intervals are interpolated, longer gaps filled from the previous day. */
  AUTO,
  /** No requests: for sources that leave out intervals without a request. */
  ZERO,
  /** A line between the rates on both sides. */
  INTERPOLATE,
  /** The same time of the previous day; interpolated where the trace holds none. */
  PREVIOUS_DAY
}
