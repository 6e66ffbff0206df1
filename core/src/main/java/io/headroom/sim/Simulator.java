package io.headroom.sim;

import java.util.ArrayList;
import java.util.List;

/**
 * One run's clock and event loop: the only place where simulated time moves.
 *
 * <p>Control events are objects in an {@link EventQueue}; request events stay inside {@link
 * HotSource}s, which the loop runs up to the next control event. Not thread-safe; runs share
 * nothing, so each may have its own thread.
 */
public final class Simulator {
  private final EventQueue queue = new EventQueue();
  private final List<HotSource> sources = new ArrayList<>();
  private long nowNanos;
  private long overNanos;
  private long controlEvents;

  /** Creates a simulator whose clock stands at zero. */
  public Simulator() {}

  /** Returns the simulated time, in nanoseconds since the start of the run. */
  public long nowNanos() {
    return nowNanos;
  }

  /** Returns how many events have run: control events and events of hot sources. */
  public long events() {
    return controlEvents + requestEvents();
  }

  /** Returns how many events of hot sources have run. */
  public long requestEvents() {
    long total = 0;
    for (HotSource source : sources) {
      total += source.events();
    }
    return total;
  }

  /** Adds a source of request events; sources attached earlier go first at one instant. */
  public void attach(HotSource source) {
    sources.add(source);
  }

  /**
   * Plans an action for a time.
   *
   * @param timeNanos when, in nanoseconds since the start; not before the present
   * @param phase its place within that instant
   * @param name what to call it in messages
   * @param action what to run
   * @return the handle with which the event can be cancelled
   * @throws IllegalStateException if the time has passed
   */
  public EventHandle schedule(long timeNanos, Phase phase, String name, Runnable action) {
    if (timeNanos < nowNanos) {
      throw new IllegalStateException(
          "cannot schedule '%s' for %s: the clock shows %s"
              .formatted(name, SimTime.format(timeNanos), SimTime.format(nowNanos)));
    }
    return queue.add(timeNanos, phase, name, action);
  }

  /**
   * Plans an action that repeats with a fixed period for as long as the run lasts.
   *
   * @param firstNanos the first time, in nanoseconds since the start
   * @param periodNanos the time between two repetitions, in nanoseconds, positive
   * @param phase its place within each instant
   * @param name what to call it in messages
   * @param action what to run
   * @throws IllegalArgumentException if the period is not positive
   * @throws IllegalStateException if the first time has passed
   */
  public void repeat(long firstNanos, long periodNanos, Phase phase, String name, Runnable action) {
    if (periodNanos <= 0) {
      throw new IllegalArgumentException("periodNanos must be positive, was " + periodNanos);
    }
    Repetition repetition = new Repetition(periodNanos, phase, name, action);
    schedule(firstNanos, phase, name, repetition);
  }

  /** Runs an action and plans itself again; one object for all the repetitions. */
  private final class Repetition implements Runnable {
    private final long periodNanos;
    private final Phase phase;
    private final String name;
    private final Runnable action;

    Repetition(long periodNanos, Phase phase, String name, Runnable action) {
      this.periodNanos = periodNanos;
      this.phase = phase;
      this.name = name;
      this.action = action;
    }

    @Override
    public void run() {
      action.run();
      schedule(nowNanos + periodNanos, phase, name, this);
    }
  }

  /**
   * Returns the last instant whose hot events have all run, as far as anybody can tell: the present
   * during an event, the nanosecond before the clock after {@link #runUntil}.
   */
  public long overNanos() {
    return overNanos;
  }

  /**
   * Runs every event before the end, then sets the clock to the end. An event due exactly at the
   * end does not run.
   *
   * @param endNanos the end, in nanoseconds since the start, exclusive
   * @param monitor learns the progress and may end the run early
   * @return whether the end was reached; {@code false} if the monitor ended the run
   * @throws SimulationFailure if an event throws
   */
  public boolean runUntil(long endNanos, RunMonitor monitor) {
    while (step(endNanos)) {
      if (!monitor.reached(nowNanos)) {
        return false;
      }
    }
    nowNanos = Math.max(nowNanos, endNanos);
    overNanos = Math.max(overNanos, endNanos - 1);
    return true;
  }

  /** Lets one hot source run up to the next control event, or runs that event; false at the end. */
  private boolean step(long endNanos) {
    long dueNanos = queue.nextNanos();
    long limitNanos = Math.min(dueNanos, endNanos - 1);
    int first = earliestSource();
    if (first >= 0 && sources.get(first).nextNanos() <= limitNanos) {
      advance(sources.get(first), Math.min(limitNanos, lastBeforeOthers(first)));
      return true;
    }
    if (dueNanos >= endNanos) {
      return false;
    }
    nowNanos = dueNanos;
    overNanos = dueNanos;
    run(queue.poll());
    return true;
  }

  private void run(EventHandle event) {
    controlEvents++;
    guarded(event.name, event.action);
  }

  private void advance(HotSource source, long limitNanos) {
    guarded(
        "requests",
        () -> {
          nowNanos = source.advance(limitNanos);
          overNanos = nowNanos;
          source.deliver();
        });
  }

  private void guarded(String name, Runnable action) {
    try {
      action.run();
    } catch (SimulationFailure failure) {
      throw failure;
    } catch (RuntimeException cause) {
      throw new SimulationFailure(name, nowNanos, cause);
    }
  }

  /** Returns the index of the source with the earliest event, the first attached on a tie. */
  private int earliestSource() {
    int best = -1;
    for (int i = 0; i < sources.size(); i++) {
      if (best < 0 || sources.get(i).nextNanos() < sources.get(best).nextNanos()) {
        best = i;
      }
    }
    return best;
  }

  /** Returns the last instant up to which the source may run without overtaking another one. */
  private long lastBeforeOthers(int source) {
    long last = HotSource.NEVER;
    for (int i = 0; i < sources.size(); i++) {
      long nextNanos = sources.get(i).nextNanos();
      if (i != source && nextNanos != HotSource.NEVER) {
        last = Math.min(last, i < source ? nextNanos - 1 : nextNanos);
      }
    }
    return last;
  }
}
