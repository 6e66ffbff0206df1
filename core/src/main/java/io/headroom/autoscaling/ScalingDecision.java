package io.headroom.autoscaling;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a policy wants, with its reason in words.
 *
 * @param capacity the desired capacity that the policy asks for, before the group's limits; empty
 *     when it asks for nothing
 * @param sense how the capacity is meant
 * @param obstacle what kept the policy from asking for anything, or for more; empty if it asks for
 *     all that it needs, or if all is well as it is
 * @param forecast what a forecast means beyond the wish; empty for policies that do not forecast
 * @param reason why, in one sentence for the ledger, such as {@code 6 warm x 85.2 / 60 needs 9}
 */
public record ScalingDecision(
    OptionalInt capacity,
    Sense sense,
    Optional<Obstacle> obstacle,
    Optional<Forecast> forecast,
    String reason) {

  /** How the capacity that a policy asks for is meant. */
  public enum Sense {
    /** No more and no less. */
    EXACTLY,
    /** At least so much: the wish of a scale-out, which never lowers the desired capacity. */
    AT_LEAST,
    /** At most so much: the wish of a scale-in, which never raises the desired capacity. */
    AT_MOST
  }

  /** Returns the decision to ask for this desired capacity. */
  public static ScalingDecision capacity(int capacity, String reason) {
    return wish(capacity, Sense.EXACTLY, reason);
  }

  /** Returns the decision to ask for a desired capacity, without words. */
  public static ScalingDecision capacity(int capacity) {
    return capacity(capacity, "asks for " + capacity);
  }

  /** Returns the decision to scale out to a capacity, unless there is as much already. */
  public static ScalingDecision atLeast(int capacity, String reason) {
    return wish(capacity, Sense.AT_LEAST, reason);
  }

  /** Returns the decision to scale in to a capacity, unless there is as little already. */
  public static ScalingDecision atMost(int capacity, String reason) {
    return wish(capacity, Sense.AT_MOST, reason);
  }

  /** Returns the decision to leave the capacity as it is. */
  public static ScalingDecision none(String reason) {
    return nothing(Optional.empty(), reason);
  }

  /** Returns the decision to leave the capacity as it is because something is in the way. */
  public static ScalingDecision none(Obstacle obstacle, String reason) {
    return nothing(Optional.of(obstacle), reason);
  }

  /** Returns the decision with what made the wish smaller than it would have been. */
  public ScalingDecision limitedBy(Obstacle newObstacle) {
    return new ScalingDecision(capacity, sense, Optional.of(newObstacle), forecast, reason);
  }

  /** Returns the decision with what a forecast means beyond it. */
  public ScalingDecision with(Forecast newForecast) {
    return new ScalingDecision(capacity, sense, obstacle, Optional.of(newForecast), reason);
  }

  private static ScalingDecision wish(int capacity, Sense sense, String reason) {
    return new ScalingDecision(
        OptionalInt.of(capacity), sense, Optional.empty(), Optional.empty(), reason);
  }

  private static ScalingDecision nothing(Optional<Obstacle> obstacle, String reason) {
    return new ScalingDecision(
        OptionalInt.empty(), Sense.EXACTLY, obstacle, Optional.empty(), reason);
  }
}
