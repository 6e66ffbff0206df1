package io.headroom.elb;

import io.headroom.ec2.Requests;
import java.util.function.IntConsumer;

/**
 * Requests that expire a fixed time after their arrival, in order of arrival.
 *
 * <p>Requests that ended before are left in the ring until they come to its front, so adding costs
 * two stores and no request has an event of its own. Not thread-safe.
 */
final class Deadlines {
  private final Requests requests;
  private final long waitNanos;
  private final int number;
  private final long tag;
  private int[] ring = new int[256];
  private long firstSerial;
  private long nextSerial;
  private long nextNanos = Long.MAX_VALUE;

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
    this.tag = (long) number << 44;
  }

  int number() {
    return number;
  }

  /**
   * Adds a request, which must have arrived after those that were added before.
   *
   * @return whether {@link #nextNanos()} has changed, as there was none
   */
  boolean add(int request, long arrivalNanos) {
    if (nextSerial - firstSerial == ring.length) {
      makeRoom();
    }
    requests.serial(request, tag + nextSerial);
    ring[(int) nextSerial++ & (ring.length - 1)] = request;
    if (nextNanos != Long.MAX_VALUE) {
      return false;
    }
    nextNanos = arrivalNanos + waitNanos;
    return true;
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
    nextNanos =
        firstSerial == nextSerial ? Long.MAX_VALUE : requests.arrivalNanos(first()) + waitNanos;
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
    return nextNanos > nowNanos ? -1 : first();
  }

  /** Takes out the request found by {@link #due}. */
  void take() {
    firstSerial++;
  }
}
