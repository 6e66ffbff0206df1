package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The identifier of a loop with the item it stands for in one round. It is replaced in keys and
 * texts as {@code ${Id}}, in keys as {@code &{Id}} without characters that ids may not have, and
 * where {@code Ref} names it.
 *
 * @param identifier the name of the variable
 * @param item what stands for it
 */
record LoopVariable(String identifier, String item) {

  TemplateNode replaceIn(TemplateNode node) {
    if (node instanceof ScalarNode scalar) {
      return new ScalarNode(text(scalar.text()), scalar.kind(), scalar.origin(), scalar.line());
    }
    if (node instanceof ListNode list) {
      return new ListNode(list.items().stream().map(this::replaceIn).toList(), list.line());
    }
    MapNode map = (MapNode) node;
    if (map.entries().size() == 1 && map.text("Ref").filter(identifier::equals).isPresent()) {
      return ScalarNode.of(item, map.line());
    }
    Map<String, TemplateNode> entries = new LinkedHashMap<>();
    map.entries().forEach((key, value) -> entries.put(text(key), replaceIn(value)));
    return new MapNode(entries, map.line());
  }

  private String text(String text) {
    return text.replace("${" + identifier + "}", item)
        .replace("&{" + identifier + "}", item.replaceAll("[^A-Za-z0-9]", ""));
  }
}
