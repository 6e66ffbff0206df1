package io.headroom.sim;

/**
 * One event of the control queue: when it is due, what it is called and whether it still counts.
 *
 * <p>Not thread-safe: it belongs to the run that scheduled it.
 */
public final class EventHandle {
  final long timeNanos;
  final Phase phase;
  final long sequence;
  final String name;
  final Runnable action;
  private boolean cancelled;

  EventHandle(long timeNanos, Phase phase, long sequence, String name, Runnable action) {
    this.timeNanos = timeNanos;
    this.phase = phase;
    this.sequence = sequence;
    this.name = name;
    this.action = action;
  }

  /** Returns the instant at which the event is due, in nanoseconds since the start of the run. */
  public long timeNanos() {
    return timeNanos;
  }

  /** Returns the name given to the event, which appears in the message of a failed run. */
  public String name() {
    return name;
  }

  /** Withdraws the event. Costs O(1); has no effect on an event that has run already. */
  public void cancel() {
    cancelled = true;
  }

  /** Returns whether {@link #cancel()} was called. */
  public boolean isCancelled() {
    return cancelled;
  }

  boolean precedes(EventHandle other) {
    if (timeNanos != other.timeNanos) {
      return timeNanos < other.timeNanos;
    }
    if (phase != other.phase) {
      return phase.compareTo(other.phase) < 0;
    }
    return sequence < other.sequence;
  }
}
