package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import io.headroom.cloudformation.template.TemplateReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a file of parameter values in one of three forms: the list of {@code ParameterKey} and
 * {@code ParameterValue} of the AWS command line, a map under the key {@code Parameters}, or a
 * plain map. JSON or YAML.
 */
final class ParameterFile {

  private final String name;
  private final Problems problems;
  private final Map<String, String> values = new LinkedHashMap<>();

  private ParameterFile(String name, Problems problems) {
    this.name = name;
    this.problems = problems;
  }

  /** Reads a file; reports what it cannot read and leaves that out. */
  static Map<String, String> read(Path file, Problems problems) {
    String name = file.toString();
    Problems own = new Problems();
    Optional<TemplateNode> root = new TemplateReader(own, own).read(file);
    for (Problem each : own.list()) {
      problems.addAll(List.of(new Problem(each.severity(), each.line(), name, each.message())));
    }
    ParameterFile reading = new ParameterFile(name, problems);
    root.ifPresent(reading::read);
    return reading.values;
  }

  private void read(TemplateNode root) {
    if (root instanceof ListNode list) {
      list.items().forEach(this::readPair);
    } else if (root instanceof MapNode map) {
      MapNode plain = map.get("Parameters").isPresent() ? map.map("Parameters") : map;
      plain.entries().forEach(this::readValue);
    } else {
      problems.error(root.line(), name, "expected a map of parameter values or a list of them");
    }
  }

  private void readPair(TemplateNode node) {
    if (!(node instanceof MapNode pair) || pair.text("ParameterKey").isEmpty()) {
      problems.error(node.line(), name, "expected a map with ParameterKey and ParameterValue");
      return;
    }
    String key = pair.text("ParameterKey").orElseThrow();
    boolean previous =
        pair.text("UsePreviousValue").map(Boolean::parseBoolean).orElse(Boolean.FALSE);
    Optional<TemplateNode> value = pair.get("ParameterValue");
    if (value.isPresent()) {
      readValue(key, value.get());
    } else if (!previous) {
      problems.error(node.line(), name, key + " has no ParameterValue");
    }
  }

  private void readValue(String key, TemplateNode node) {
    if (node instanceof ScalarNode scalar) {
      values.put(key, scalar.text());
    } else if (node instanceof ListNode list
        && list.items().stream().allMatch(ScalarNode.class::isInstance)) {
      values.put(
          key,
          list.items().stream()
              .map(item -> ((ScalarNode) item).text())
              .collect(Collectors.joining(",")));
    } else {
      problems.error(node.line(), name, key + " must be a text or a list of texts");
    }
  }
}
