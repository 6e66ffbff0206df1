package io.headroom.cloudwatch.composite;

import io.headroom.cloudwatch.AlarmActions;
import io.headroom.cloudwatch.AlarmProblem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A composite alarm: when it is in ALARM, what it does then, and what keeps it from doing so.
 *
 * <p>"PutCompositeAlarm", CloudWatch API Reference.
 *
 * @param name the name, unique among all alarms of a run
 * @param description up to 1,024 characters, empty by default
 * @param rule when the alarm is in ALARM
 * @param actions what it does on entering its states; no EC2 and no scaling actions
 * @param suppression what keeps its actions from running, if anything does
 */
public record CompositeAlarmSpec(
    String name,
    String description,
    AlarmRule rule,
    AlarmActions actions,
    Optional<ActionSuppression> suppression) {

  /**
   * Returns a composite alarm without actions.
   *
   * @throws RuleException if the rule is none
   */
  public static CompositeAlarmSpec of(String name, String rule) {
    return new CompositeAlarmSpec(
        name, "", AlarmRule.parse(rule), AlarmActions.NONE, Optional.empty());
  }

  /** Returns the same with other actions. */
  public CompositeAlarmSpec withActions(AlarmActions newActions) {
    return new CompositeAlarmSpec(name, description, rule, newActions, suppression);
  }

  /** Returns the same with a suppressor. */
  public CompositeAlarmSpec withSuppression(ActionSuppression newSuppression) {
    return new CompositeAlarmSpec(name, description, rule, actions, Optional.of(newSuppression));
  }

  /** Returns the names of the alarms on which the state depends. */
  public Set<String> children() {
    return rule.children();
  }

  /** Returns the names of all alarms that the composite looks at, with the suppressor. */
  public Set<String> dependencies() {
    Set<String> names = new LinkedHashSet<>(children());
    suppression.map(ActionSuppression::alarmName).ifPresent(names::add);
    return names;
  }

  /** Returns the reasons for which CloudWatch would refuse the alarm, empty if there are none. */
  public List<AlarmProblem> problems() {
    return new CompositeValidation(this).problems();
  }

  /**
   * Returns this, checked.
   *
   * @throws IllegalArgumentException if CloudWatch would refuse it; the message lists every problem
   */
  public CompositeAlarmSpec valid() {
    List<AlarmProblem> problems = problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "composite alarm '%s': %s"
              .formatted(
                  name,
                  problems.stream().map(AlarmProblem::toString).collect(Collectors.joining("; "))));
    }
    return this;
  }
}
