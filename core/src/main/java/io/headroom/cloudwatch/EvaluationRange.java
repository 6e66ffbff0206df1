package io.headroom.cloudwatch;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.util.Map;

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
 * @param byAlarm the size of the whole range of single alarms, by name; it must hold their N
 */
public record EvaluationRange(int extraBuckets, Duration extraTime, Map<String, Integer> byAlarm) {
  /** Two buckets, or five minutes if that is more. */
  public static final EvaluationRange DEFAULT = new EvaluationRange(2, Duration.ofMinutes(5));

  /** Creates a range without exceptions. */
  public EvaluationRange(int extraBuckets, Duration extraTime) {
    this(extraBuckets, extraTime, Map.of());
  }

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
    byAlarm = ImmutableMap.copyOf(byAlarm);
  }

  /** Returns the number of buckets in the range of an alarm. */
  int buckets(String alarm, Duration period, int evaluationPeriods) {
    Integer own = byAlarm.get(alarm);
    if (own != null) {
      return Math.max(own, evaluationPeriods);
    }
    if (period.toSeconds() < 60) {
      return evaluationPeriods + extraBuckets;
    }
    long seconds = period.toSeconds();
    long covering = (extraTime.toSeconds() + seconds - 1) / seconds;
    return evaluationPeriods + (int) Math.max(extraBuckets, covering);
  }
}
