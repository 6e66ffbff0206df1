package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.lifecycle.HookResult;
import io.headroom.autoscaling.lifecycle.HookTransition;
import io.headroom.autoscaling.lifecycle.LifecycleHook;
import io.headroom.autoscaling.refusal.InstanceRefusals;
import io.headroom.cloudformation.resources.Properties;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads lifecycle hooks, in a resource of their own or in a group. */
final class Hooks {

  private static final int DEFAULT_TIMEOUT = 3_600;

  private Hooks() {}

  /** Reads one hook; empty if the service would refuse it. */
  static Optional<LifecycleHook> read(Properties hook) {
    String name = hook.text("LifecycleHookName").orElse(hook.logicalId());
    Optional<HookTransition> transition = transition(hook);
    int timeout = hook.integer("HeartbeatTimeout", DEFAULT_TIMEOUT);
    HookResult result =
        HookResult.valueOf(hook.word("DefaultResult", "ABANDON", List.of("CONTINUE", "ABANDON")));
    hook.ignore("NotificationMetadata", "NotificationTargetARN", "RoleARN");
    Optional<String> refused = InstanceRefusals.heartbeat(timeout).map(refusal -> refusal.text());
    refused.ifPresent(text -> hook.error("HeartbeatTimeout", text));
    return transition
        .filter(each -> refused.isEmpty())
        .map(
            each ->
                LifecycleHook.of(name, each)
                    .heartbeatTimeout(Duration.ofSeconds(timeout))
                    .defaultResult(result));
  }

  private static Optional<HookTransition> transition(Properties hook) {
    Optional<String> name = hook.known("LifecycleTransition");
    if (!hook.has("LifecycleTransition")) {
      hook.error("LifecycleTransition", "is required");
    }
    Optional<HookTransition> transition = name.flatMap(HookTransition::named);
    if (name.isPresent() && transition.isEmpty()) {
      List<String> names =
          Arrays.stream(HookTransition.values()).map(HookTransition::awsName).toList();
      hook.error(
          "LifecycleTransition",
          "must be one of %s, found %s".formatted(String.join(", ", names), name.get()));
    }
    return transition;
  }
}
