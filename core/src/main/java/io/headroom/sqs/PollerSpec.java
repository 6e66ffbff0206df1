package io.headroom.sqs;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the instances of a group work on a queue.
 *
 * @param group the group's name
 * @param queue the queue's name
 * @param workers how many workers each instance has, each with one batch at a time; empty for one
 *     for each vCPU
 * @param batch how many messages a poll brings at most, 1 to 10; default 1
 * @param waitTime how long a poll waits for a message, 0 to 20 s; empty for the queue's own time
 * @param idle how long a worker sleeps after a short poll that brought nothing; default 1 s
 */
public record PollerSpec(
    String group,
    String queue,
    OptionalInt workers,
    int batch,
    Optional<Duration> waitTime,
    Duration idle) {
  private static final int LARGEST_BATCH = 10;

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public PollerSpec {
    if (batch < 1 || batch > LARGEST_BATCH) {
      throw new IllegalArgumentException("batch must be in [1, 10], was " + batch);
    }
    if (workers.orElse(1) < 1) {
      throw new IllegalArgumentException("workers must be positive, was " + workers.getAsInt());
    }
    if (idle.isNegative() || idle.isZero()) {
      throw new IllegalArgumentException("idle must be positive, was " + idle);
    }
  }

  /** Returns the work of a group on a queue with the defaults. */
  public static PollerSpec of(String group, String queue) {
    return new PollerSpec(
        group, queue, OptionalInt.empty(), 1, Optional.empty(), Duration.ofSeconds(1));
  }

  /** Returns a copy with so many workers on each instance. */
  public PollerSpec workers(int newWorkers) {
    return new PollerSpec(group, queue, OptionalInt.of(newWorkers), batch, waitTime, idle);
  }

  /** Returns a copy whose polls bring so many messages at most. */
  public PollerSpec batch(int newBatch) {
    return new PollerSpec(group, queue, workers, newBatch, waitTime, idle);
  }
}
