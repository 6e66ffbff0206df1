package io.headroom.cloudwatch;

/**
 * What makes an alarm go off: so many of the newest data points out of bounds.
 *
 * @param comparison the relation that is out of bounds
 * @param threshold what values are compared with
 * @param datapointsToAlarm M: how many data points must be out of bounds, 1 to {@code
 *     evaluationPeriods}
 * @param evaluationPeriods N: how many of the newest data points count, at least 1
 */
public record AlarmCondition(
    Comparison comparison, double threshold, int datapointsToAlarm, int evaluationPeriods) {

  /** Returns whether a value is out of bounds. */
  public boolean isBreachedBy(double value) {
    return comparison.breaches(value, threshold);
  }

  /** Returns the condition on values that are 1 for what is out of bounds, else 0. */
  AlarmCondition onVerdicts() {
    return new AlarmCondition(Comparison.GREATER_THAN, 0, datapointsToAlarm, evaluationPeriods);
  }

  @Override
  public String toString() {
    return "%s %s for %d of %d datapoints"
        .formatted(comparison.symbol(), threshold, datapointsToAlarm, evaluationPeriods);
  }
}
