package io.headroom.cloudwatch.math;

import io.headroom.cloudwatch.math.value.MathException;
import io.headroom.cloudwatch.math.value.MathScope;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An expression of metric math, parsed.
 *
 * <p>Immutable; equal if the texts without needless brackets and blanks are. Precedence, tightest
 * first: {@code ^} (to the right), unary minus, {@code * /}, {@code + -}, comparisons, AND, OR.
 */
public final class MathExpression {
  /** The longest expression that the service takes. */
  public static final int MAX_LENGTH = 2048;

  private final Node root;
  private final String text;

  private MathExpression(Node root) {
    this.root = root;
    text = root.text();
  }

  /**
   * Parses an expression.
   *
   * @param text at most 2,048 characters
   * @throws MathException if it is none; the message names the place
   */
  public static MathExpression parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new MathException(
          "An expression has at most %d characters, not %d".formatted(MAX_LENGTH, text.length()),
          MAX_LENGTH + 1);
    }
    return new MathExpression(new Parser(text).parse());
  }

  /**
   * Returns the value.
   *
   * @throws MathException if an operator or a function meets a value of a type it does not take
   */
  public MathValue evaluate(MathScope scope) {
    return root.evaluate(scope);
  }

  /** Returns the ids that the expression names, in order; METRICS() names none. */
  public Set<String> references() {
    Set<String> ids = new LinkedHashSet<>();
    for (Node node : nodes()) {
      if (node instanceof Atoms.Reference reference) {
        ids.add(reference.id());
      }
    }
    return Collections.unmodifiableSet(ids);
  }

  /** Returns whether the expression calls a function. */
  public boolean calls(String function) {
    return nodes().stream()
        .anyMatch(node -> node instanceof Operations.Call call && call.name().equals(function));
  }

  /** Returns the complaint about an id that the request does not have. */
  MathException unknown(String id) {
    int position =
        nodes().stream()
            .filter(node -> node instanceof Atoms.Reference reference && reference.id().equals(id))
            .mapToInt(Node::position)
            .findFirst()
            .orElse(1);
    return new MathException("Unknown id '%s'".formatted(id), position);
  }

  /** Returns all parts, the whole first, then from left to right. */
  private List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    collect(root, nodes);
    return nodes;
  }

  private static void collect(Node node, List<Node> nodes) {
    nodes.add(node);
    node.parts().forEach(part -> collect(part, nodes));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MathExpression expression && text.equals(expression.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the expression with blanks between its parts and no needless brackets. */
  @Override
  public String toString() {
    return text;
  }
}
