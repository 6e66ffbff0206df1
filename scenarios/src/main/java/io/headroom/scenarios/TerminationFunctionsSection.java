package io.headroom.scenarios;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.termination.CustomTermination;
import io.headroom.autoscaling.termination.TerminationFunction;
import io.headroom.autoscaling.termination.TerminationFunctionProvider;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Reads what stands for the Lambda function among the termination policies of a group: {@code
 * terminationFunctions: {WebGroup: {idle: {requests: 0}}}}. The one key names a {@link
 * TerminationFunctionProvider}.
 */
final class TerminationFunctionsSection {
  /** The key of the section. */
  static final String KEY = "terminationFunctions";

  private final OneKey<TerminationFunctionProvider> kind =
      new OneKey<>("a termination function", providers(), Set.of());

  private static Map<String, TerminationFunctionProvider> providers() {
    Map<String, TerminationFunctionProvider> providers = new TreeMap<>();
    ServiceLoader.load(TerminationFunctionProvider.class)
        .forEach(provider -> providers.put(provider.key(), provider));
    return providers;
  }

  /** Returns what the section under the id of a group changes about it. */
  UnaryOperator<AutoScalingGroupSpec> read(Section section) {
    Optional<TerminationFunction> function =
        kind.in(section)
            .flatMap(named -> section.settings(named.key()).map(named.meaning()::create));
    return group -> {
      Optional<CustomTermination> termination = group.fleet().termination();
      if (termination.isEmpty()) {
        section.problem("the termination policies of the group name no Lambda function");
      }
      return termination.isPresent() && function.isPresent()
          ? applied(group, CustomTermination.of(termination.get().arn(), function.get()))
          : group;
    };
  }

  private static AutoScalingGroupSpec applied(
      AutoScalingGroupSpec group, CustomTermination termination) {
    return group.toBuilder().fleet(group.fleet().termination(termination)).build();
  }

  /** Says which function nothing stands for. */
  static void noteMissing(Section root, AutoScalingGroupSpec group) {
    group
        .fleet()
        .termination()
        .filter(each -> each.function().isEmpty())
        .ifPresent(
            each ->
                root.note(
                    KEY,
                    "says nothing of %s, so the other termination policies of %s decide alone"
                        .formatted(each.arn(), group.name())));
  }
}
