package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes out what stands for other text: the loops of {@code AWS::LanguageExtensions} and the files
 * of {@code AWS::Include}. Done before anything but the parameters is evaluated.
 */
final class Expansion {

  private static final String LOOP = "Fn::ForEach::";

  private static final List<String> SECTIONS =
      List.of("Mappings", "Conditions", "Resources", "Outputs");

  private final MapNode root;
  private final Problems problems;
  private final Includes includes;
  private final Scope scope;
  private boolean loopsDeclared;

  Expansion(MapNode root, ParameterReferences parameters, PhysicalNames names, Problems problems) {
    this.root = root;
    this.problems = problems;
    this.includes = new Includes(names.options(), problems);
    MapNode mappings = new MapNode(Map.of("Mappings", root.map("Mappings")), root.line());
    this.scope = Scope.of(parameters, mappings, names, problems);
  }

  /** Returns the template with everything written out. */
  MapNode expand() {
    Map<String, TemplateNode> sections = new LinkedHashMap<>(root.entries());
    root.get("Transform").ifPresent(node -> transforms(node, sections));
    for (String section : SECTIONS) {
      TemplateNode node = sections.get(section);
      if (node != null) {
        sections.put(section, expand(node, section));
      }
    }
    return new MapNode(sections, root.line());
  }

  private void transforms(TemplateNode node, Map<String, TemplateNode> sections) {
    List<TemplateNode> all = node instanceof ListNode list ? list.items() : List.of(node);
    for (TemplateNode each : all) {
      String name =
          each instanceof ScalarNode scalar
              ? scalar.text()
              : each instanceof MapNode map ? map.text("Name").orElse("") : "";
      switch (name) {
        case "AWS::LanguageExtensions" -> loopsDeclared = true;
        case "AWS::Include" ->
            includes.read((MapNode) each, "Transform").entries().forEach(sections::putIfAbsent);
        case "AWS::Serverless-2016-10-31" ->
            problems.note(
                each.line(), "Transform", "serverless resources are left out of the model");
        default ->
            problems.warning(
                each.line(), "Transform", "the macro " + name + " runs in the account only");
      }
    }
  }

  private TemplateNode expand(TemplateNode node, String path) {
    if (node instanceof ListNode list) {
      List<TemplateNode> items = new ArrayList<>();
      for (int i = 0; i < list.items().size(); i++) {
        items.add(expand(list.items().get(i), path + "[" + i + "]"));
      }
      return new ListNode(items, list.line());
    }
    return node instanceof MapNode map ? expandEntries(map, path) : node;
  }

  private MapNode expandEntries(MapNode map, String path) {
    Map<String, TemplateNode> entries = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, value) -> {
              String place = path + "." + key;
              if (key.startsWith(LOOP)) {
                entries.putAll(loop(value, place));
              } else if (key.equals("Fn::Transform") && Includes.isInclude(value)) {
                entries.putAll(includes.read((MapNode) value, place).entries());
              } else {
                entries.put(key, expand(value, place));
              }
            });
    return new MapNode(entries, map.line());
  }

  private Map<String, TemplateNode> loop(TemplateNode node, String path) {
    if (!loopsDeclared) {
      problems.warning(node.line(), path, "the service needs Transform: AWS::LanguageExtensions");
    }
    if (!(node instanceof ListNode parts)
        || parts.items().size() != 3
        || !(parts.items().get(0) instanceof ScalarNode identifier)
        || !(parts.items().get(2) instanceof MapNode fragment)) {
      problems.error(node.line(), path, "a loop is a list of identifier, collection and map");
      return Map.of();
    }
    Map<String, TemplateNode> entries = new LinkedHashMap<>();
    ListNode collection = scope.parameterEvaluator(path).list(parts.items().get(1));
    for (String item : texts(collection)) {
      MapNode body = (MapNode) new LoopVariable(identifier.text(), item).replaceIn(fragment);
      expandEntries(body, path)
          .entries()
          .forEach(
              (key, value) -> {
                if (entries.put(key, value) != null) {
                  problems.error(node.line(), path, "the loop gives the key " + key + " twice");
                }
              });
    }
    return entries;
  }

  private static List<String> texts(TemplateNode node) {
    if (node instanceof ListNode list) {
      return list.items().stream().flatMap(item -> texts(item).stream()).toList();
    }
    return node instanceof ScalarNode scalar ? List.of(scalar.text()) : List.of();
  }
}
