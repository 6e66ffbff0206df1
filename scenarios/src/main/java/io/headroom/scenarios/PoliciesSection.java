package io.headroom.scenarios;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.ScalingPolicyProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Reads {@code policies: {WebGroup: {replace: [{fixed: {capacity: 4}}]}}}, or {@code add} to keep
 * the template's own. Each item has one key that names a {@link ScalingPolicyProvider}, and may
 * have a {@code name}; the default is the key.
 */
final class PoliciesSection {
  private final OneKey<ScalingPolicyProvider> kind =
      new OneKey<>("a scaling policy", providers(), Set.of("name"));

  private static Map<String, ScalingPolicyProvider> providers() {
    Map<String, ScalingPolicyProvider> providers = new TreeMap<>();
    ServiceLoader.load(ScalingPolicyProvider.class)
        .forEach(provider -> providers.put(provider.key(), provider));
    return providers;
  }

  /** Returns what the section under the id of a group changes about it. */
  UnaryOperator<AutoScalingGroupSpec> read(Section section) {
    boolean replaces = section.has("replace");
    List<Section> items = new ArrayList<>(section.sections("replace"));
    items.addAll(section.sections("add"));
    List<ScalingPolicy> given = items.stream().flatMap(item -> policy(item).stream()).toList();
    return group -> {
      List<ScalingPolicy> policies = new ArrayList<>(replaces ? List.of() : group.policies());
      policies.addAll(given);
      return group.toBuilder().policies(policies).build();
    };
  }

  private Optional<ScalingPolicy> policy(Section item) {
    String name = item.text("name").orElse("");
    return kind.in(item)
        .flatMap(
            named ->
                item.settings(named.key())
                    .map(
                        settings ->
                            named.meaning().create(name.isEmpty() ? named.key() : name, settings)));
  }
}
