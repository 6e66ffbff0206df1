package io.headroom.sqs;

import java.util.PriorityQueue;

/** The workers in order of their next event, equal times in order of their numbers. */
final class WorkerHeap {
  private final PriorityQueue<Entry> entries = new PriorityQueue<>();
  private long numbers;

  /** An event of a worker; stale if the worker has another time by now. */
  private record Entry(long timeNanos, long number, Worker worker) implements Comparable<Entry> {
    boolean isStale() {
      return worker.nextNanos() != timeNanos;
    }

    @Override
    public int compareTo(Entry other) {
      int byTime = Long.compare(timeNanos, other.timeNanos);
      return byTime != 0 ? byTime : Long.compare(number, other.number);
    }
  }

  void add(Worker worker) {
    entries.add(new Entry(worker.nextNanos(), numbers++, worker));
  }

  /** Returns the time of the next event, the largest number if there is none. */
  long nextNanos() {
    while (!entries.isEmpty() && entries.peek().isStale()) {
      entries.poll();
    }
    return entries.isEmpty() ? Long.MAX_VALUE : entries.peek().timeNanos;
  }

  /** Takes the worker of the next event, which {@link #nextNanos()} has told. */
  Worker poll() {
    return entries.remove().worker;
  }
}
