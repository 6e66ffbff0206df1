package io.headroom.cloudwatch;

/**
 * The unit of a sample, with the text that the service uses.
 *
 * <p>Samples of one metric in different units are separate streams, and no unit is ever converted.
 * The constants stand in the order in which the service prefers a stream when a reader names no
 * unit; that order is observed, not documented. "MetricDatum", CloudWatch API Reference.
 */
public enum Unit {
  /** AWS's {@code Megabits}. */
  MEGABITS("Megabits"),
  /** AWS's {@code Terabits}. */
  TERABITS("Terabits"),
  /** AWS's {@code Gigabits}. */
  GIGABITS("Gigabits"),
  /** AWS's {@code Count}. */
  COUNT("Count"),
  /** AWS's {@code Bytes}. */
  BYTES("Bytes"),
  /** AWS's {@code Gigabytes}. */
  GIGABYTES("Gigabytes"),
  /** AWS's {@code Gigabytes/Second}. */
  GIGABYTES_PER_SECOND("Gigabytes/Second"),
  /** AWS's {@code Kilobytes}. */
  KILOBYTES("Kilobytes"),
  /** AWS's {@code Kilobits/Second}. */
  KILOBITS_PER_SECOND("Kilobits/Second"),
  /** AWS's {@code Terabytes}. */
  TERABYTES("Terabytes"),
  /** AWS's {@code Terabits/Second}. */
  TERABITS_PER_SECOND("Terabits/Second"),
  /** AWS's {@code Bytes/Second}. */
  BYTES_PER_SECOND("Bytes/Second"),
  /** AWS's {@code Percent}. */
  PERCENT("Percent"),
  /** AWS's {@code Megabytes}. */
  MEGABYTES("Megabytes"),
  /** AWS's {@code Megabits/Second}. */
  MEGABITS_PER_SECOND("Megabits/Second"),
  /** AWS's {@code Milliseconds}. */
  MILLISECONDS("Milliseconds"),
  /** AWS's {@code Microseconds}. */
  MICROSECONDS("Microseconds"),
  /** AWS's {@code Kilobytes/Second}. */
  KILOBYTES_PER_SECOND("Kilobytes/Second"),
  /** AWS's {@code Gigabits/Second}. */
  GIGABITS_PER_SECOND("Gigabits/Second"),
  /** AWS's {@code Megabytes/Second}. */
  MEGABYTES_PER_SECOND("Megabytes/Second"),
  /** AWS's {@code Bits}. */
  BITS("Bits"),
  /** AWS's {@code Bits/Second}. */
  BITS_PER_SECOND("Bits/Second"),
  /** AWS's {@code Count/Second}. */
  COUNT_PER_SECOND("Count/Second"),
  /** AWS's {@code Seconds}. */
  SECONDS("Seconds"),
  /** AWS's {@code Kilobits}. */
  KILOBITS("Kilobits"),
  /** AWS's {@code Terabytes/Second}. */
  TERABYTES_PER_SECOND("Terabytes/Second"),
  /** AWS's {@code None}. */
  NONE("None");

  private final String text;

  Unit(String text) {
    this.text = text;
  }

  /**
   * Returns the unit with this text, such as {@code Count/Second}.
   *
   * @throws IllegalArgumentException if there is none; the message is the service's
   */
  public static Unit parse(String text) {
    return Constants.parse(values(), "unit", text);
  }

  /** Returns the text that the service uses. */
  @Override
  public String toString() {
    return text;
  }
}
