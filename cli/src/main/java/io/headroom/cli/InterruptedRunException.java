package io.headroom.cli;

/** Ends a command because the user ended its run; the user has been told. */
final class InterruptedRunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InterruptedRunException(String message) {
    super(message);
  }
}
