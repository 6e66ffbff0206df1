package io.headroom.cloudformation.scaling;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** Turns a value of a template into texts, lists and maps, as requests to the service take them. */
final class PlainValues {

  private PlainValues() {}

  static Object of(TemplateNode node) {
    if (node instanceof ListNode list) {
      return list.items().stream().map(PlainValues::of).toList();
    }
    if (node instanceof MapNode map) {
      Map<String, Object> plain = new LinkedHashMap<>();
      map.entries().forEach((key, value) -> plain.put(key, of(value)));
      return plain;
    }
    return ((ScalarNode) node).canonicalText();
  }
}
