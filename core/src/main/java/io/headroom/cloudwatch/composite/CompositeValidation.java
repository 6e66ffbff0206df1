package io.headroom.cloudwatch.composite;

import io.headroom.cloudwatch.AlarmActions;
import io.headroom.cloudwatch.AlarmProblem;
import io.headroom.cloudwatch.AlarmState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What CloudWatch refuses in a composite alarm. "PutCompositeAlarm", CloudWatch API Reference. */
final class CompositeValidation {
  /** The properties that list the actions of a state. */
  static final Map<AlarmState, String> ACTIONS =
      Map.of(
          AlarmState.OK, "OKActions",
          AlarmState.ALARM, "AlarmActions",
          AlarmState.INSUFFICIENT_DATA, "InsufficientDataActions");

  private static final int MAX_NAME = 255;
  private static final int MAX_DESCRIPTION = 1024;
  private static final int MAX_ACTIONS = 5;

  private final CompositeAlarmSpec spec;
  private final List<AlarmProblem> problems = new ArrayList<>();

  CompositeValidation(CompositeAlarmSpec spec) {
    this.spec = spec;
  }

  List<AlarmProblem> problems() {
    String name = spec.name();
    require(
        !name.isEmpty() && name.length() <= MAX_NAME && name.chars().noneMatch(c -> c < ' '),
        "AlarmName",
        "a name has 1 to 255 characters and no control characters");
    require(
        spec.description().length() <= MAX_DESCRIPTION,
        "AlarmDescription",
        "a description has at most 1024 characters, not " + spec.description().length());
    require(
        !spec.children().contains(name),
        "AlarmRule",
        "the alarm '%s' names itself".formatted(name));
    spec.suppression()
        .ifPresent(
            suppression ->
                require(
                    !suppression.alarmName().equals(name),
                    "ActionsSuppressor",
                    "the alarm '%s' cannot suppress itself".formatted(name)));
    for (AlarmState state : AlarmState.values()) {
      checkActions(ACTIONS.getOrDefault(state, ""), spec.actions().of(state));
    }
    return List.copyOf(problems);
  }

  private void checkActions(String property, List<String> actions) {
    require(
        actions.size() <= MAX_ACTIONS,
        property,
        "a state has at most %d actions, not %d".formatted(MAX_ACTIONS, actions.size()));
    for (String action : actions) {
      require(
          !AlarmActions.isScaling(action),
          property,
          "a composite alarm cannot have Auto Scaling actions: " + action);
      require(
          !action.contains(":automate:"),
          property,
          "a composite alarm cannot have EC2 actions: " + action);
    }
  }

  private void require(boolean holds, String property, String message) {
    if (!holds) {
      problems.add(new AlarmProblem("ValidationError", property, message));
    }
  }
}
