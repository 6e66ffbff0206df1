package io.headroom.cloudformation.scaling;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudwatch.AlarmActions;
import io.headroom.cloudwatch.AlarmProblem;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.composite.ActionSuppression;
import io.headroom.cloudwatch.composite.AlarmRule;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code AWS::CloudWatch::CompositeAlarm}. */
final class CompositeAlarmMapper implements ResourceMapper<Alarms> {

  private static final String SUPPRESSOR = "ActionsSuppressor";
  private static final String WAIT = "ActionsSuppressorWaitPeriod";
  private static final String EXTENSION = "ActionsSuppressorExtensionPeriod";

  @Override
  public String type() {
    return "AWS::CloudWatch::CompositeAlarm";
  }

  @Override
  public void read(Properties alarm, Alarms alarms) {
    alarm.ignore("AlarmDescription", "AlarmName", "Tags");
    AlarmActions actions = AlarmActions.NONE;
    actions = actions.with(AlarmState.ALARM, actions(alarm, "AlarmActions", alarms));
    actions = actions.with(AlarmState.OK, actions(alarm, "OKActions", alarms));
    actions =
        actions.with(
            AlarmState.INSUFFICIENT_DATA, actions(alarm, "InsufficientDataActions", alarms));
    actions = new AlarmActions(alarm.flag("ActionsEnabled", true), actions.byState());
    Optional<ActionSuppression> suppression = suppression(alarm);
    Optional<AlarmRule> rule = rule(alarm);
    if (rule.isPresent()) {
      CompositeAlarmSpec spec =
          new CompositeAlarmSpec(alarm.ref(), "", rule.get(), actions, suppression);
      List<AlarmProblem> problems = spec.problems();
      problems.forEach(problem -> alarm.error(problem.property(), problem.message()));
      if (problems.isEmpty()) {
        alarms.add(new CompositeDraft(alarm, spec));
      }
    }
  }

  private static Optional<AlarmRule> rule(Properties alarm) {
    if (!alarm.has("AlarmRule")) {
      alarm.error("AlarmRule", "is required");
      return Optional.empty();
    }
    try {
      return alarm.known("AlarmRule").map(text -> AlarmRule.parse(text.strip()));
    } catch (IllegalArgumentException wrong) {
      alarm.error("AlarmRule", String.valueOf(wrong.getMessage()));
      return Optional.empty();
    }
  }

  /** A policy is kept, so that it is refused with the words of the service. */
  private static List<String> actions(Properties alarm, String key, Alarms alarms) {
    List<String> actions = new ArrayList<>();
    for (ScalarNode action : alarm.items(key)) {
      if (action.text().startsWith("arn:") || alarms.isPolicy(action.text())) {
        actions.add(action.text());
      }
    }
    return actions;
  }

  private static Optional<ActionSuppression> suppression(Properties alarm) {
    Optional<String> suppressor = alarm.text(SUPPRESSOR);
    Duration wait = alarm.seconds(WAIT, Duration.ZERO);
    Duration extension = alarm.seconds(EXTENSION, Duration.ZERO);
    if (suppressor.isEmpty()) {
      return Optional.empty();
    }
    for (String key : List.of(WAIT, EXTENSION)) {
      if (!alarm.has(key)) {
        alarm.error(key, "is required with ActionsSuppressor");
      }
    }
    return suppressor.map(name -> new ActionSuppression(name, wait, extension));
  }
}
