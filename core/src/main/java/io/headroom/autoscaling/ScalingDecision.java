package io.headroom.autoscaling;

import java.util.OptionalInt;

/**
 * What a policy wants, with its reason in words.
 *
 * @param capacity the desired capacity that the policy asks for, before the group's limits; empty
 *     when it asks for nothing
 * @param reason why, in one sentence for the ledger, such as {@code 6 warm x 85.2 / 60 needs 9}
 */
public record ScalingDecision(OptionalInt capacity, String reason) {
  /** Returns the decision to ask for this desired capacity. */
  public static ScalingDecision capacity(int capacity, String reason) {
    return new ScalingDecision(OptionalInt.of(capacity), reason);
  }

  /** Returns the decision to ask for a desired capacity, without words. */
  public static ScalingDecision capacity(int capacity) {
    return capacity(capacity, "asks for " + capacity);
  }

  /** Returns the decision to leave the capacity as it is. */
  public static ScalingDecision none(String reason) {
    return new ScalingDecision(OptionalInt.empty(), reason);
  }
}
