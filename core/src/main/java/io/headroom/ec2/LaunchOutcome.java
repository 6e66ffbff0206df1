package io.headroom.ec2;

/** What EC2 answers to a request for an instance. */
public sealed interface LaunchOutcome {
  /**
   * There is an instance, in state pending.
   *
   * @param instance the new instance
   */
  record Launched(Instance instance) implements LaunchOutcome {}

  /**
   * There is no instance.
   *
   * @param reason AWS's message, without a full stop at the end
   */
  record Refused(String reason) implements LaunchOutcome {}
}
