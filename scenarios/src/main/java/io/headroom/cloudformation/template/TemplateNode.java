package io.headroom.cloudformation.template;

/**
 * One value of a template: a scalar, a list or a map. Immutable.
 *
 * <p>The line of a value that belongs to a key is the line of the key, so that a message points
 * where a reader would look for the name.
 */
public sealed interface TemplateNode permits ScalarNode, ListNode, MapNode {

  /** Returns the line of the source, counted from 1; 0 for a value that no source holds. */
  int line();

  /** Returns the same value at another line. */
  TemplateNode atLine(int newLine);

  /** Returns how far the value can be trusted: the weakest origin of its scalars. */
  Origin origin();

  /** Returns what to call this kind of value in messages: a text, a list or a map. */
  String kindName();
}
