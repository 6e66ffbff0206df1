package io.headroom.benchmarks.race;

import java.util.function.Supplier;

/**
 * One line of a table.
 *
 * @param name its name in the table, also by which another JVM finds it
 * @param run does the work once
 * @param timesItself whether its result tells the processor time, as that of another process
 */
public record Contestant(String name, Supplier<Result> run, boolean timesItself) {

  /** Creates one whose time is taken from outside. */
  public Contestant(String name, Supplier<Result> run) {
    this(name, run, false);
  }
}
