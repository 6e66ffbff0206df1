package io.headroom.cloudwatch;

/**
 * One entry of an alarm's history. "DescribeAlarmHistory", CloudWatch API Reference.
 *
 * @param kind what happened
 * @param timeNanos when, in nanoseconds since the start of the run
 * @param summary what happened, in words
 */
public record AlarmHistoryItem(Kind kind, long timeNanos, String summary) {
  /** The kinds of entries, with the service's names. */
  public enum Kind {
    /** The alarm was created or changed. */
    CONFIGURATION_UPDATE("ConfigurationUpdate"),
    /** The state changed. */
    STATE_UPDATE("StateUpdate"),
    /** An action ran; its repeats while the state lasts make one entry. */
    ACTION("Action");

    private final String text;

    Kind(String text) {
      this.text = text;
    }

    /** Returns the text that the service uses. */
    @Override
    public String toString() {
      return text;
    }
  }
}
