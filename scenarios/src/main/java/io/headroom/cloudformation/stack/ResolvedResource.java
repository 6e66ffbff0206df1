package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.ScalarNode;

/**
 * A resource of a stack with every function evaluated.
 *
 * @param logicalId its name in the template
 * @param type its type, as in {@code AWS::AutoScaling::AutoScalingGroup}
 * @param ref its physical id, which is what {@code Ref} gives
 * @param properties its properties
 * @param elements what stands beside the properties and was evaluated: UpdatePolicy, CreationPolicy
 * @param line the line of the logical id
 */
public record ResolvedResource(
    String logicalId, String type, ScalarNode ref, MapNode properties, MapNode elements, int line) {

  /** Returns the place of a property in dotted form, for messages. */
  public String path(String property) {
    return "Resources." + logicalId + ".Properties." + property;
  }

  /** Returns the place of the resource in dotted form, for messages. */
  public String path() {
    return "Resources." + logicalId;
  }
}
