package io.headroom.cloudformation.scaling;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.ScalarNode;
import java.util.Optional;

/**
 * Checks the policies for updates and creation. A run begins with the stack complete and never
 * updates it, so they have no influence.
 */
final class UpdatePolicies {

  private static final String ROLLING = "AutoScalingRollingUpdate";
  private static final String LEAST = "MinInstancesInService";

  private UpdatePolicies() {}

  static void read(Properties group, Optional<GroupSizes> sizes) {
    group.unsupportedElement("UpdatePolicy", "updates of the stack are not simulated");
    group.unsupportedElement("CreationPolicy", "a run begins with the stack complete");
    MapNode rolling = group.resource().elements().map("UpdatePolicy").map(ROLLING);
    Optional<Integer> least =
        rolling.get(LEAST).orElse(null) instanceof ScalarNode scalar && !scalar.origin().isUnknown()
            ? scalar.number().map(Number::intValue)
            : Optional.empty();
    boolean keepsSome = least.isPresent() && least.get() > 0;
    if (keepsSome && sizes.isPresent() && least.get() >= sizes.get().maximum()) {
      group.elementError(
          "UpdatePolicy." + ROLLING + "." + LEAST,
          rolling.lineOf(LEAST),
          "must be below MaxSize, which is %d, found %d"
              .formatted(sizes.get().maximum(), least.get()));
    }
  }
}
