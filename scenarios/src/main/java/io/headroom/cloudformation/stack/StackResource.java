package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One resource while its stack is evaluated: each property is evaluated once, when first asked for,
 * because the physical name of one resource may depend on the properties of another. Not
 * thread-safe.
 */
final class StackResource {

  private final String logicalId;
  private final MapNode body;
  private final Evaluator evaluator;
  private final ResourceShape shape;
  private final Map<String, Optional<TemplateNode>> evaluated = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final Set<String> dependencies = new LinkedHashSet<>();

  StackResource(String logicalId, MapNode body, StackReferences references, Scope scope) {
    this.logicalId = logicalId;
    this.body = body;
    this.evaluator =
        new Evaluator(scope, references.recordingFor(dependencies), "Resources." + logicalId);
    this.shape = ResourceShapes.of(type());
  }

  String logicalId() {
    return logicalId;
  }

  String type() {
    return body.text("Type").orElse("");
  }

  MapNode body() {
    return body;
  }

  Site site() {
    return evaluator.site(body);
  }

  /** The logical ids that the values evaluated so far refer to. */
  Set<String> dependencies() {
    return dependencies;
  }

  PhysicalNames names() {
    return evaluator.scope().names();
  }

  ScalarNode ref() {
    return shape.ref().apply(this);
  }

  /** What {@code Fn::GetAtt} gives; empty if the type has no such attribute. */
  Optional<TemplateNode> attribute(String name) {
    return shape.attribute(this, name);
  }

  Set<String> attributeNames() {
    return shape.attributes().keySet();
  }

  /** A property, evaluated; empty if it is absent or {@code AWS::NoValue}. */
  Optional<TemplateNode> property(String name) {
    Optional<TemplateNode> known = evaluated.get(name);
    if (known != null) {
      return known;
    }
    Optional<TemplateNode> node = body.map("Properties").get(name);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    if (!open.add(name)) {
      return Optional.of(Evaluator.unknown("a circular reference", node.get()));
    }
    Optional<TemplateNode> value = evaluator.child("Properties").child(name).evaluate(node.get());
    open.remove(name);
    evaluated.put(name, value);
    return value;
  }

  /** A property that is a text; the fallback if it is absent. */
  ScalarNode text(String property, String fallback) {
    return property(property).orElse(null) instanceof ScalarNode scalar
        ? scalar
        : ScalarNode.of(fallback, body.line());
  }

  /** The name that a property gives, else the generated one. */
  ScalarNode name(String property) {
    return text(property, names().generated(logicalId));
  }

  /** All properties, evaluated. */
  MapNode properties() {
    Map<String, TemplateNode> values = new LinkedHashMap<>();
    MapNode written = body.map("Properties");
    for (String name : written.entries().keySet()) {
      property(name).ifPresent(value -> values.put(name, value));
    }
    return new MapNode(values, body.lineOf("Properties"));
  }

  /** An attribute beside the properties, such as UpdatePolicy, evaluated. */
  Optional<TemplateNode> element(String name) {
    return body.get(name).flatMap(evaluator.child(name)::evaluate);
  }

  /** A text of this resource that depends on those it is made of. */
  static ScalarNode made(String text, TemplateNode... parts) {
    Origin origin = Origin.GIVEN;
    for (TemplateNode part : parts) {
      origin = origin.and(part.origin());
    }
    return ScalarNode.of(text, origin, 0);
  }
}
