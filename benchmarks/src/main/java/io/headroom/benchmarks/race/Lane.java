package io.headroom.benchmarks.race;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Supplier;

/** A JVM with a contestant in it, which waits until it is its turn. */
final class Lane implements Supplier<Result>, AutoCloseable {
  private final String name;
  private final Process process;
  private final BufferedWriter turns;
  private final BufferedReader results;

  /**
   * Starts the JVM.
   *
   * @param name what to call it in messages
   * @param command how it is started
   */
  Lane(String name, List<String> command) {
    this.name = name;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
    turns = process.outputWriter();
    results = process.inputReader();
  }

  /**
   * Lets it do its work once.
   *
   * @throws IllegalStateException if it ends instead
   */
  @Override
  public Result get() {
    try {
      turns.newLine();
      turns.flush();
      for (String line = results.readLine(); line != null; line = results.readLine()) {
        if (line.startsWith(Lap.MARK)) {
          return Result.parse(line.substring(Lap.MARK.length()));
        }
      }
      throw new IllegalStateException(name + " ended before its time");
    } catch (IOException cause) {
      throw new IllegalStateException(name + " ended before its time", cause);
    }
  }

  /** Ends the JVM. */
  @Override
  public void close() {
    process.destroy();
  }
}
