package io.headroom.autoscaling;

import java.time.Duration;

/**
 * Knowledge that no real policy has: the traffic to come and how long a launch takes. For the
 * yardsticks beside the real policies.
 */
public interface Foresight {
  /**
   * Returns the largest intensity of the group's traffic within a window that starts now, in
   * requests per second.
   *
   * @param window how far to look, positive
   */
  double peakRequestsPerSecond(Duration window);

  /** Returns how many requests per second one instance of the group serves when fully busy. */
  double requestsPerSecondOfInstance();

  /** Returns the mean time from a decision to the first request on a new instance. */
  Duration launchTime();
}
