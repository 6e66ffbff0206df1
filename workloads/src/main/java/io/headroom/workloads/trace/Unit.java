package io.headroom.workloads.trace;

/** What one row of a trace says. */
public enum Unit {
  /** The number of requests in the interval that starts at the row's time. */
  REQUESTS,
  /** The rate in that interval, in requests per second. */
  PER_SECOND,
  /** One request at the row's time; requests are counted by interval, 1 s unless told otherwise. */
  EVENTS
}
