package io.headroom.autoscaling.termination;

/** A custom termination policy that did not answer: its function failed or ran out of time. */
public final class TerminationFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the failure, with what went wrong in words. */
  public TerminationFailure(String message) {
    super(message);
  }
}
