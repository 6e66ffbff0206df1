package io.headroom.cloudwatch.math;

import io.headroom.cloudwatch.math.function.Argument;
import io.headroom.cloudwatch.math.function.Argument.Form;
import io.headroom.cloudwatch.math.function.Arguments;
import io.headroom.cloudwatch.math.function.MathFunction;
import io.headroom.cloudwatch.math.value.MathException;
import io.headroom.cloudwatch.math.value.MathScope;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of an expression that compute. */
final class Operations {
  private Operations() {}

  /** A minus before a value. */
  record Negation(Node operand, int position) implements Node {
    @Override
    public MathValue evaluate(MathScope scope) {
      return Elementwise.negate(operand.evaluate(scope));
    }

    @Override
    public List<Node> parts() {
      return List.of(operand);
    }

    @Override
    public int precedence() {
      return Operator.NEGATION;
    }

    @Override
    public String text() {
      return "-" + operand.text(Operator.NEGATION);
    }
  }

  /** An operator between two values. */
  record Binary(Operator operator, Node left, Node right, int position) implements Node {
    @Override
    public MathValue evaluate(MathScope scope) {
      MathValue a = left.evaluate(scope);
      MathValue b = right.evaluate(scope);
      return new Elementwise(operator, scope.bothMissing())
          .apply(a, b)
          .orElseThrow(() -> unsupported(a, b));
    }

    private MathException unsupported(MathValue a, MathValue b) {
      return new MathException(
          "Unsupported operand type(s) for %s: '%s' and '%s'"
              .formatted(operator, a.type(), b.type()),
          position);
    }

    @Override
    public List<Node> parts() {
      return List.of(left, right);
    }

    @Override
    public int precedence() {
      return operator.precedence();
    }

    @Override
    public String text() {
      // To the left of a power another power would group the other way round.
      int leftPrecedence = operator == Operator.POWER ? ATOM : operator.precedence();
      return "%s %s %s"
          .formatted(left.text(leftPrecedence), operator, right.text(operator.rightPrecedence()));
    }
  }

  /** A call of a function. */
  record Call(String name, MathFunction function, List<Node> parts, int position) implements Node {
    @Override
    public MathValue evaluate(MathScope scope) {
      List<Argument> arguments = parts.stream().map(part -> argument(part, scope)).toList();
      return function.apply(new Arguments(name, position, arguments, scope));
    }

    private static Argument argument(Node part, MathScope scope) {
      if (part instanceof Atoms.Word word) {
        return new Argument(word.text(), part.position(), Form.WORD, Optional.empty());
      }
      if (part instanceof Atoms.Text text) {
        return new Argument(text.content(), part.position(), Form.TEXT, Optional.empty());
      }
      Form form = part instanceof Atoms.Reference ? Form.ID : Form.EXPRESSION;
      return new Argument(part.text(), part.position(), form, Optional.of(part.evaluate(scope)));
    }

    @Override
    public String text() {
      return parts.stream().map(Node::text).collect(Collectors.joining(", ", name + "(", ")"));
    }
  }
}
