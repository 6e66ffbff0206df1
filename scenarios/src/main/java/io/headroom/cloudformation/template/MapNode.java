package io.headroom.cloudformation.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A map of a template, in the order of the source.
 *
 * @param entries the values by key
 * @param line the line of the source, counted from 1
 */
public record MapNode(Map<String, TemplateNode> entries, int line) implements TemplateNode {

  /** Copies the entries. */
  public MapNode {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }

  /** Returns a map without entries. */
  public static MapNode empty(int line) {
    return new MapNode(Map.of(), line);
  }

  /** Returns the value of a key. */
  public Optional<TemplateNode> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Returns the value of a key if it is a map, else a map without entries. */
  public MapNode map(String key) {
    return entries.get(key) instanceof MapNode map ? map : empty(line);
  }

  /** Returns the text of a key if its value is a scalar. */
  public Optional<String> text(String key) {
    return entries.get(key) instanceof ScalarNode scalar && !scalar.isNull()
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Returns the line of a key, or that of the map if the key is absent. */
  public int lineOf(String key) {
    TemplateNode value = entries.get(key);
    return value == null ? line : value.line();
  }

  @Override
  public MapNode atLine(int newLine) {
    return newLine == line ? this : new MapNode(entries, newLine);
  }

  @Override
  public Origin origin() {
    return entries.values().stream().map(TemplateNode::origin).reduce(Origin.GIVEN, Origin::and);
  }

  @Override
  public String kindName() {
    return "a map";
  }
}
