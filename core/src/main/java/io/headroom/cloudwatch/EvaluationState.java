package io.headroom.cloudwatch;

/**
 * What stands in the way of an alarm's evaluation. "MetricAlarm", CloudWatch API Reference, which
 * also has errors of evaluation; there are none here, because every read finds all data.
 */
public enum EvaluationState {
  /** The alarm is evaluated on all its data. */
  FULL,
  /** The alarm is in its {@linkplain AlarmWarmUp warm-up}. */
  IN_WARM_UP
}
