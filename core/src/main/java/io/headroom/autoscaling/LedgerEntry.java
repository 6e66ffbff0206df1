package io.headroom.autoscaling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One evaluation of one policy: what it saw, what it wanted, what was done, and if not, what stood
 * in the way.
 *
 * @param timeNanos when, in nanoseconds since the start of the run
 * @param lastNanos when it was repeated last with the same outcome; {@code timeNanos} if never
 * @param times how many evaluations the entry stands for, at least 1
 * @param group the group's name
 * @param policy the policy's name, or that of a scheduled action
 * @param saw the metric, its data points and the alarm's state, in words
 * @param reason why the policy wanted what it wanted, in words
 * @param desiredBefore the desired capacity before
 * @param wanted the capacity that the policy asked for, before limits; empty if it asked for none
 * @param desiredAfter the desired capacity after
 * @param obstacles what stood in the way of the wish, in the order met; empty if nothing did
 * @param alarm the alarm that asked; empty for a clock or a schedule
 */
public record LedgerEntry(
    long timeNanos,
    long lastNanos,
    int times,
    String group,
    String policy,
    String saw,
    String reason,
    int desiredBefore,
    OptionalInt wanted,
    int desiredAfter,
    List<Obstacle> obstacles,
    Optional<String> alarm) {

  /** Copies the list. */
  public LedgerEntry {
    obstacles = List.copyOf(obstacles);
  }

  /** Returns the entry with what was seen. */
  LedgerEntry seeing(String newSaw) {
    return with(lastNanos, times, newSaw);
  }

  /** Returns the entry for one evaluation more. */
  LedgerEntry repeatedAt(long newLastNanos) {
    return with(newLastNanos, times + 1, saw);
  }

  private LedgerEntry with(long newLastNanos, int newTimes, String newSaw) {
    return new LedgerEntry(
        timeNanos,
        newLastNanos,
        newTimes,
        group,
        policy,
        newSaw,
        reason,
        desiredBefore,
        wanted,
        desiredAfter,
        obstacles,
        alarm);
  }
}
