package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Nearest;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives each declared parameter its value: from the command line, else from a file, else the
 * default, else one that stands in.
 */
final class ParameterValues {

  private final TemplateOptions options;
  private final ParameterSynthesis synthesis;
  private final Problems problems;

  ParameterValues(PhysicalNames names, Problems problems) {
    this.options = names.options();
    this.synthesis = new ParameterSynthesis(names);
    this.problems = problems;
  }

  /** Returns the value of each parameter in the order of the template. */
  Map<String, TemplateNode> resolve(MapNode section) {
    Map<String, String> given = given();
    for (String name : given.keySet()) {
      if (section.get(name).isEmpty()) {
        problems.error(
            0,
            "Parameters." + name,
            "the template has no such parameter" + Nearest.hint(name, section.entries().keySet()));
      }
    }
    Map<String, TemplateNode> values = new LinkedHashMap<>();
    section
        .entries()
        .forEach(
            (name, node) -> {
              ParameterDeclaration each = ParameterDeclaration.of(name, node, problems);
              values.put(name, value(each, Optional.ofNullable(given.get(name))));
            });
    return values;
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    options.parameterFiles().forEach(file -> given.putAll(ParameterFile.read(file, problems)));
    given.putAll(options.parameters());
    return given;
  }

  private TemplateNode value(ParameterDeclaration declaration, Optional<String> given) {
    Optional<ScalarNode> source =
        given
            .map(text -> ScalarNode.of(text, declaration.site().line()))
            .or(declaration::defaultValue);
    if (source.isEmpty()) {
      return synthesis.value(declaration);
    }
    TemplateNode value = shaped(declaration, source.get(), Origin.GIVEN);
    new ParameterConstraints(declaration, declaration.site()).check(items(value));
    return declaration.type().isFromSsm() ? lookUp(declaration, source.get()) : value;
  }

  private TemplateNode lookUp(ParameterDeclaration declaration, ScalarNode key) {
    String found = options.ssm().get(key.text());
    if (found != null) {
      return shaped(declaration, ScalarNode.of(found, key.line()), Origin.GIVEN);
    }
    return synthesis.ssmValue(declaration, key);
  }

  /** A value as its type wants it: the items of a list apart, trimmed; else the text alone. */
  static TemplateNode shaped(ParameterDeclaration declaration, ScalarNode value, Origin origin) {
    int line = value.line();
    if (!declaration.type().list()) {
      return new ScalarNode(value.text(), value.kind(), origin, line);
    }
    List<TemplateNode> items = new ArrayList<>();
    if (!value.text().isEmpty()) {
      for (String item : value.text().split(",", -1)) {
        items.add(ScalarNode.of(item.strip(), origin, line));
      }
    }
    return new ListNode(items, line);
  }

  private static List<ScalarNode> items(TemplateNode value) {
    return value instanceof ListNode list
        ? list.items().stream().map(ScalarNode.class::cast).toList()
        : List.of((ScalarNode) value);
  }
}
