package io.headroom.workloads.trace;

import io.headroom.sim.RandomStreams;
import io.headroom.workload.Arrivals;
import io.headroom.workload.Workload;
import java.nio.file.Path;

/**
 * The workload that replays a trace: its counts, interval by interval, spread by a placement. After
 * the end of the trace nothing arrives. Uses the random stream {@code arrivals}.
 *
 * @param name the name for reports
 * @param trace the counts
 * @param placement how the requests of an interval are spread over it
 */
public record TraceWorkload(String name, Trace trace, Placement placement) implements Workload {
  /**
   * Reads a whole file as it is.
   *
   * @throws UnreadableTraceException with all that is wrong with the file
   */
  public static TraceWorkload read(Path file) {
    return read(file, TraceOptions.DEFAULT);
  }

  /**
   * Reads a file, named in reports by its own name.
   *
   * @throws UnreadableTraceException with all that is wrong with the file
   */
  public static TraceWorkload read(Path file, TraceOptions options) {
    return new TraceWorkload(
        String.valueOf(file.getFileName()), Trace.read(file, options), Placement.uniform());
  }

  /** Returns a copy that spreads requests by this placement. */
  public TraceWorkload placed(Placement newPlacement) {
    return new TraceWorkload(name, trace, newPlacement);
  }

  @Override
  public Arrivals open(RandomStreams random, long horizonNanos) {
    return placement.place(trace.counts(), random.stream("arrivals"), horizonNanos);
  }

  @Override
  public double requestsPerSecond(long timeNanos) {
    return placement.rate(trace.counts()).at(timeNanos);
  }
}
