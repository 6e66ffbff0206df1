package io.headroom.benchmarks.builds;

import java.io.Serial;

/** What the user handed over cannot be measured; the message says why, in one line. */
public final class BadInputException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /** Creates one with a line for the user. */
  public BadInputException(String message) {
    super(message);
  }
}
