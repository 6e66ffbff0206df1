package io.headroom.cloudwatch;

import java.time.Duration;

/**
 * How many buckets an alarm asks for beyond the N that it needs, because some may be missing.
 *
 * <p>CloudWatch does not publish the number. The documentation's examples (three periods of five
 * minutes, range 5) and reports of delays fit the default: two buckets more, or as many as cover
 * five minutes if that is more; below a minute always two.
 *
 * @param extraBuckets the least number of buckets more, default 2
 * @param extraTime the time that the extra buckets cover at least, default 5 minutes; it counts
 *     only for periods of a minute or more
 */
public record EvaluationRange(int extraBuckets, Duration extraTime) {
  /** Two buckets, or five minutes if that is more. */
  public static final EvaluationRange DEFAULT = new EvaluationRange(2, Duration.ofMinutes(5));

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public EvaluationRange {
    if (extraBuckets < 0 || extraTime.isNegative()) {
      throw new IllegalArgumentException(
          "extraBuckets and extraTime must not be negative, were %d and %s"
              .formatted(extraBuckets, extraTime));
    }
  }

  /** Returns the number of buckets in the range of an alarm. */
  int buckets(Duration period, int evaluationPeriods) {
    if (period.toSeconds() < 60) {
      return evaluationPeriods + extraBuckets;
    }
    long seconds = period.toSeconds();
    long covering = (extraTime.toSeconds() + seconds - 1) / seconds;
    return evaluationPeriods + (int) Math.max(extraBuckets, covering);
  }
}
