package io.headroom.benchmarks;

import io.headroom.benchmarks.race.Result;
import io.headroom.benchmarks.yardstick.Balancing;
import io.headroom.benchmarks.yardstick.Engine;
import io.headroom.benchmarks.yardstick.Work;

/** Headroom as an engine, for tables elsewhere. */
public final class WholeRuns {
  private WholeRuns() {}

  /** Returns Headroom with everything on, first come first served, exponential demands. */
  public static Engine of(Balancing balancing) {
    return run(balancing);
  }

  private static WholeRun run(Balancing balancing) {
    return WholeRun.STANDARD.with(Balance.of(balancing));
  }

  /** Returns the same for a work with an end: its run lasts until the last request has left. */
  public static Engine draining(Balancing balancing) {
    return new Draining(run(balancing));
  }

  /** Runs an engine once and takes the time. */
  public static Result run(Engine engine, Work work) {
    return Entry.run(engine, work);
  }
}
