package io.headroom.autoscaling;

import io.headroom.ec2.LaunchConfiguration;

/** An instance as a termination policy sees it. */
interface TerminationCandidate {
  String zone();

  /** Returns when it was launched, in nanoseconds since any fixed instant. */
  long launchNanos();

  LaunchConfiguration configuration();

  /** Returns its capacity units: its weight, 1 in a group without weights. */
  default int units() {
    return 1;
  }
}
