package io.headroom.workloads.trace;

import java.nio.file.Path;
import java.util.List;

/**
 * What was read from a trace file.
 *
 * @param counts the requests per interval of simulated time
 * @param notes what had to be made up or merged, one sentence each; empty for a clean file
 */
public record Trace(Counts counts, List<String> notes) {
  static final Trace EMPTY = new Trace(new Counts(new long[0], new double[0], 0), List.of());

  /** Copies the notes. */
  public Trace {
    notes = List.copyOf(notes);
  }

  /**
   * Reads a file in one pass. All of it is checked, and memory grows with the intervals of the
   * window only: a long trace costs time, not memory.
   *
   * @throws UnreadableTraceException with all that is wrong with the file
   */
  public static Trace read(Path file, TraceOptions options) {
    return TraceReader.read(file, options);
  }
}
