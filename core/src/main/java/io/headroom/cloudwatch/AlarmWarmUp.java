package io.headroom.cloudwatch;

import java.time.Duration;

/**
 * The time after its creation in which an alarm only gathers data: it stays without data and runs
 * no action. "Alarm warm-up periods", Amazon CloudWatch User Guide.
 *
 * @param length 1 to 2,880 whole minutes
 * @param end when the alarm begins to judge
 */
public record AlarmWarmUp(Duration length, End end) {
  private static final long MAX_MINUTES = 2_880;

  /** When a warm-up is over. */
  public enum End {
    /** As soon as its N data points are there, at the latest after its length. The default. */
    WITH_DATA,
    /** Only after its length: {@code OnlyStartEvaluatingAfterWarmUpPeriodEnds}. */
    WITH_TIME
  }

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if it is no whole number of minutes from 1 to 2,880
   */
  public AlarmWarmUp {
    boolean isWhole = length.toSeconds() % 60 == 0 && length.toNanosPart() == 0;
    if (!isWhole || length.toMinutes() < 1 || length.toMinutes() > MAX_MINUTES) {
      throw new IllegalArgumentException(
          "WarmUpPeriodDurationInMinutes must be from 1 to 2880, was " + length.toMinutes());
    }
  }
}
