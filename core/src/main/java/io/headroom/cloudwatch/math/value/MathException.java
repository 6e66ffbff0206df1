package io.headroom.cloudwatch.math.value;

/** An expression that CloudWatch would refuse; the message says what is wrong and where. */
public final class MathException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final int position;

  /**
   * Creates one for a place in an expression.
   *
   * @param problem what is wrong, in the words of the service where they are known
   * @param position the place, counted in characters from 1
   */
  public MathException(String problem, int position) {
    super(problem + ", at character " + position);
    this.problem = problem;
    this.position = position;
  }

  /** Returns what is wrong, without the place. */
  public String problem() {
    return problem;
  }

  /** Returns the place in the expression, counted in characters from 1. */
  public int position() {
    return position;
  }
}
