package io.headroom.autoscaling.termination;

import java.util.Optional;

/**
 * The Lambda function that a group has for its first termination policy.
 *
 * @param arn its ARN
 * @param function what stands for it in a run; empty if nothing does, so that the other termination
 *     policies decide alone
 */
public record CustomTermination(String arn, Optional<TerminationFunction> function) {
  /** Returns a function that nothing stands for yet. */
  public static CustomTermination named(String arn) {
    return new CustomTermination(arn, Optional.empty());
  }

  /** Returns the function of an ARN. */
  public static CustomTermination of(String arn, TerminationFunction function) {
    return new CustomTermination(arn, Optional.of(function));
  }

  /** Returns whether the name of a termination policy is that of a function. */
  public static boolean isFunction(String policy) {
    return policy.startsWith("arn:");
  }
}
