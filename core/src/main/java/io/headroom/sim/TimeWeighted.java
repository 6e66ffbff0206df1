package io.headroom.sim;

/**
 * The integral over time of a quantity that changes in steps, such as a number of instances.
 *
 * <p>The value set at an instant holds from that instant on. Not thread-safe.
 */
public final class TimeWeighted {
  private final long startNanos;
  private long lastNanos;
  private double value;
  private double minimum;
  private double maximum;
  private double integral;

  /**
   * Starts the integral.
   *
   * @param startNanos when, in nanoseconds since the start of the run
   * @param value the value from then on
   */
  public TimeWeighted(long startNanos, double value) {
    this.startNanos = startNanos;
    this.lastNanos = startNanos;
    this.value = value;
    this.minimum = value;
    this.maximum = value;
  }

  /**
   * Sets the value from an instant on.
   *
   * @param nowNanos the instant, not before that of the last change
   * @param newValue the value from then on
   * @throws IllegalArgumentException if time goes backwards
   */
  public void set(long nowNanos, double newValue) {
    integral = integralUntil(nowNanos);
    lastNanos = nowNanos;
    value = newValue;
    boolean begins = nowNanos == startNanos;
    minimum = begins ? newValue : Math.min(minimum, newValue);
    maximum = begins ? newValue : Math.max(maximum, newValue);
  }

  /** Returns the present value. */
  public double value() {
    return value;
  }

  /** Returns the smallest value so far; a value that held for no time at the start is not one. */
  public double minimum() {
    return minimum;
  }

  /** Returns the largest value so far. */
  public double maximum() {
    return maximum;
  }

  /** Returns the integral from the start until an instant, in units of the value times seconds. */
  public double integralUntil(long nowNanos) {
    if (nowNanos < lastNanos) {
      throw new IllegalArgumentException(
          "time went backwards from %d to %d ns".formatted(lastNanos, nowNanos));
    }
    return integral + value * SimTime.seconds(nowNanos - lastNanos);
  }

  /** Returns the mean from the start until an instant; the present value if no time has passed. */
  public double meanUntil(long nowNanos) {
    return nowNanos == startNanos
        ? value
        : integralUntil(nowNanos) / SimTime.seconds(nowNanos - startNanos);
  }
}
