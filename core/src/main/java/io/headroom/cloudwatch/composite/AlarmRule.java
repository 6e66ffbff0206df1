package io.headroom.cloudwatch.composite;

import com.google.common.collect.ImmutableSet;
import io.headroom.cloudwatch.AlarmState;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The rule of a composite alarm: when it is in ALARM, given the states of other alarms.
 *
 * <p>Immutable; equal if the texts without needless brackets and blanks are. An alarm is named by
 * its name or its ARN. NOT binds more tightly than AND, and AND than OR. A percentage of AT_LEAST
 * is met when 100 times the number found is at least the percentage times the number of alarms.
 * "PutCompositeAlarm", CloudWatch API Reference, has the grammar and the limits.
 */
public final class AlarmRule {
  private static final int MAX_LENGTH = 10_240;
  private static final int MAX_CHILDREN = 100;
  private static final int MAX_ELEMENTS = 500;
  private static final String ALARM_RESOURCE = ":alarm:";

  private final RuleNode root;
  private final String text;
  private final Set<String> children;

  private AlarmRule(RuleNode root) {
    this.root = root;
    text = root.text();
    children = root.references().map(AlarmRule::name).collect(ImmutableSet.toImmutableSet());
  }

  /**
   * Parses a rule.
   *
   * @param text 1 to 10,240 characters; at most 100 alarms and 500 elements
   * @throws RuleException if it is none; the message names the place
   * @throws IllegalArgumentException if it exceeds a limit
   */
  public static AlarmRule parse(String text) {
    require(
        !text.isBlank() && text.length() <= MAX_LENGTH,
        "AlarmRule has 1 to 10240 characters, not " + text.length());
    RuleParser parser = new RuleParser(text);
    AlarmRule rule = new AlarmRule(parser.parse());
    require(
        rule.children.size() <= MAX_CHILDREN,
        "AlarmRule names at most 100 alarms, not " + rule.children.size());
    require(
        parser.elements() <= MAX_ELEMENTS,
        "AlarmRule has at most 500 elements, not " + parser.elements());
    return rule;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }

  /** Returns the name of an alarm that is given by its name or its ARN. */
  public static String name(String reference) {
    int at = reference.indexOf(ALARM_RESOURCE);
    return reference.startsWith("arn:") && at > 0
        ? reference.substring(at + ALARM_RESOURCE.length())
        : reference;
  }

  /** Returns the names of the alarms on which the rule depends, in order. */
  public Set<String> children() {
    return children;
  }

  /** Returns whether the rule is true, given the state of each alarm by name. */
  public boolean holds(Function<String, AlarmState> states) {
    return root.holds(reference -> states.apply(name(reference)));
  }

  /** Returns ALARM when the rule is true, otherwise OK. */
  public AlarmState evaluate(Function<String, AlarmState> states) {
    return holds(states) ? AlarmState.ALARM : AlarmState.OK;
  }

  /** Returns the states of the alarms on which the rule depends, as text. */
  String words(UnaryOperator<String> states) {
    return children.stream()
        .map(child -> child + " is " + states.apply(child))
        .collect(Collectors.joining(", "));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AlarmRule rule && text.equals(rule.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the rule with blanks between its parts and no needless brackets. */
  @Override
  public String toString() {
    return text;
  }
}
