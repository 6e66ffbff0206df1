package io.headroom.sim;

import java.util.Arrays;
import java.util.NoSuchElementException;

/**
 * The pending control events, ordered by (time, phase, sequence): first in, first out among equals.
 *
 * <p>A binary heap of event objects. Adding and polling cost O(log n); cancelling costs O(1), the
 * cancelled event leaves the heap when it reaches the top. Not thread-safe.
 */
public final class EventQueue {
  private EventHandle[] heap = new EventHandle[64];
  private int size;
  private long nextSequence;

  /** Creates an empty queue. */
  public EventQueue() {}

  /**
   * Adds an event.
   *
   * @param timeNanos when it is due, in nanoseconds since the start of the run, not negative
   * @param phase its place within that instant
   * @param name what to call it in messages
   * @param action what to run
   * @return the handle with which the event can be cancelled
   * @throws IllegalArgumentException if {@code timeNanos} is negative
   */
  public EventHandle add(long timeNanos, Phase phase, String name, Runnable action) {
    if (timeNanos < 0) {
      throw new IllegalArgumentException("timeNanos must not be negative, was " + timeNanos);
    }
    EventHandle event = new EventHandle(timeNanos, phase, nextSequence++, name, action);
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    siftUp(size++, event);
    return event;
  }

  /** Returns whether no event is pending that was not cancelled. */
  public boolean isEmpty() {
    dropCancelled();
    return size == 0;
  }

  /** Returns the time of the earliest pending event, {@link HotSource#NEVER} if there is none. */
  public long nextNanos() {
    dropCancelled();
    return size == 0 ? HotSource.NEVER : heap[0].timeNanos;
  }

  /**
   * Removes and returns the earliest pending event.
   *
   * @throws NoSuchElementException if the queue is empty
   */
  public EventHandle poll() {
    dropCancelled();
    if (size == 0) {
      throw new NoSuchElementException("the event queue is empty");
    }
    return removeTop();
  }

  private void dropCancelled() {
    while (size > 0 && heap[0].isCancelled()) {
      removeTop();
    }
  }

  private EventHandle removeTop() {
    EventHandle top = heap[0];
    EventHandle last = heap[--size];
    Arrays.fill(heap, size, size + 1, null);
    if (size > 0) {
      siftDown(last);
    }
    return top;
  }

  private void siftUp(int hole, EventHandle event) {
    while (hole > 0) {
      int parent = (hole - 1) >>> 1;
      if (!event.precedes(heap[parent])) {
        break;
      }
      heap[hole] = heap[parent];
      hole = parent;
    }
    heap[hole] = event;
  }

  private void siftDown(EventHandle event) {
    int hole = 0;
    for (int child = 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && heap[child + 1].precedes(heap[child])) {
        child++;
      }
      if (!heap[child].precedes(event)) {
        break;
      }
      heap[hole] = heap[child];
      hole = child;
    }
    heap[hole] = event;
  }
}
