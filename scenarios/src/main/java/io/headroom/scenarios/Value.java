package io.headroom.scenarios;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One value of a scenario file and where it stands. A value that is not what is asked for is a
 * problem of the frame and gives nothing.
 *
 * @param node the value
 * @param path the dotted path to it, such as {@code workloads[0].to}
 * @param frame what it is read against
 */
record Value(TemplateNode node, String path, Frame frame) {
  boolean isMap() {
    return node instanceof MapNode;
  }

  boolean isText() {
    return scalar().isPresent();
  }

  /** Returns the text of a scalar; empty for anything else. */
  Optional<String> scalar() {
    return node instanceof ScalarNode scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Returns the scalar in a notation. */
  <T> Optional<T> as(Notation<T> notation) {
    Optional<T> value = scalar().flatMap(notation::parse);
    if (value.isEmpty()) {
      refuse(notation.allowed());
    }
    return value;
  }

  /** Returns the text of a scalar, blanks included. */
  Optional<String> text() {
    if (!isText()) {
      refuse("a text");
    }
    return scalar();
  }

  /** Returns the map as a section that does not belong to a larger one. */
  Optional<Section> section() {
    if (node instanceof MapNode map) {
      return Optional.of(new Section(map, path, frame));
    }
    refuse("a map of settings");
    return Optional.empty();
  }

  /** Returns the items of a list. */
  List<Value> items() {
    if (!(node instanceof ListNode list)) {
      refuse("a list");
      return List.of();
    }
    List<Value> items = new ArrayList<>();
    for (TemplateNode item : list.items()) {
      items.add(new Value(item, path + "[" + items.size() + "]", frame));
    }
    return items;
  }

  /** Says that the value is not what is allowed. */
  void refuse(String allowed) {
    problem("found " + found() + "; allowed: " + allowed);
  }

  void problem(String message) {
    frame.problems().error(node.line(), path, message);
  }

  private String found() {
    return scalar().map("'%s'"::formatted).orElse(node.kindName());
  }
}
