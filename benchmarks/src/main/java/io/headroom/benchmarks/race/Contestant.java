package io.headroom.benchmarks.race;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * One line of a table.
 *
 * @param name its name in the table, also by which another JVM finds it
 * @param run does the work once
 * @param timesItself whether its result tells the processor time, as that of another process
 * @param reference the name of the contestant that it is compared with
 */
public record Contestant(
    String name, Supplier<Result> run, boolean timesItself, Optional<String> reference) {

  /** Creates one that is compared with nothing. */
  public Contestant(String name, Supplier<Result> run, boolean timesItself) {
    this(name, run, timesItself, Optional.empty());
  }

  /** Creates one whose time is taken from outside. */
  public Contestant(String name, Supplier<Result> run) {
    this(name, run, false);
  }

  /** Returns a copy that takes turns with another contestant of its field. */
  public Contestant beside(String newReference) {
    return new Contestant(name, run, timesItself, Optional.of(newReference));
  }
}
