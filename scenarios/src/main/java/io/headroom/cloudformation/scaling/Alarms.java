package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.Trigger;
import io.headroom.cloudformation.resources.ImportContext;
import io.headroom.cloudformation.stack.ResolvedResource;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.policies.aws.AlarmTriggers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The alarms of a stack, and which policies they ask. Not thread-safe. */
final class Alarms {

  private static final List<String> POLICY_TYPES =
      List.of("AWS::AutoScaling::ScalingPolicy", "Headroom::ScalingPolicy");

  private final Set<String> policies = new LinkedHashSet<>();
  private final List<AlarmDraft> drafts = new ArrayList<>();

  private Alarms(ImportContext context) {
    for (String type : POLICY_TYPES) {
      context.stack().ofType(type).stream()
          .map(ResolvedResource::ref)
          .forEach(ref -> policies.add(ref.text()));
    }
  }

  static Alarms read(ImportContext context) {
    Alarms alarms = new Alarms(context);
    context.read(List.of(new AlarmMapper()), alarms);
    return alarms;
  }

  /** Whether an alarm's action runs a policy of the stack. */
  boolean isPolicy(String action) {
    return policies.contains(action);
  }

  void add(AlarmDraft draft) {
    drafts.add(draft);
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
