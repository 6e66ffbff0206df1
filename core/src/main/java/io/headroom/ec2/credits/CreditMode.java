package io.headroom.ec2.credits;

/**
 * What a burstable instance does when its credits are spent. "Key concepts for burstable
 * performance instances", Amazon EC2 User Guide.
 */
public enum CreditMode {
  /** It is held to its baseline: the default of T2. */
  STANDARD,
  /** It goes on with surplus credits, which are paid for: the default of T3, T3a and T4g. */
  UNLIMITED
}
