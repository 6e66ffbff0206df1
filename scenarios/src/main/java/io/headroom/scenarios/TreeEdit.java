package io.headroom.scenarios;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces one value of a tree, or adds it to a map; the tree itself stays as it is.
 *
 * @param value the new value
 */
record TreeEdit(TemplateNode value) {
  /**
   * A tree in which the edit took place.
   *
   * @param tree the new tree
   * @param place the path to what is new in it, such as {@code workloads[0].to}
   */
  record Edited(TemplateNode tree, String place) {}

  /**
   * Returns the tree with the value at a path.
   *
   * @return empty if the path leads through a plain value, or through a list at a position that it
   *     does not have
   */
  Optional<Edited> at(TemplateNode tree, DottedPath path) {
    if (tree instanceof ListNode list) {
      return item(list, path);
    }
    if (tree instanceof ScalarNode scalar && !scalar.isNull()) {
      return Optional.empty();
    }
    return entry(tree instanceof MapNode map ? map : MapNode.empty(tree.line()), path);
  }

  private Optional<Edited> entry(MapNode map, DottedPath path) {
    TemplateNode old = map.get(path.first()).orElse(MapNode.empty(map.line()));
    return below(old, path).map(edited -> with(map, path.first(), edited));
  }

  private static Edited with(MapNode map, String key, Edited entry) {
    Map<String, TemplateNode> entries = new LinkedHashMap<>(map.entries());
    entries.put(key, entry.tree);
    String place = map.get(key).isPresent() ? join(key, entry.place) : key;
    return new Edited(new MapNode(entries, map.line()), place);
  }

  private Optional<Edited> item(ListNode list, DottedPath path) {
    int position = position(path.first());
    return position < 0 || position >= list.items().size()
        ? Optional.empty()
        : below(list.items().get(position), path).map(edited -> with(list, position, edited));
  }

  private static Edited with(ListNode list, int position, Edited item) {
    List<TemplateNode> items = new ArrayList<>(list.items());
    items.set(position, item.tree);
    return new Edited(new ListNode(items, list.line()), join("[" + position + "]", item.place));
  }

  private Optional<Edited> below(TemplateNode old, DottedPath path) {
    return path.isLast() ? Optional.of(new Edited(value, "")) : at(old, path.rest());
  }

  private static String join(String step, String rest) {
    return rest.isEmpty() || rest.startsWith("[") ? step + rest : step + "." + rest;
  }

  private static int position(String step) {
    return step.matches("\\d{1,9}") ? Integer.parseInt(step) : -1;
  }
}
