package io.headroom.sqs;

import java.time.Duration;
import java.util.Optional;

/**
 * The settings of a standard queue.
 *
 * <p>"CreateQueue", Amazon SQS API Reference.
 *
 * @param name what results call it
 * @param awsName AWS's name, the value of the dimension QueueName
 * @param visibilityTimeout how long a received message is hidden, 0 to 12 h; default 30 s
 * @param delay how long a new message is hidden, 0 to 15 min; default 0
 * @param retention how long a message is kept, 1 min to 14 d; default 4 d
 * @param waitTime how long a poll waits for a message, 0 to 20 s; default 0, short polling
 * @param redrive where messages go that are received too often; empty for nowhere
 */
public record QueueSpec(
    String name,
    String awsName,
    Duration visibilityTimeout,
    Duration delay,
    Duration retention,
    Duration waitTime,
    Optional<Redrive> redrive) {

  /**
   * The redrive policy of a queue.
   *
   * @param deadLetterQueue the name of the queue that takes the messages
   * @param maxReceiveCount how often a message is received at most, 1 to 1,000
   */
  public record Redrive(String deadLetterQueue, int maxReceiveCount) {}

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is out of range
   */
  public QueueSpec {
    require("visibilityTimeout", visibilityTimeout, Duration.ZERO, Duration.ofHours(12));
    require("delay", delay, Duration.ZERO, Duration.ofMinutes(15));
    require("retention", retention, Duration.ofMinutes(1), Duration.ofDays(14));
    require("waitTime", waitTime, Duration.ZERO, Duration.ofSeconds(20));
    if (redrive.isPresent()
        && (redrive.get().maxReceiveCount() < 1 || redrive.get().maxReceiveCount() > 1_000)) {
      throw new IllegalArgumentException(
          "maxReceiveCount must be in [1, 1000], was " + redrive.get().maxReceiveCount());
    }
  }

  private static void require(String field, Duration value, Duration least, Duration most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "%s must be in [%s, %s], was %s".formatted(field, least, most, value));
    }
  }

  /** Returns a queue with the defaults of the API. */
  public static QueueSpec of(String name) {
    return new QueueSpec(
        name,
        name,
        Duration.ofSeconds(30),
        Duration.ZERO,
        Duration.ofDays(4),
        Duration.ZERO,
        Optional.empty());
  }

  /** Returns a copy that hides received messages for another time. */
  public QueueSpec visibilityTimeout(Duration newTimeout) {
    return new QueueSpec(name, awsName, newTimeout, delay, retention, waitTime, redrive);
  }

  /** Returns a copy that hides new messages for another time. */
  public QueueSpec delay(Duration newDelay) {
    return new QueueSpec(name, awsName, visibilityTimeout, newDelay, retention, waitTime, redrive);
  }

  /** Returns a copy that keeps messages for another time. */
  public QueueSpec retention(Duration newRetention) {
    return new QueueSpec(name, awsName, visibilityTimeout, delay, newRetention, waitTime, redrive);
  }

  /** Returns a copy whose polls wait for another time. */
  public QueueSpec waitTime(Duration newWait) {
    return new QueueSpec(name, awsName, visibilityTimeout, delay, retention, newWait, redrive);
  }

  /** Returns a copy that moves messages to a dead-letter queue after so many receives. */
  public QueueSpec redrive(String deadLetterQueue, int maxReceiveCount) {
    return new QueueSpec(
        name,
        awsName,
        visibilityTimeout,
        delay,
        retention,
        waitTime,
        Optional.of(new Redrive(deadLetterQueue, maxReceiveCount)));
  }
}
