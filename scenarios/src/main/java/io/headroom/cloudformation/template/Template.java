package io.headroom.cloudformation.template;

import java.nio.file.Path;
import java.util.List;

/**
 * A CloudFormation template as it was read: a tree of nodes, with nothing evaluated. Immutable.
 *
 * <p>Reading never throws for what the text holds; every fault is in {@link #problems()}.
 *
 * @param name what to call the template in messages, usually the file name
 * @param root the whole template; a map without entries if it could not be read
 * @param problems what reading found, errors first
 * @param duplicates the keys that occur twice in one map, as warnings
 */
public record Template(
    String name, MapNode root, List<Problem> problems, List<Problem> duplicates) {

  /** Copies the lists. */
  public Template {
    problems = List.copyOf(problems);
    duplicates = List.copyOf(duplicates);
  }

  /** Reads a template from a file in JSON or YAML, told apart by content. */
  public static Template read(Path file) {
    Problems problems = new Problems();
    Problems duplicates = new Problems();
    TemplateReader reader = new TemplateReader(problems, duplicates);
    MapNode root = reader.read(file).map(node -> root(node, problems)).orElse(MapNode.empty(0));
    return checked(file.toString(), root, problems, duplicates);
  }

  /**
   * Reads a template from a text.
   *
   * @param name what to call the template in messages
   */
  public static Template parse(String name, String text) {
    Problems problems = new Problems();
    Problems duplicates = new Problems();
    TemplateReader reader = new TemplateReader(problems, duplicates);
    MapNode root = reader.read(text).map(node -> root(node, problems)).orElse(MapNode.empty(0));
    return checked(name, root, problems, duplicates);
  }

  /**
   * Takes the sections of a template that were read as part of another file, such as those that a
   * scenario file holds inline; their nodes know their lines.
   *
   * @param name what to call the file in messages
   * @param root a map with the sections of a template only, such as Parameters and Resources
   */
  public static Template of(String name, MapNode root) {
    return checked(name, root, new Problems(), new Problems());
  }

  /** Returns a section of the template, without entries if it is absent. */
  public MapNode section(String key) {
    return root.map(key);
  }

  private static MapNode root(TemplateNode node, Problems problems) {
    if (node instanceof MapNode map) {
      return map;
    }
    problems.error(node.line(), "", "a template is a map of sections, found " + node.kindName());
    return MapNode.empty(node.line());
  }

  private static Template checked(String name, MapNode root, Problems problems, Problems doubles) {
    if (!problems.hasErrors()) {
      TemplateSections.check(root, problems);
    }
    return new Template(name, root, problems.list(), doubles.list());
  }
}
