package io.headroom.autoscaling;

import java.time.Duration;

/**
 * What the future holds for one group: the source of every {@link Foresight}.
 *
 * @param traffic the intensity of the requests to come
 * @param requestsPerSecondOfInstance how many requests a second one fully busy instance serves
 * @param launchTime the mean time from a decision to the first request on a new instance
 */
public record Outlook(Traffic traffic, double requestsPerSecondOfInstance, Duration launchTime) {

  /** The intensity of requests over time. */
  @FunctionalInterface
  public interface Traffic {
    /**
     * Returns the largest intensity within a window, in requests per second.
     *
     * @param fromNanos its start, in nanoseconds since the start of the run, inclusive
     * @param toNanos its end, exclusive
     */
    double peakRequestsPerSecond(long fromNanos, long toNanos);
  }

  /** Returns this outlook as seen from an instant. */
  Foresight at(long nowNanos) {
    return new Foresight() {
      @Override
      public double peakRequestsPerSecond(Duration window) {
        return traffic.peakRequestsPerSecond(nowNanos, nowNanos + window.toNanos());
      }

      @Override
      public double requestsPerSecondOfInstance() {
        return requestsPerSecondOfInstance;
      }

      @Override
      public Duration launchTime() {
        return launchTime;
      }
    };
  }
}
