package io.headroom.workloads.trace;

/**
 * What to make of a trace file.
 *
 * @param format how to understand its rows
 * @param window which part to replay, and how fast
 * @param gaps what stands in for missing intervals
 * @param factor what each count is multiplied by; the fraction that this leaves becomes a request
 *     with its own probability, so that sums keep their expectation
 */
public record TraceOptions(TraceFormat format, TraceWindow window, GapRule gaps, double factor) {
  /** Everything found out from the file, the whole of it, as it is. */
  public static final TraceOptions DEFAULT =
      new TraceOptions(TraceFormat.AUTOMATIC, TraceWindow.ALL, GapRule.AUTO, 1);

  /** Checks the factor. */
  public TraceOptions {
    if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("factor must be finite and at least 0, was " + factor);
    }
  }

  /** Returns a copy with another format. */
  public TraceOptions withFormat(TraceFormat newFormat) {
    return new TraceOptions(newFormat, window, gaps, factor);
  }

  /** Returns a copy with another window. */
  public TraceOptions withWindow(TraceWindow newWindow) {
    return new TraceOptions(format, newWindow, gaps, factor);
  }

  /** Returns a copy that fills gaps so. */
  public TraceOptions withGaps(GapRule newGaps) {
    return new TraceOptions(format, window, newGaps, factor);
  }

  /** Returns a copy that multiplies each count by this factor. */
  public TraceOptions withFactor(double newFactor) {
    return new TraceOptions(format, window, gaps, newFactor);
  }
}
