package io.headroom.cloudwatch;

/**
 * The M out of N rule with missing data: a pure function from the newest buckets and the current
 * state to the new state.
 *
 * <p>If at least N buckets of the range have a value, the N newest decide, however far back they
 * lie. Otherwise all values of the range count and the treatment of missing data speaks for the
 * rest. A range whose few values are all out of bounds sets off the alarm early once the oldest of
 * them is M buckets old. "Configuring how CloudWatch alarms treat missing data", Amazon CloudWatch
 * User Guide. Where the page's prose asks only that the values after the oldest breaching one
 * breach, we follow its tables, which need every value to breach.
 */
final class DatapointRule {
  private final AlarmCondition condition;
  private final MissingData missingData;
  private final YoungBreach youngBreach;
  private final boolean mayAlarmEarly;

  DatapointRule(AlarmCondition condition, MissingData missingData, YoungBreach youngBreach) {
    this(condition, missingData, youngBreach, true);
  }

  private DatapointRule(
      AlarmCondition condition,
      MissingData missingData,
      YoungBreach youngBreach,
      boolean mayAlarmEarly) {
    this.condition = condition;
    this.missingData = missingData;
    this.youngBreach = youngBreach;
    this.mayAlarmEarly = mayAlarmEarly;
  }

  /** Returns the rule of an alarm with a wall clock window, which never goes off early. */
  DatapointRule neverEarly() {
    return new DatapointRule(condition, missingData, youngBreach, false);
  }

  int preload() {
    return condition.datapointsToAlarm();
  }

  /**
   * Returns the state that follows.
   *
   * @param values the buckets of the evaluation range, oldest first, NaN where one is missing
   * @param current the state before
   */
  AlarmState evaluate(double[] values, AlarmState current) {
    int real = 0;
    int breaching = 0;
    int oldest = values.length;
    for (int i = values.length - 1; i >= 0 && real < condition.evaluationPeriods(); i--) {
      if (!Double.isNaN(values[i])) {
        real++;
        breaching += condition.isBreachedBy(values[i]) ? 1 : 0;
        oldest = i;
      }
    }
    int missing = condition.evaluationPeriods() - real;
    if (missing == 0 || isEnough(breaching)) {
      return isEnough(breaching) ? AlarmState.ALARM : AlarmState.OK;
    }
    return switch (missingData) {
      case BREACHING -> isEnough(breaching + missing) ? AlarmState.ALARM : AlarmState.OK;
      case NOT_BREACHING -> AlarmState.OK;
      case MISSING ->
          real == 0
              ? AlarmState.INSUFFICIENT_DATA
              : early(breaching == real, values.length - oldest, AlarmState.ALARM, current);
      case IGNORE ->
          real == 0 ? current : early(breaching == real, values.length - oldest, current, current);
    };
  }

  /** Judges a range in which some values, but neither N nor M breaching ones, were found. */
  private AlarmState early(
      boolean allBreach, int ageInBuckets, AlarmState premature, AlarmState current) {
    if (!allBreach) {
      return AlarmState.OK;
    }
    if (mayAlarmEarly && ageInBuckets >= condition.datapointsToAlarm()) {
      return premature;
    }
    return youngBreach == YoungBreach.RETAIN ? current : AlarmState.OK;
  }

  private boolean isEnough(int breaching) {
    return breaching >= condition.datapointsToAlarm();
  }
}
