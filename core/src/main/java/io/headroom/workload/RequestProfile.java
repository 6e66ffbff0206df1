package io.headroom.workload;

import io.headroom.sim.Distribution;
import java.time.Duration;

/**
 * What each request of a workload asks for and how long its client waits.
 *
 * @param demand the work of a request, in seconds of one vCPU at full speed
 * @param timeout how long the client waits before it gives up; default 30 s
 * @param requestBytes bytes from client to load balancer; default 1,000
 * @param responseBytes bytes back to the client; default 10,000
 */
public record RequestProfile(
    Distribution demand, Duration timeout, long requestBytes, long responseBytes) {
  /** How long a client waits unless told otherwise. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /** Checks the ranges. */
  public RequestProfile {
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout must be positive, was " + timeout);
    }
    if (requestBytes < 0 || responseBytes < 0) {
      throw new IllegalArgumentException(
          "bytes must not be negative, were %d and %d".formatted(requestBytes, responseBytes));
    }
  }

  /** Returns a profile with this demand and the defaults for the rest. */
  public static RequestProfile of(Distribution demand) {
    return new RequestProfile(demand, DEFAULT_TIMEOUT, 1_000, 10_000);
  }

  /** Returns a copy with another client timeout. */
  public RequestProfile withTimeout(Duration newTimeout) {
    return new RequestProfile(demand, newTimeout, requestBytes, responseBytes);
  }
}
