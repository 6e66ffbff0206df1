package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.time.Duration;
import java.util.Set;

/**
 * When the scaling actions of an alarm run again while its state lasts.
 *
 * <p>"Alarm actions", Amazon CloudWatch User Guide: once a minute, whatever the alarm's period.
 *
 * @param states the states whose scaling actions repeat; by default all three
 * @param interval the least time from one run to the next, default one minute
 */
public record ActionRepeats(Set<AlarmState> states, Duration interval) {
  /** Every minute in every state. */
  public static final ActionRepeats DEFAULT =
      new ActionRepeats(ImmutableSet.copyOf(AlarmState.values()), Duration.ofMinutes(1));

  /**
   * Copies the states and checks the interval.
   *
   * @throws IllegalArgumentException if the interval is not positive
   */
  public ActionRepeats {
    states = Sets.immutableEnumSet(states);
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("interval must be positive, was " + interval);
    }
  }
}
