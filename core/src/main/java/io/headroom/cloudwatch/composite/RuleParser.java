package io.headroom.cloudwatch.composite;

import io.headroom.cloudwatch.AlarmState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes the tree of a rule, by recursive descent, and counts its elements: alarms, TRUE, FALSE and
 * pairs of brackets.
 */
final class RuleParser {
  private static final int DEEPEST = 500;
  private static final String COUNT = "a number of alarms, such as 2 or 50%";
  private static final String STATE = "ALARM, OK or INSUFFICIENT_DATA";

  private final RuleScanner scanner;
  private int elements;
  private int depth;

  RuleParser(String text) {
    scanner = new RuleScanner(text);
  }

  /** Returns the whole rule. */
  RuleNode parse() {
    RuleNode rule = or();
    if (!scanner.isAtEnd()) {
      throw scanner.unexpected("AND, OR or the end");
    }
    return rule;
  }

  int elements() {
    return elements;
  }

  private RuleNode or() {
    List<RuleNode> parts = new ArrayList<>(List.of(and()));
    while (scanner.take("OR")) {
      parts.add(and());
    }
    return parts.size() == 1 ? parts.get(0) : new RuleNodes.Or(parts);
  }

  private RuleNode and() {
    List<RuleNode> parts = new ArrayList<>(List.of(not()));
    while (scanner.take("AND")) {
      parts.add(not());
    }
    return parts.size() == 1 ? parts.get(0) : new RuleNodes.And(parts);
  }

  private RuleNode not() {
    if (++depth > DEEPEST) {
      throw scanner.unexpected("at most %d levels".formatted(DEEPEST));
    }
    RuleNode node = scanner.take("NOT") ? new RuleNodes.Not(not()) : primary();
    depth--;
    return node;
  }

  private RuleNode primary() {
    if (scanner.take('(')) {
      elements++;
      RuleNode inner = or();
      scanner.expect(')');
      return inner;
    }
    if (scanner.take("AT_LEAST")) {
      return atLeast();
    }
    Optional<AlarmState> state = state();
    return state.isPresent() ? inState(state.get()) : constant();
  }

  private RuleNode constant() {
    elements++;
    if (scanner.take("TRUE")) {
      return new RuleNodes.Constant(true);
    }
    if (scanner.take("FALSE")) {
      return new RuleNodes.Constant(false);
    }
    throw scanner.unexpected(STATE + ", AT_LEAST, NOT, TRUE, FALSE or '('");
  }

  private Optional<AlarmState> state() {
    for (AlarmState state : AlarmState.values()) {
      if (scanner.take(state.name())) {
        return Optional.of(state);
      }
    }
    return Optional.empty();
  }

  private RuleNode inState(AlarmState state) {
    scanner.expect('(');
    String alarm = reference();
    scanner.expect(')');
    return new RuleNodes.InState(state, alarm);
  }

  private String reference() {
    elements++;
    return scanner.takeReference();
  }

  private RuleNode atLeast() {
    scanner.expect('(');
    RuleNodes.Amount amount = amount();
    scanner.expect(',');
    boolean negated = scanner.take("NOT");
    AlarmState state = state().orElseThrow(() -> scanner.unexpected(STATE));
    scanner.expect(',');
    scanner.expect('(');
    List<String> alarms = new ArrayList<>(List.of(reference()));
    while (scanner.take(',')) {
      alarms.add(reference());
    }
    scanner.expect(')');
    scanner.expect(')');
    elements++;
    return new RuleNodes.AtLeast(amount, negated, state, alarms);
  }

  private RuleNodes.Amount amount() {
    RuleException refusal = scanner.unexpected(COUNT);
    String text = scanner.takeWord();
    if (!text.matches("\\d{1,9}|\\d{1,9}(\\.\\d+)?%")) {
      throw refusal;
    }
    return new RuleNodes.Amount(text);
  }
}
