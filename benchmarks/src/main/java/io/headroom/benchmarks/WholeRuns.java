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
    return WholeRun.STANDARD.with(
        balancing == Balancing.ROUND_ROBIN ? Balance.ROUND_ROBIN : Balance.LEAST_OUTSTANDING);
  }

  /** Runs an engine once and takes the time. */
  public static Result run(Engine engine, Work work) {
    return Entry.run(engine, work);
  }
}
