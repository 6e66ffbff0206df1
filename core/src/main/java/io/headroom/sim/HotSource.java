package io.headroom.sim;

/**
 * A source of events too many to be objects, such as the requests of a traffic plane.
 *
 * <p>The kernel asks for the time of the next event and lets the source run up to the next control
 * event. At one instant a hot source goes before the control queue; among several sources the one
 * attached first goes first.
 */
public interface HotSource {
  /** The time of an event that never happens. */
  long NEVER = Long.MAX_VALUE;

  /**
   * Returns the time of this source's next event in nanoseconds, {@link #NEVER} if none is left.
   */
  long nextNanos();

  /**
   * Processes, in order, every event with a time up to and including the limit.
   *
   * <p>A source that has news for the control plane stops right after the event that made the news.
   * The kernel moves its clock to the time returned and calls {@link #deliver()}.
   *
   * @param limitNanos the last instant to process, in nanoseconds
   * @return {@code limitNanos}, or the instant at which the source stopped with news
   */
  long advance(long limitNanos);

  /** Hands over the news, if any; called after each {@link #advance} with the clock at its time. */
  void deliver();

  /** Returns how many events this source has processed since the start of the run. */
  long events();
}
