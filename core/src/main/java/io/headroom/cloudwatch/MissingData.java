package io.headroom.cloudwatch;

/**
 * What an alarm makes of buckets without data when it has fewer real data points than it needs.
 *
 * <p>"Configuring how CloudWatch alarms treat missing data", Amazon CloudWatch User Guide.
 */
public enum MissingData {
  /** The alarm has insufficient data when the whole range is empty. The default. */
  MISSING("missing"),
  /** The alarm keeps its state when the whole range is empty. */
  IGNORE("ignore"),
  /** An empty bucket counts as outside the threshold. */
  BREACHING("breaching"),
  /** An empty bucket counts as within the threshold. */
  NOT_BREACHING("notBreaching");

  private final String text;

  MissingData(String text) {
    this.text = text;
  }

  /**
   * Returns the treatment with this text, such as {@code notBreaching}.
   *
   * @throws IllegalArgumentException if there is none; the message is the service's
   */
  public static MissingData parse(String text) {
    return Constants.parse(values(), "treatMissingData", text);
  }

  /** Returns the text that the service uses. */
  @Override
  public String toString() {
    return text;
  }
}
