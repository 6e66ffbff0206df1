package io.headroom.autoscaling.operations;

import java.time.Duration;

/**
 * An operation at a set time. Operations at one instant take place in the order in which they are
 * given, before everything else of that instant.
 *
 * @param at how long after the start of the run
 * @param operation what is done
 */
public record TimedOperation(Duration at, GroupOperation operation) {
  /** Checks the time. */
  public TimedOperation {
    if (at.isNegative()) {
      throw new IllegalArgumentException("at must not be before the start, was " + at);
    }
  }
}
