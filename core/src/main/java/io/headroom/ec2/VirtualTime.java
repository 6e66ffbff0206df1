package io.headroom.ec2;

/**
 * The clock of a machine that shares its vCPUs: it runs at the speed of each request, so that a
 * request ends when the clock has moved on by its demand, whatever came in between. Not
 * thread-safe.
 */
final class VirtualTime {
  private double nanos;

  /** When the clock showed that. */
  private long lastNanos;

  /** How fast it runs since, 1 for a vCPU to each request. */
  private double speed;

  /** Brings the clock up to the present. */
  void pass(long nowNanos) {
    nanos += (nowNanos - lastNanos) * speed;
    lastNanos = nowNanos;
  }

  /** Returns up to which instant the clock is. */
  long lastNanos() {
    return lastNanos;
  }

  /** Sets how fast it runs from that instant on. */
  void pace(double newSpeed) {
    speed = newSpeed;
  }

  /** Begins again at zero, which keeps the numbers exact. */
  void reset() {
    nanos = 0;
  }

  /** Returns the key in {@link InService} of a request that begins now. */
  long keyAfter(long demandNanos) {
    return Double.doubleToRawLongBits(nanos + demandNanos);
  }

  /**
   * Returns when the clock will show what a key says.
   *
   * @param slowdown how many nanoseconds a nanosecond of the clock takes
   */
  long clockOf(long key, double slowdown) {
    double leftNanos = Double.longBitsToDouble(key) - nanos;
    return lastNanos + Math.max(0, (long) Math.ceil(leftNanos * slowdown));
  }
}
