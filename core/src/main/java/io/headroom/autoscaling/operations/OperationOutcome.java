package io.headroom.autoscaling.operations;

import java.util.List;

/**
 * What came of an operation.
 *
 * @param timeNanos when, in nanoseconds since the start of the run
 * @param group the group's name
 * @param operation what was asked for, in words
 * @param refusals why AWS refused it, code and message; empty if it was carried out
 */
public record OperationOutcome(
    long timeNanos, String group, String operation, List<String> refusals) {
  /** Copies the list. */
  public OperationOutcome {
    refusals = List.copyOf(refusals);
  }

  /** Returns whether it was carried out. */
  public boolean accepted() {
    return refusals.isEmpty();
  }
}
