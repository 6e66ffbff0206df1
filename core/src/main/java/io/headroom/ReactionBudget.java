package io.headroom;

import java.time.Duration;
import java.util.List;

/**
 * Where the time went between a rise of the load and the moment the new capacity took its full
 * share of the traffic. The parts add up to the whole.
 *
 * @param group the group's name
 * @param policy the policy that scaled out
 * @param riseNanos when the load rose: the start of the first data point that breached, or of the
 *     first one that asked again after the policy's previous answer to the same alarm; in
 *     nanoseconds since the start of the run
 * @param instances how many instances the decision added
 * @param parts the parts in order of time
 */
public record ReactionBudget(
    String group, String policy, long riseNanos, int instances, List<Part> parts) {

  /** The stages of a reaction, in order. */
  public enum Stage {
    /** The period of the metric's first breaching data point. */
    METRIC_PERIOD("metric period"),
    /** Until the data point could be seen. */
    VISIBILITY_DELAY("visibility delay"),
    /** Until the alarm had seen enough data points. */
    ALARM_DATAPOINTS("alarm datapoints"),
    /** Until the policy was free to act. */
    PACING("cooldown or warm-up"),
    /** Until the alarm's action, which repeats each minute, had reached the policy. */
    ALARM_ACTION("alarm action"),
    /** Until the last new instance was running. */
    LAUNCH("launch"),
    /** Until its application answered. */
    BOOT("boot"),
    /** Until the load balancer held it healthy. */
    HEALTH_CHECKS("health checks"),
    /** Until it had its full share of the requests. */
    SLOW_START("slow start");

    private final String words;

    Stage(String words) {
      this.words = words;
    }

    /** Returns the stage in words. */
    public String words() {
      return words;
    }
  }

  /**
   * The time that one stage took.
   *
   * @param stage the stage
   * @param length how long it took; zero if it did not matter
   */
  public record Part(Stage stage, Duration length) {}

  /** Copies the parts. */
  public ReactionBudget {
    parts = List.copyOf(parts);
  }

  /** Returns the whole: the sum of the parts. */
  public Duration total() {
    return parts.stream().map(Part::length).reduce(Duration.ZERO, Duration::plus);
  }
}
