package io.headroom.sim;

/** Stops a run because one of its events threw; names the event and the simulated time. */
public final class SimulationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String event;
  private final long timeNanos;

  SimulationFailure(String event, long timeNanos, RuntimeException cause) {
    super(
        "event '" + event + "' failed at " + SimTime.format(timeNanos) + ": " + cause.getMessage(),
        cause);
    this.event = event;
    this.timeNanos = timeNanos;
  }

  /** Returns the name of the event that failed. */
  public String event() {
    return event;
  }

  /** Returns the simulated time of the failure, in nanoseconds since the start of the run. */
  public long timeNanos() {
    return timeNanos;
  }
}
