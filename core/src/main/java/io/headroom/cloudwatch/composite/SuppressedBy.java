package io.headroom.cloudwatch.composite;

/** What suppresses the actions of a composite alarm, in the words of DescribeAlarms. */
public enum SuppressedBy {
  /** The suppressor is in ALARM. */
  ALARM("Alarm"),
  /** The composite waits whether the suppressor goes into ALARM. */
  WAIT_PERIOD("WaitPeriod"),
  /** The suppressor has left ALARM only just now. */
  EXTENSION_PERIOD("ExtensionPeriod");

  private final String text;

  SuppressedBy(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
