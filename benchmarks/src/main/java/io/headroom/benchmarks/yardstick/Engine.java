package io.headroom.benchmarks.yardstick;

/** A simulator that can do {@link Work}. An engine has no memory between two runs. */
public interface Engine {
  /** Returns a short name for tables. */
  String name();

  /** Does the work once, on the calling thread. */
  Tally run(Work work);
}
