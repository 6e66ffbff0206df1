package io.headroom.autoscaling.replacement;

import java.time.Duration;
import java.util.List;

/**
 * How old instances of a group may become.
 *
 * <p>"Replace Auto Scaling instances based on maximum instance lifetime", Amazon EC2 Auto Scaling
 * User Guide.
 *
 * @param limit the age in service at which an instance is replaced, at least a day
 */
public record MaximumLifetime(Duration limit) {
  private static final Duration LEAST = Duration.ofDays(1);
  private static final int TENTH = 10;

  /**
   * Checks the limit.
   *
   * @throws IllegalArgumentException if it is below a day
   */
  public MaximumLifetime {
    if (limit.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "MaxInstanceLifetime must be 0 or at least 86400, was " + limit.toSeconds());
    }
  }

  /** Returns what AWS would refuse about a value in seconds; empty when all is well (ML1). */
  public static List<String> problems(long seconds) {
    return seconds == 0 || seconds >= LEAST.toSeconds()
        ? List.of()
        : List.of("must be 0 or at least 86400, found " + seconds);
  }

  /** Returns how many may be replaced at once at most: a tenth, but at least one (ML2). */
  public static int batchLimit(int capacity) {
    return Math.max(1, capacity / TENTH);
  }

  /**
   * Returns how many instances are replaced now (ML4).
   *
   * @param due how many reach the limit within one warm-up from now
   * @param capacity the group's capacity
   */
  public static int batch(int due, int capacity) {
    return Math.min(due, batchLimit(capacity));
  }
}
