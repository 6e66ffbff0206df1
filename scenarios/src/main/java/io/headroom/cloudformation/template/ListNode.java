package io.headroom.cloudformation.template;

import java.util.List;

/**
 * A list of a template.
 *
 * @param items the items in the order of the source
 * @param line the line of the source, counted from 1
 */
public record ListNode(List<TemplateNode> items, int line) implements TemplateNode {

  /** Copies the items. */
  public ListNode {
    items = List.copyOf(items);
  }

  @Override
  public ListNode atLine(int newLine) {
    return newLine == line ? this : new ListNode(items, newLine);
  }

  @Override
  public Origin origin() {
    return items.stream().map(TemplateNode::origin).reduce(Origin.GIVEN, Origin::and);
  }

  @Override
  public String kindName() {
    return "a list";
  }
}
