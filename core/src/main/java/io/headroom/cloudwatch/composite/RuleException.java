package io.headroom.cloudwatch.composite;

/** A text that is no rule of a composite alarm; the message names the place. */
public final class RuleException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int position;

  RuleException(String problem, int position) {
    super(problem + ", at character " + position);
    this.position = position;
  }

  /** Returns the place in the rule, counted in characters from 1. */
  public int position() {
    return position;
  }
}
