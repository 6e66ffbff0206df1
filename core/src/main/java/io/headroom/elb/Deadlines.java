package io.headroom.elb;

import io.headroom.ec2.Requests;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.IntConsumer;

/**
 * Requests that expire a fixed time after their arrival, in order of arrival.
 *
 * <p>Requests that ended before are left in the ring until they come to its front, so adding costs
 * two stores and no request has an event of its own. The few that are added later than at their
 * arrival stand in a queue of their own. Not thread-safe.
 */
final class Deadlines {
  private static final int NUMBER_SHIFT = 44;
  private static final long LATE = 1L << (NUMBER_SHIFT - 1);

  private final Requests requests;
  private final long waitNanos;
  private final int number;
  private final long tag;
  private int[] ring = new int[16];
  private long firstSerial;
  private long nextSerial;
  private long nextNanos = Long.MAX_VALUE;
  private final PriorityQueue<Late> late =
      new PriorityQueue<>(Comparator.comparingLong(Late::arrivalNanos));
  private long lateSerial;

  /** Whether {@link #due} has found a late one. */
  private boolean isLateDue;

  /** A request that was added later than at its arrival. */
  private record Late(int request, long arrivalNanos, long serial) {}

  /**
   * Creates an empty ring.
   *
   * @param requests the table of requests
   * @param waitNanos the time from arrival to expiry
   * @param number the number of the ring in the run, which keeps serial numbers apart
   */
  Deadlines(Requests requests, long waitNanos, int number) {
    this.requests = requests;
    this.waitNanos = waitNanos;
    this.number = number;
    this.tag = (long) number << NUMBER_SHIFT;
  }

  int number() {
    return number;
  }

  /** Returns the number of the ring that a request's serial number is from. */
  static int number(long serial) {
    return (int) (serial >>> NUMBER_SHIFT);
  }

  /**
   * Adds a request, which must have arrived after those that were added before.
   *
   * @return whether {@link #nextNanos()} has changed, as there was none
   */
  boolean add(int request, long arrivalNanos) {
    // Before anything is skipped: the row may have the number of the request that had it before.
    requests.serial(request, tag + nextSerial);
    if (nextSerial - firstSerial == ring.length) {
      makeRoom();
    }
    ring[(int) nextSerial++ & (ring.length - 1)] = request;
    if (nextNanos != Long.MAX_VALUE) {
      return false;
    }
    nextNanos = arrivalNanos + waitNanos;
    return true;
  }

  /** Adds a request that arrived before others that have been added. */
  void addLate(int request) {
    long serial = tag + LATE + lateSerial++;
    requests.serial(request, serial);
    late.add(new Late(request, requests.arrivalNanos(request), serial));
    nextNanos = Math.min(nextNanos, requests.arrivalNanos(request) + waitNanos);
  }

  private void makeRoom() {
    skipEnded();
    if (nextSerial - firstSerial > ring.length / 2) {
      int[] longer = new int[2 * ring.length];
      for (long serial = firstSerial; serial < nextSerial; serial++) {
        longer[(int) serial & (longer.length - 1)] = ring[(int) serial & (ring.length - 1)];
      }
      ring = longer;
    }
  }

  private void skipEnded() {
    while (firstSerial < nextSerial && !requests.awaits(first(), tag + firstSerial)) {
      firstSerial++;
    }
    while (!late.isEmpty() && !isAwaited(late.element())) {
      late.remove();
    }
    long ringNanos =
        firstSerial == nextSerial ? Long.MAX_VALUE : requests.arrivalNanos(first()) + waitNanos;
    long lateNanos = late.isEmpty() ? Long.MAX_VALUE : late.element().arrivalNanos() + waitNanos;
    isLateDue = lateNanos < ringNanos;
    nextNanos = Math.min(ringNanos, lateNanos);
  }

  private boolean isAwaited(Late entry) {
    return requests.awaits(entry.request(), entry.serial());
  }

  private int first() {
    return ring[(int) firstSerial & (ring.length - 1)];
  }

  /** Hands every request that is still awaited to the consumer. */
  void forEach(IntConsumer consumer) {
    for (long serial = firstSerial; serial < nextSerial; serial++) {
      int request = ring[(int) serial & (ring.length - 1)];
      if (requests.awaits(request, tag + serial)) {
        consumer.accept(request);
      }
    }
    late.stream().filter(this::isAwaited).map(Late::request).forEach(consumer::accept);
  }

  /** Returns an instant before which nothing expires. */
  long nextNanos() {
    return nextNanos;
  }

  /**
   * Looks for the first request that expires at this instant if it is still awaited, and finds the
   * next deadline where there is none.
   *
   * @return the request, -1 if none expires (any more)
   */
  int due(long nowNanos) {
    skipEnded();
    if (nextNanos > nowNanos) {
      return -1;
    }
    return isLateDue ? late.element().request() : first();
  }

  /** Takes out the request found by {@link #due}. */
  void take() {
    if (isLateDue) {
      late.remove();
    } else {
      firstSerial++;
    }
  }
}
