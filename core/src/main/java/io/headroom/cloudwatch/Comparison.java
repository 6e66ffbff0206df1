package io.headroom.cloudwatch;

/**
 * The relation between a value and a threshold, or a band of two, that an alarm reports.
 *
 * <p>The value is the left operand. A value on the edge of a band is inside. "PutMetricAlarm",
 * CloudWatch API Reference.
 */
public enum Comparison {
  /** The value is above the threshold. */
  GREATER_THAN("GreaterThanThreshold", ">", "greater than") {
    @Override
    boolean breaches(double value, double lower, double upper) {
      return value > upper;
    }
  },
  /** The value is at the threshold or above. */
  GREATER_THAN_OR_EQUAL("GreaterThanOrEqualToThreshold", ">=", "greater than or equal to") {
    @Override
    boolean breaches(double value, double lower, double upper) {
      return value >= upper;
    }
  },
  /** The value is below the threshold. */
  LESS_THAN("LessThanThreshold", "<", "less than") {
    @Override
    boolean breaches(double value, double lower, double upper) {
      return value < lower;
    }
  },
  /** The value is at the threshold or below. */
  LESS_THAN_OR_EQUAL("LessThanOrEqualToThreshold", "<=", "less than or equal to") {
    @Override
    boolean breaches(double value, double lower, double upper) {
      return value <= lower;
    }
  },
  /** The value is above the upper edge of the band. */
  GREATER_THAN_UPPER("GreaterThanUpperThreshold", "above band", "greater than the upper") {
    @Override
    boolean breaches(double value, double lower, double upper) {
      return value > upper;
    }
  },
  /** The value is below the lower edge of the band. */
  LESS_THAN_LOWER("LessThanLowerThreshold", "below band", "less than the lower") {
    @Override
    boolean breaches(double value, double lower, double upper) {
      return value < lower;
    }
  },
  /** The value is outside the band. */
  OUTSIDE_BAND(
      "LessThanLowerOrGreaterThanUpperThreshold",
      "outside band",
      "less than the lower or greater than the upper") {
    @Override
    boolean breaches(double value, double lower, double upper) {
      return value < lower || value > upper;
    }
  };

  private final String text;
  private final String symbol;
  private final String words;

  Comparison(String text, String symbol, String words) {
    this.text = text;
    this.symbol = symbol;
    this.words = words;
  }

  /**
   * Returns the comparison with this text, such as {@code GreaterThanThreshold}.
   *
   * @throws IllegalArgumentException if there is none; the message is the service's
   */
  public static Comparison parse(String text) {
    return Constants.parse(values(), "comparisonOperator", text);
  }

  /** Returns whether a value is out of bounds for a threshold. */
  public boolean breaches(double value, double threshold) {
    return breaches(value, threshold, threshold);
  }

  /** Returns whether a value is out of bounds for a band; a plain threshold is a band of one. */
  abstract boolean breaches(double value, double lower, double upper);

  /** Returns whether the comparison is with an anomaly detection band. */
  public boolean needsBand() {
    return this == GREATER_THAN_UPPER || this == LESS_THAN_LOWER || this == OUTSIDE_BAND;
  }

  /** Returns the relation as a sign, such as {@code >=}. */
  public String symbol() {
    return symbol;
  }

  /** Returns the relation in the words of the service's state reasons. */
  String words() {
    return words;
  }

  /** Returns the text that the service uses. */
  @Override
  public String toString() {
    return text;
  }
}
