package io.headroom;

import io.headroom.cloudwatch.AlarmState;
import java.util.List;

/**
 * What an alarm did in a run.
 *
 * @param name the alarm's name
 * @param kind what sort of alarm it is
 * @param watches what it watches and when it goes off, in words
 * @param state its state at the end
 * @param events its changes of state, oldest first
 */
public record AlarmHistory(
    String name, Kind kind, String watches, AlarmState state, List<Event> events) {
  /** The sorts of alarms. */
  public enum Kind {
    /** An alarm on a statistic of a metric. */
    METRIC("metric"),
    /** An alarm on metric math. */
    MATH("math"),
    /** An alarm on an anomaly detection band. */
    ANOMALY("anomaly"),
    /** An alarm on other alarms. */
    COMPOSITE("composite");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** Returns the word for it. */
    public String words() {
      return words;
    }
  }

  /**
   * A change of state.
   *
   * @param timeNanos when, in nanoseconds since the start of the run
   * @param from the state before
   * @param to the state after
   * @param reason why, in AWS's words
   * @param datapoints the data points that decided, oldest first; none for a composite alarm
   * @param missing how many of the data points that should have decided were missing
   * @param actions what the alarm did about it, and later while the state lasted
   */
  public record Event(
      long timeNanos,
      AlarmState from,
      AlarmState to,
      String reason,
      List<Point> datapoints,
      int missing,
      List<Action> actions) {
    /** Copies the lists. */
    public Event {
      datapoints = List.copyOf(datapoints);
      actions = List.copyOf(actions);
    }
  }

  /**
   * A data point that an alarm looked at.
   *
   * @param startNanos the start of its period, in nanoseconds since the start of the run
   * @param value its value
   * @param breaching whether it was out of bounds
   */
  public record Point(long startNanos, double value, boolean breaching) {}

  /**
   * An action, and what became of it.
   *
   * @param action what ran: an ARN, or the scaling policies of the run
   * @param firstNanos when first, in nanoseconds since the start of the run
   * @param lastNanos when last
   * @param times how often: scaling actions run each minute while the state lasts
   * @param outcomes what became of it, one line for each effect
   */
  public record Action(
      String action, long firstNanos, long lastNanos, int times, List<String> outcomes) {
    /** Copies the list. */
    public Action {
      outcomes = List.copyOf(outcomes);
    }
  }

  /** Copies the list. */
  public AlarmHistory {
    events = List.copyOf(events);
  }
}
