package io.headroom.cloudwatch;

/** What an alarm says about its metric. */
public enum AlarmState {
  /** The metric is within the threshold. */
  OK,
  /** The metric is outside the threshold. */
  ALARM,
  /** There are not enough data to tell; every alarm starts here. */
  INSUFFICIENT_DATA
}
