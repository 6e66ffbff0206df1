package io.headroom.benchmarks.race;

import java.util.function.Supplier;

/**
 * One line of a table.
 *
 * @param name its name in the table, also by which another JVM finds it
 * @param run does the work once
 */
public record Contestant(String name, Supplier<Result> run) {}
