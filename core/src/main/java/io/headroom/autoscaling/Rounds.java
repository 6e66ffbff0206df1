package io.headroom.autoscaling;

import io.headroom.sim.Phase;
import io.headroom.sim.Simulator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The common clock of like parts of neighbouring groups, which all begin at the start of the run:
 * at each tick those that are awake look, in the order of the groups. A part that is at rest is
 * passed over until something wakes it, so that groups in which nothing happens cost nothing.
 */
final class Rounds {
  private final Simulator simulator;
  private final Phase phase;
  private final String name;
  private final List<Watch> watches = new ArrayList<>();
  private final BitSet awake = new BitSet();
  private long newestNanos;

  /** What looks at something at each tick. */
  interface Watch {
    /** Looks; returns whether a later look may find anything else although nobody woke it. */
    boolean look();
  }

  /**
   * Creates a clock that stands still until somebody takes part.
   *
   * @param simulator the kernel of the run
   * @param phase the place of a round within its instant
   * @param name what to call a round in messages
   */
  Rounds(Simulator simulator, Phase phase, String name) {
    this.simulator = simulator;
    this.phase = phase;
    this.name = name;
    newestNanos = simulator.nowNanos();
  }

  /**
   * Lets a part take part, awake at first; the first one starts the clock.
   *
   * @param watch what looks
   * @param intervalNanos the time between two ticks, the same for all parts
   * @return what wakes it
   */
  Runnable add(Watch watch, long intervalNanos) {
    int number = watches.size();
    watches.add(watch);
    awake.set(number);
    if (number == 0) {
      long firstNanos = simulator.nowNanos() + intervalNanos;
      simulator.repeat(firstNanos, intervalNanos, phase, name, this::look);
    }
    return () -> awake.set(number);
  }

  /** Returns when the newest round was over: the start of the run before the first. */
  long newestNanos() {
    return newestNanos;
  }

  private void look() {
    for (int i = awake.nextSetBit(0); i >= 0; i = awake.nextSetBit(i + 1)) {
      // Cleared first, so that what the look itself sets going can wake the part again.
      awake.clear(i);
      if (watches.get(i).look()) {
        awake.set(i);
      }
    }
    newestNanos = simulator.nowNanos();
  }
}
