package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What {@code Ref} and {@code Fn::GetAtt} give for the resources of one type.
 *
 * @param ref the physical id
 * @param attributes the attributes by name
 * @param others what to give for an attribute that is not listed; empty if there is none
 */
record ResourceShape(
    Function<StackResource, ScalarNode> ref,
    Map<String, Function<StackResource, TemplateNode>> attributes,
    Optional<AttributeFallback> others) {

  /** Gives a value for any attribute of a type whose attributes are not listed. */
  @FunctionalInterface
  interface AttributeFallback {
    TemplateNode value(StackResource resource, String attribute);
  }

  ResourceShape {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  static ResourceShape of(Function<StackResource, ScalarNode> ref) {
    return new ResourceShape(ref, Map.of(), Optional.empty());
  }

  ResourceShape with(String attribute, Function<StackResource, TemplateNode> value) {
    Map<String, Function<StackResource, TemplateNode>> more = new LinkedHashMap<>(attributes);
    more.put(attribute, value);
    return new ResourceShape(ref, more, others);
  }

  /** Adds an attribute that a property gives; unknown where the property is absent. */
  ResourceShape withProperty(String attribute) {
    return with(
        attribute,
        resource ->
            resource
                .property(attribute)
                .orElseGet(() -> UnlistedShape.placeholder(resource, attribute)));
  }

  /** Adds attributes that only the account knows. */
  ResourceShape withUnknown(String... names) {
    ResourceShape result = this;
    for (String name : names) {
      result = result.with(name, resource -> UnlistedShape.placeholder(resource, name));
    }
    return result;
  }

  ResourceShape withOthers(AttributeFallback fallback) {
    return new ResourceShape(ref, attributes, Optional.of(fallback));
  }

  Optional<TemplateNode> attribute(StackResource resource, String name) {
    Function<StackResource, TemplateNode> listed = attributes.get(name);
    return listed != null
        ? Optional.of(listed.apply(resource))
        : others.map(fallback -> fallback.value(resource, name));
  }
}
