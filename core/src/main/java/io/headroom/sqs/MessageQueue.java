package io.headroom.sqs;

import io.headroom.sim.HotSource;
import org.jspecify.annotations.Nullable;

/**
 * One queue: messages that wait out their delay, that are visible, and that are in flight. Each of
 * the three is in order of its deadline, since all messages of a queue have the same times.
 *
 * <p>"Amazon SQS visibility timeout" and "Amazon SQS dead-letter queues", Amazon SQS Developer
 * Guide.
 */
final class MessageQueue {
  private final QueueSpec spec;
  private final Messages messages;
  private final Flights delayed = new Flights();
  private final Flights visible = new Flights();
  private final Flights inFlight = new Flights();
  private final Flights ages = new Flights();
  private @Nullable MessageQueue deadLetters;
  private int delayedCount;
  private int visibleCount;
  private int inFlightCount;
  private long sent;
  private long received;
  private long deleted;
  private long emptyReceives;
  private long moved;
  private long deadLettered;
  private long expired;

  /** References to messages, each with the use of its place and an instant. */
  private static final class Flights {
    private final IntRing ids = new IntRing();
    private final IntRing uses = new IntRing();
    private final LongRing times = new LongRing();

    void add(int message, int use, long timeNanos) {
      ids.add(message);
      uses.add(use);
      times.add(timeNanos);
    }

    boolean isEmpty() {
      return ids.isEmpty();
    }

    void drop() {
      ids.poll();
      uses.poll();
      times.poll();
    }
  }

  MessageQueue(QueueSpec spec, Messages messages) {
    this.spec = spec;
    this.messages = messages;
  }

  QueueSpec spec() {
    return spec;
  }

  void deadLetters(MessageQueue queue) {
    deadLetters = queue;
  }

  /** Takes a new message. */
  void send(long nowNanos) {
    sent++;
    take(messages.add(nowNanos), nowNanos);
  }

  /** Takes a message of another queue, which keeps the instant at which it was sent first. */
  private void takeMoved(int message) {
    moved++;
    ages.add(message, messages.use(message), messages.sentNanos(message));
    show(message, messages.use(message));
  }

  private void take(int message, long nowNanos) {
    int use = messages.use(message);
    ages.add(message, use, messages.sentNanos(message));
    if (spec.delay().isZero()) {
      show(message, use);
    } else {
      delayedCount++;
      delayed.add(message, use, nowNanos + spec.delay().toNanos());
    }
  }

  private void show(int message, int use) {
    messages.show(message);
    visibleCount++;
    visible.add(message, use, 0);
  }

  /** Returns a message that is hidden from now on; -1 if none is visible. */
  int receive(long nowNanos) {
    while (!visible.isEmpty()) {
      int message = visible.ids.peek();
      boolean isStale = visible.uses.peek() != messages.use(message);
      visible.drop();
      if (isStale) {
        continue;
      }
      visibleCount--;
      if (!moves(message)) {
        messages.receive(message, nowNanos);
        inFlight.add(message, messages.use(message), nowNanos);
        inFlightCount++;
        received++;
        return message;
      }
    }
    return -1;
  }

  /** A message that was received often enough goes to the dead-letter queue instead. */
  private boolean moves(int message) {
    if (deadLetters == null
        || messages.receives(message) < spec.redrive().orElseThrow().maxReceiveCount()) {
      return false;
    }
    long sentNanos = messages.sentNanos(message);
    messages.remove(message);
    deadLettered++;
    deadLetters.takeMoved(messages.add(sentNanos));
    return true;
  }

  void receivedNothing() {
    emptyReceives++;
  }

  /**
   * Deletes a message, unless it is visible again or somebody else has it.
   *
   * @param receivedNanos when the caller received it
   * @param use the use of its place at that time
   */
  void delete(int message, int use, long receivedNanos) {
    if (messages.use(message) == use && messages.receivedNanos(message) == receivedNanos) {
      inFlightCount--;
      deleted++;
      messages.remove(message);
    }
  }

  /** Returns when the next message becomes visible, {@link HotSource#NEVER} if none will. */
  long nextNanos() {
    long shown = delayed.isEmpty() ? HotSource.NEVER : delayed.times.peek();
    long expired =
        inFlight.isEmpty()
            ? HotSource.NEVER
            : inFlight.times.peek() + spec.visibilityTimeout().toNanos();
    return Math.min(shown, expired);
  }

  /** Makes visible what is due. */
  void pass(long nowNanos) {
    while (!delayed.isEmpty() && delayed.times.peek() <= nowNanos) {
      int message = delayed.ids.peek();
      int use = delayed.uses.peek();
      delayed.drop();
      if (messages.use(message) == use) {
        delayedCount--;
        show(message, use);
      }
    }
    long timeoutNanos = spec.visibilityTimeout().toNanos();
    while (!inFlight.isEmpty() && inFlight.times.peek() + timeoutNanos <= nowNanos) {
      expire();
    }
  }

  private void expire() {
    int message = inFlight.ids.peek();
    int use = inFlight.uses.peek();
    long receivedNanos = inFlight.times.peek();
    inFlight.drop();
    if (messages.use(message) == use && messages.receivedNanos(message) == receivedNanos) {
      inFlightCount--;
      show(message, use);
    }
  }

  /** Deletes messages that are older than the retention and not in flight. */
  void retain(long nowNanos) {
    long oldestNanos = nowNanos - spec.retention().toNanos();
    while (isOldestGone() || (!ages.isEmpty() && ages.times.peek() < oldestNanos)) {
      int message = ages.ids.peek();
      boolean isThere = messages.use(message) == ages.uses.peek();
      ages.drop();
      if (isThere && messages.receivedNanos(message) < 0) {
        forget(message, nowNanos);
      }
    }
  }

  private void forget(int message, long nowNanos) {
    if (messages.sentNanos(message) + spec.delay().toNanos() > nowNanos) {
      delayedCount--;
    } else {
      visibleCount--;
    }
    expired++;
    messages.remove(message);
  }

  private boolean isOldestGone() {
    return !ages.isEmpty() && messages.use(ages.ids.peek()) != ages.uses.peek();
  }

  /** Returns the age of the oldest message that is not deleted, in nanoseconds; 0 without one. */
  long oldestNanos(long nowNanos) {
    while (isOldestGone()) {
      ages.drop();
    }
    return ages.isEmpty() ? 0 : nowNanos - ages.times.peek();
  }

  boolean hasVisible() {
    return visibleCount > 0;
  }

  int visible() {
    return visibleCount;
  }

  int inFlight() {
    return inFlightCount;
  }

  int delayed() {
    return delayedCount;
  }

  long sent() {
    return sent;
  }

  long received() {
    return received;
  }

  long deleted() {
    return deleted;
  }

  long emptyReceives() {
    return emptyReceives;
  }

  long moved() {
    return moved;
  }

  long deadLettered() {
    return deadLettered;
  }

  long expired() {
    return expired;
  }
}
