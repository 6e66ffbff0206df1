package io.headroom.autoscaling.lifecycle;

import java.util.Arrays;
import java.util.Optional;

/** The transition that a lifecycle hook holds up. */
public enum HookTransition {
  /** On the way into service, and into the warm pool. */
  LAUNCHING("autoscaling:EC2_INSTANCE_LAUNCHING"),
  /** On the way out. */
  TERMINATING("autoscaling:EC2_INSTANCE_TERMINATING");

  private final String awsName;

  HookTransition(String awsName) {
    this.awsName = awsName;
  }

  /** Returns AWS's name, the value of {@code LifecycleTransition}. */
  public String awsName() {
    return awsName;
  }

  /** Returns the transition with AWS's name; empty if there is none. */
  public static Optional<HookTransition> named(String awsName) {
    return Arrays.stream(values()).filter(each -> each.awsName.equals(awsName)).findFirst();
  }
}
