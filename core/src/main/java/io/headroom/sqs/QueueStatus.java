package io.headroom.sqs;

/**
 * How a queue stands at an instant.
 *
 * @param name the queue's name
 * @param visible messages that can be received
 * @param inFlight messages that were received and neither deleted nor visible again
 * @param delayed messages that cannot be received yet
 * @param oldestNanos the age of the oldest message that is not deleted
 * @param sent messages sent since the start of the run
 * @param deleted messages worked on and deleted since the start of the run
 * @param moved messages that came from another queue, as dead letters, since the start of the run
 * @param deadLettered messages that went to the dead-letter queue since the start of the run
 * @param expired messages that nobody deleted within the retention, since the start of the run
 */
public record QueueStatus(
    String name,
    int visible,
    int inFlight,
    int delayed,
    long oldestNanos,
    long sent,
    long deleted,
    long moved,
    long deadLettered,
    long expired) {}
