package io.headroom.cloudwatch;

/**
 * The state of an alarm whose few data points are all out of bounds but too young to tell.
 *
 * <p>The documentation says only that it is not ALARM yet.
 */
public enum YoungBreach {
  /** The alarm is OK. The default. */
  OK,
  /** The alarm keeps its state. */
  RETAIN
}
