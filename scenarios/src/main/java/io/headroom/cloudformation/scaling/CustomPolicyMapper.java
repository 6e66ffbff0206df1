package io.headroom.cloudformation.scaling;

import io.headroom.autoscaling.ScalingPolicyProvider;
import io.headroom.cloudformation.resources.ImportContext;
import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.resources.ResourceMapper;
import io.headroom.cloudformation.template.Nearest;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/**
 * Reads {@code Headroom::ScalingPolicy}, by which a template names policies that CloudFormation has
 * no word for. The property Name is the key of a {@link ScalingPolicyProvider}; all properties but
 * it and the group are settings of the policy.
 */
final class CustomPolicyMapper implements ResourceMapper<Groups> {

  private final ImportContext context;
  private final Map<String, ScalingPolicyProvider> providers = new TreeMap<>();

  CustomPolicyMapper(ImportContext context) {
    this.context = context;
    ServiceLoader.load(ScalingPolicyProvider.class)
        .forEach(provider -> providers.put(provider.key(), provider));
  }

  @Override
  public String type() {
    return "Headroom::ScalingPolicy";
  }

  @Override
  public void read(Properties policy, Groups groups) {
    Optional<GroupDraft> group = groups.groupOf(policy);
    Optional<String> name = policy.known("Name");
    Optional<ScalingPolicyProvider> provider = name.map(providers::get);
    if (provider.isEmpty()) {
      String found = name.orElse("none");
      policy.error(
          "Name",
          "must be one of %s, found %s%s"
              .formatted(
                  String.join(", ", providers.keySet()),
                  found,
                  Nearest.hint(found, providers.keySet())));
      policy.ignoreRest();
      return;
    }
    PolicySettings settings = new PolicySettings(policy, context);
    group.ifPresent(draft -> draft.add(provider.get().create(policy.logicalId(), settings)));
  }
}
