package io.headroom.cloudwatch.math;

import io.headroom.cloudwatch.math.Token.Kind;
import io.headroom.cloudwatch.math.function.MathFunction;
import io.headroom.cloudwatch.math.function.MathFunctions;
import io.headroom.cloudwatch.math.value.MathException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the tree of an expression, by precedence climbing. */
final class Parser {
  private static final int DEEPEST = 200;

  private final List<Token> tokens;
  private int next;
  private int depth;

  Parser(String text) {
    tokens = Lexer.tokens(text);
  }

  /** Returns the whole expression. */
  Node parse() {
    Node node = operation(Operator.LOWEST);
    if (peek().kind() != Kind.END) {
      throw unexpected(peek());
    }
    return node;
  }

  /** Reads operators that hold at least as tightly as a precedence. */
  private Node operation(int least) {
    if (++depth > DEEPEST) {
      throw new MathException("The expression is nested too deeply", peek().position());
    }
    Node left = operand();
    Optional<Operator> operator = Operator.of(peek());
    while (operator.isPresent() && operator.get().precedence() >= least) {
      Token sign = take();
      Node right = operation(operator.get().rightPrecedence());
      left = new Operations.Binary(operator.get(), left, right, sign.position());
      operator = Operator.of(peek());
    }
    depth--;
    return left;
  }

  private Node operand() {
    Token token = take();
    if (token.is("-")) {
      return new Operations.Negation(operation(Operator.NEGATION), token.position());
    }
    if (token.is("(")) {
      Node inner = operation(Operator.LOWEST);
      expect(")");
      return inner;
    }
    return token.is("[") ? new Atoms.Listing(list("]"), token.position()) : atom(token);
  }

  private Node atom(Token token) {
    return switch (token.kind()) {
      case NUMBER -> new Atoms.Literal(token.text(), token.position());
      case TEXT -> new Atoms.Text(token.text(), token.position());
      case ID -> reference(token);
      case WORD -> word(token);
      case SIGN, END -> throw unexpected(token);
    };
  }

  private Node reference(Token token) {
    if (peek().is("(")) {
      throw new MathException(
          "Function '%s' not found: functions are in capital letters".formatted(token.text()),
          token.position());
    }
    return new Atoms.Reference(token.text(), token.position());
  }

  private Node word(Token token) {
    if (Operator.of(token).isPresent()) {
      throw unexpected(token);
    }
    if (!peek().is("(")) {
      return new Atoms.Word(token.text(), token.position());
    }
    MathFunction function =
        MathFunctions.named(token.text())
            .orElseThrow(
                () ->
                    new MathException(
                        "Function '%s' not found".formatted(token.text()), token.position()));
    take();
    return new Operations.Call(token.text(), function, list(")"), token.position());
  }

  private List<Node> list(String end) {
    List<Node> items = new ArrayList<>();
    if (peek().is(end)) {
      take();
      return items;
    }
    items.add(operation(Operator.LOWEST));
    while (peek().is(",")) {
      take();
      items.add(operation(Operator.LOWEST));
    }
    expect(end);
    return items;
  }

  private void expect(String sign) {
    Token token = take();
    if (!token.is(sign)) {
      throw new MathException(
          "Expected '%s', found %s".formatted(sign, token.words()), token.position());
    }
  }

  private static MathException unexpected(Token token) {
    return new MathException("Unexpected " + token.words(), token.position());
  }

  private Token peek() {
    return tokens.get(next);
  }

  private Token take() {
    Token token = tokens.get(next);
    next = Math.min(next + 1, tokens.size() - 1);
    return token;
  }
}
