package io.headroom.workloads.trace;

import java.util.List;

/** A file that cannot be used as a trace, with all that is wrong with it. */
public final class UnreadableTraceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final List<String> problems;

  UnreadableTraceException(List<String> problems) {
    super(String.join(System.lineSeparator(), problems));
    this.problems = List.copyOf(problems);
  }

  /** Returns one line for each problem: file, line, what was found, what is allowed. */
  public List<String> problems() {
    return problems;
  }
}
