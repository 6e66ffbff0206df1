package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.Nearest;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names of parameters and of resources.
 *
 * @param parameters the names that do not depend on resources
 * @param resources the resources of the stack by logical id
 * @param absent the condition, by logical id, of each resource that the stack leaves out
 * @param used where to record the logical ids that are referred to
 */
record StackReferences(
    ParameterReferences parameters,
    Map<String, StackResource> resources,
    Map<String, String> absent,
    Set<String> used)
    implements References {

  StackReferences recordingFor(Set<String> user) {
    return new StackReferences(parameters, resources, absent, user);
  }

  @Override
  public Optional<TemplateNode> ref(String name, Site site) {
    if (parameters.knows(name)) {
      return parameters.ref(name, site);
    }
    StackResource resource = resources.get(name);
    if (resource == null) {
      return Optional.of(unresolved(name, site));
    }
    used.add(name);
    return Optional.of(resource.ref().atLine(site.line()));
  }

  @Override
  public TemplateNode attribute(String logicalId, String attribute, Site site) {
    StackResource resource = resources.get(logicalId);
    if (resource == null) {
      return unresolved(logicalId, site);
    }
    used.add(logicalId);
    return resource
        .attribute(attribute)
        .map(value -> value.atLine(site.line()))
        .orElseGet(() -> unknownAttribute(resource, attribute, site));
  }

  private ScalarNode unresolved(String name, Site site) {
    String condition = absent.get(name);
    if (condition != null) {
      site.error("%s is absent, because condition %s is false".formatted(name, condition));
    } else {
      List<String> known = new ArrayList<>(parameters.known());
      known.addAll(resources.keySet());
      site.error("there is no parameter or resource " + name + Nearest.hint(name, known));
    }
    return ScalarNode.of(name, Origin.unknown("an unresolved reference to " + name), site.line());
  }

  private static TemplateNode unknownAttribute(
      StackResource resource, String attribute, Site site) {
    site.error(
        "%s (%s) has no attribute %s%s; it has %s"
            .formatted(
                resource.logicalId(),
                resource.type(),
                attribute,
                Nearest.hint(attribute, resource.attributeNames()),
                String.join(", ", resource.attributeNames())));
    String text = resource.logicalId() + "." + attribute;
    return ScalarNode.of(text, Origin.unknown("an unknown attribute"), site.line());
  }
}
