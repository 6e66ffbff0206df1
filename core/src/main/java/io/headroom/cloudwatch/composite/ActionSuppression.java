package io.headroom.cloudwatch.composite;

import java.time.Duration;

/**
 * What keeps the actions of a composite alarm from running.
 *
 * @param alarm the name or ARN of the alarm that suppresses them while it is in ALARM
 * @param waitPeriod how long the composite waits for the suppressor after a change of its state;
 *     not negative
 * @param extensionPeriod how long it goes on to be suppressed after the suppressor has left ALARM;
 *     not negative
 */
public record ActionSuppression(String alarm, Duration waitPeriod, Duration extensionPeriod) {
  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public ActionSuppression {
    if (waitPeriod.isNegative() || extensionPeriod.isNegative()) {
      throw new IllegalArgumentException(
          "the wait and extension periods must not be negative, were %s and %s"
              .formatted(waitPeriod, extensionPeriod));
    }
  }

  /** Returns the name of the suppressor. */
  public String alarmName() {
    return AlarmRule.name(alarm);
  }
}
