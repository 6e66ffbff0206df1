package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.List;
import java.util.Optional;

/**
 * One entry of the section Parameters.
 *
 * @param name the logical name
 * @param type the declared type; String if it could not be read
 * @param body the whole entry, with the constraints
 * @param site where the entry stands
 */
record ParameterDeclaration(String name, ParameterType type, MapNode body, Site site) {

  static ParameterDeclaration of(String name, TemplateNode node, Problems problems) {
    Site site = new Site(node.line(), "Parameters." + name, problems);
    if (!(node instanceof MapNode body)) {
      site.error("a parameter is a map with a Type, found " + node.kindName());
      return new ParameterDeclaration(name, ParameterType.STRING, MapNode.empty(0), site);
    }
    return new ParameterDeclaration(name, type(body, site), body, site);
  }

  private static ParameterType type(MapNode body, Site site) {
    Optional<String> written = body.text("Type");
    if (written.isEmpty()) {
      site.error("a parameter needs a Type, such as String");
      return ParameterType.STRING;
    }
    Optional<ParameterType> type = ParameterType.of(written.get());
    if (type.isEmpty()) {
      site.error("there is no parameter type " + written.get() + "; taken as String");
    }
    return type.orElse(ParameterType.STRING);
  }

  Optional<ScalarNode> defaultValue() {
    return body.get("Default").flatMap(this::scalar);
  }

  private Optional<ScalarNode> scalar(TemplateNode node) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(scalar);
    }
    site.error("Default must be a text, found " + node.kindName());
    return Optional.empty();
  }

  List<ScalarNode> allowedValues() {
    return body.get("AllowedValues").orElse(null) instanceof ListNode list
        ? list.items().stream()
            .filter(ScalarNode.class::isInstance)
            .map(ScalarNode.class::cast)
            .toList()
        : List.of();
  }

  Optional<ScalarNode> constraint(String key) {
    return body.get(key).orElse(null) instanceof ScalarNode scalar
        ? Optional.of(scalar)
        : Optional.empty();
  }
}
