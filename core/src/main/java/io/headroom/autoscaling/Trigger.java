package io.headroom.autoscaling;

import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What makes a group ask a policy for a decision. */
public sealed interface Trigger {
  /**
   * An alarm that enters a state, and again each minute for as long as it stays there.
   *
   * @param alarm the alarm; alarms of one name are one alarm, whoever names them
   * @param state the state whose actions include the policy, usually ALARM
   */
  record OnAlarm(AlarmSpec alarm, AlarmState state) implements Trigger {}

  /**
   * A clock.
   *
   * @param period the time between two decisions, positive; the first comes one period after the
   *     start of the run
   */
  record Every(Duration period) implements Trigger {
    /** Checks the period. */
    public Every {
      if (period.isNegative() || period.isZero()) {
        throw new IllegalArgumentException("period must be positive, was " + period);
      }
    }
  }

  /**
   * A clock on the wall.
   *
   * @param period the time between two decisions, positive: they come at the multiples of it since
   *     midnight UTC
   * @param lead how long before these the policy is asked, in [0, period)
   */
  record OnClock(Duration period, Duration lead) implements Trigger {
    /** Checks the durations. */
    public OnClock {
      if (period.isNegative() || period.isZero()) {
        throw new IllegalArgumentException("period must be positive, was " + period);
      }
      if (lead.isNegative() || lead.compareTo(period) >= 0) {
        throw new IllegalArgumentException("lead must be in [0, period), was " + lead);
      }
    }

    /** Returns how long after an instant the policy is asked first; zero if at the instant. */
    public Duration firstAfter(Instant start) {
      long periodNanos = period.toNanos();
      long sinceNanos =
          Duration.between(start.truncatedTo(ChronoUnit.DAYS), start).plus(lead).toNanos();
      return Duration.ofNanos(Math.floorMod(-sinceNanos, periodNanos));
    }
  }

  /** Returns the trigger for an alarm that is in state ALARM. */
  static Trigger onAlarm(AlarmSpec alarm) {
    return new OnAlarm(alarm, AlarmState.ALARM);
  }

  /** Returns the trigger for a clock. */
  static Trigger every(Duration period) {
    return new Every(period);
  }
}
