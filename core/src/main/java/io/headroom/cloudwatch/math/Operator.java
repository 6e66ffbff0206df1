package io.headroom.cloudwatch.math;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * An operator between two values. The service does not publish their precedence; ours is that of
 * arithmetic, then comparisons, then AND, then OR. Comparisons and logic give 1 or 0.
 */
enum Operator {
  POWER("^", "^", 6, StrictMath::pow),
  TIMES("*", "*", 4, (a, b) -> a * b),
  DIVIDED("/", "/", 4, (a, b) -> a / b),
  PLUS("+", "+", 3, Double::sum),
  MINUS("-", "-", 3, (a, b) -> a - b),
  EQUAL("==", "==", 2, (a, b) -> truth(a == b)),
  UNEQUAL("!=", "!=", 2, (a, b) -> truth(a != b)),
  AT_MOST("<=", "<=", 2, (a, b) -> truth(a <= b)),
  AT_LEAST(">=", ">=", 2, (a, b) -> truth(a >= b)),
  BELOW("<", "<", 2, (a, b) -> truth(a < b)),
  ABOVE(">", ">", 2, (a, b) -> truth(a > b)),
  AND("AND", "&&", 1, (a, b) -> truth(a != 0 && b != 0)),
  OR("OR", "||", 0, (a, b) -> truth(a != 0 || b != 0));

  /** The least precedence. */
  static final int LOWEST = 0;

  /** The precedence of a minus before a value. */
  static final int NEGATION = 5;

  private final String text;
  private final String sign;
  private final int precedence;

  @SuppressWarnings("ImmutableEnumChecker") // none of the formulas has a state
  private final DoubleBinaryOperator formula;

  Operator(String text, String sign, int precedence, DoubleBinaryOperator formula) {
    this.text = text;
    this.sign = sign;
    this.precedence = precedence;
    this.formula = formula;
  }

  static Optional<Operator> of(Token token) {
    return Arrays.stream(values())
        .filter(each -> token.is(each.text) || token.is(each.sign))
        .findFirst();
  }

  int precedence() {
    return precedence;
  }

  /** Returns the precedence that the operand on the right must have at least. */
  int rightPrecedence() {
    return this == POWER ? NEGATION : precedence + 1;
  }

  /** Returns the result for two numbers, NaN if it is not defined. */
  double of(double left, double right) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return Double.NaN;
    }
    double result = formula.applyAsDouble(left, right);
    return Double.isFinite(result) ? result : Double.NaN;
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }

  @Override
  public String toString() {
    return text;
  }
}
