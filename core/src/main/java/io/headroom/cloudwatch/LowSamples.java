package io.headroom.cloudwatch;

/**
 * What a percentile alarm does with a bucket of too few samples to carry the percentile.
 *
 * <p>"Percentile-based CloudWatch alarms and low data samples", Amazon CloudWatch User Guide; the
 * property is {@code EvaluateLowSampleCountPercentile}.
 */
public enum LowSamples {
  /** The bucket is used like any other. The default. */
  EVALUATE("evaluate"),
  /** The alarm keeps its state while a bucket that it would use is too thin. */
  IGNORE("ignore");

  private final String text;

  LowSamples(String text) {
    this.text = text;
  }

  /**
   * Returns the option with this text.
   *
   * @throws IllegalArgumentException if there is none; the message is the service's
   */
  public static LowSamples parse(String text) {
    for (LowSamples option : values()) {
      if (option.text.equals(text)) {
        return option;
      }
    }
    throw new IllegalArgumentException(
        ("Option %s is not supported. Supported options for parameter"
                + " EvaluateLowSampleCountPercentile are evaluate and ignore.")
            .formatted(text));
  }

  /** Returns the text that the service uses. */
  @Override
  public String toString() {
    return text;
  }
}
