package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.Trigger;
import io.headroom.cloudformation.resources.ImportContext;
import io.headroom.cloudformation.stack.ResolvedResource;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;
import io.headroom.cloudwatch.composite.CompositeAlarms;
import io.headroom.policies.aws.AlarmTriggers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The alarms of a stack, and which policies they ask. Not thread-safe. */
final class Alarms {

  private static final List<String> POLICY_TYPES =
      List.of("AWS::AutoScaling::ScalingPolicy", "Headroom::ScalingPolicy");

  private static final List<String> ALARM_TYPES =
      List.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm");

  private final Set<String> policies = new LinkedHashSet<>();
  private final List<AlarmDraft> drafts = new ArrayList<>();
  private final List<CompositeDraft> composites = new ArrayList<>();
  private final Set<String> templateAlarms = new LinkedHashSet<>();

  private Alarms(ImportContext context) {
    for (String type : POLICY_TYPES) {
      context.stack().ofType(type).stream()
          .map(ResolvedResource::ref)
          .forEach(ref -> policies.add(ref.text()));
    }
  }

  static Alarms read(ImportContext context) {
    Alarms alarms = new Alarms(context);
    ALARM_TYPES.forEach(
        type ->
            context
                .stack()
                .ofType(type)
                .forEach(each -> alarms.templateAlarms.add(each.ref().text())));
    context.read(List.of(new AlarmMapper(), new CompositeAlarmMapper()), alarms);
    alarms.settleComposites();
    return alarms;
  }

  /** Whether an alarm's action runs a policy of the stack. */
  boolean isPolicy(String action) {
    return policies.contains(action);
  }

  void add(AlarmDraft draft) {
    drafts.add(draft);
  }

  void add(CompositeDraft draft) {
    composites.add(draft);
  }

  /** Refuses composite alarms on alarms that do not exist, and drops those on alarms left out. */
  private void settleComposites() {
    CompositeAlarms.circle(composites())
        .ifPresent(
            circle ->
                composites.stream()
                    .filter(draft -> draft.spec().name().equals(circle.get(0)))
                    .forEach(
                        draft ->
                            draft
                                .source()
                                .error(
                                    "AlarmRule",
                                    "the composite alarms %s depend on each other in a circle"
                                        .formatted(String.join(", ", circle)))));
    boolean again = true;
    while (again) {
      again = composites.removeIf(draft -> !isComplete(draft));
    }
  }

  private boolean isComplete(CompositeDraft draft) {
    for (String name : draft.spec().dependencies()) {
      boolean isChild = draft.spec().children().contains(name);
      String property = isChild ? "AlarmRule" : "ActionsSuppressor";
      if (!templateAlarms.contains(name)) {
        draft.source().error(property, "there is no alarm '%s' in the template".formatted(name));
        return false;
      }
      if (!isModelled(name)) {
        draft
            .source()
            .warning(property, "the alarm '%s' is left out, so this one is too".formatted(name));
        return false;
      }
    }
    return true;
  }

  private boolean isModelled(String name) {
    return drafts.stream().anyMatch(draft -> draft.spec().name().equals(name))
        || composites.stream().anyMatch(draft -> draft.spec().name().equals(name));
  }

  List<CompositeAlarmSpec> composites() {
    return composites.stream().map(CompositeDraft::spec).toList();
  }

  List<AlarmDraft> all() {
    return drafts;
  }

  /** The alarms that ask a policy, each with the state in which it does. */
  AlarmTriggers triggers(String policy) {
    List<Trigger.OnAlarm> triggers = new ArrayList<>();
    for (AlarmDraft draft : drafts) {
      for (AlarmState state : AlarmState.values()) {
        if (draft.spec().actions().enabled() && draft.spec().actions().of(state).contains(policy)) {
          triggers.add(new Trigger.OnAlarm(draft.spec(), state));
        }
      }
    }
    return new AlarmTriggers(triggers);
  }

  /** The alarms that ask none of these policies. */
  List<AlarmSpec> besides(Set<String> alarmsOfPolicies) {
    return drafts.stream()
        .map(AlarmDraft::spec)
        .filter(spec -> !alarmsOfPolicies.contains(spec.name()))
        .toList();
  }
}
