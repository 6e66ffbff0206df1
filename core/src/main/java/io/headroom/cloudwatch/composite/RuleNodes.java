package io.headroom.cloudwatch.composite;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import io.headroom.cloudwatch.AlarmState;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** The parts of rules. */
final class RuleNodes {
  private RuleNodes() {}

  /** TRUE or FALSE. */
  record Constant(boolean value) implements RuleNode {
    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return value;
    }

    @Override
    public String text() {
      return Boolean.toString(value).toUpperCase(Locale.ROOT);
    }
  }

  /** A state that an alarm shall have. */
  record InState(AlarmState state, String alarm) implements RuleNode {
    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return states.apply(alarm) == state;
    }

    @Override
    public Stream<String> references() {
      return Stream.of(alarm);
    }

    @Override
    public String text() {
      return "%s(%s)".formatted(state, quoted(alarm));
    }
  }

  /** The opposite. */
  record Not(RuleNode operand) implements RuleNode {
    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return !operand.holds(states);
    }

    @Override
    public List<RuleNode> parts() {
      return List.of(operand);
    }

    @Override
    public int precedence() {
      return 2;
    }

    @Override
    public String text() {
      return "NOT " + operand.text(2);
    }
  }

  /** All of the parts. */
  record And(List<RuleNode> parts) implements RuleNode {
    And {
      parts = ImmutableList.copyOf(parts);
    }

    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return parts.stream().allMatch(part -> part.holds(states));
    }

    @Override
    public int precedence() {
      return 1;
    }

    @Override
    public String text() {
      return parts.stream().map(part -> part.text(2)).collect(joining(" AND "));
    }
  }

  /** Any of the parts. */
  record Or(List<RuleNode> parts) implements RuleNode {
    Or {
      parts = ImmutableList.copyOf(parts);
    }

    @Override
    public boolean holds(Function<String, AlarmState> states) {
      return parts.stream().anyMatch(part -> part.holds(states));
    }

    @Override
    public int precedence() {
      return 0;
    }

    @Override
    public String text() {
      return parts.stream().map(part -> part.text(1)).collect(joining(" OR "));
    }
  }

  /** So many of some alarms, or such a share of them, in a state or not in it. */
  record AtLeast(Amount amount, boolean negated, AlarmState state, List<String> alarms)
      implements RuleNode {
    AtLeast {
      alarms = ImmutableList.copyOf(alarms);
    }

    @Override
    public boolean holds(Function<String, AlarmState> states) {
      long found =
          alarms.stream().filter(alarm -> (states.apply(alarm) == state) != negated).count();
      return amount.isMet(found, alarms.size());
    }

    @Override
    public Stream<String> references() {
      return alarms.stream();
    }

    @Override
    public String text() {
      String list = alarms.stream().map(RuleNodes::quoted).collect(joining(", "));
      return "AT_LEAST(%s, %s%s, (%s))".formatted(amount, negated ? "NOT " : "", state, list);
    }
  }

  /**
   * A number of alarms, or a share of them in percent.
   *
   * @param text how it is written
   */
  record Amount(String text) {
    boolean isMet(long found, int of) {
      return text.endsWith("%")
          ? 100.0 * found >= Double.parseDouble(text.substring(0, text.length() - 1)) * of
          : found >= Long.parseLong(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** Returns the name of an alarm as a rule has it: in quotes if it needs them. */
  private static String quoted(String alarm) {
    boolean isBare = alarm.chars().noneMatch(c -> " \t\r\n(),\"\\".indexOf(c) >= 0);
    return isBare && !alarm.isEmpty()
        ? alarm
        : '"' + alarm.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
