package io.headroom.cloudformation.template;

import io.headroom.cloudformation.template.ScalarNode.Kind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Turns YAML 1.1, as composed by SnakeYAML, into template nodes: tags become functions in their
 * long form, aliases become copies. One reader reads one text.
 */
final class YamlReader {

  private static final int DEEPEST = 200;
  private static final int LONGEST = 16 << 20;

  private static final Set<String> REFUSED_TAGS =
      Set.of("binary", "omap", "pairs", "set", "timestamp");

  private final Problems problems;
  private final Problems duplicates;
  // Composed nodes are equal only if they are the same, which is what tells an alias.
  private final Map<Node, TemplateNode> converted = new HashMap<>();
  private final Set<Node> open = new HashSet<>();

  YamlReader(Problems problems, Problems duplicates) {
    this.problems = problems;
    this.duplicates = duplicates;
  }

  /**
   * Composes the only document of a text.
   *
   * @return null if the text holds no document
   * @throws YAMLException if the text is no YAML; usually with a mark
   */
  static @Nullable Node compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(LONGEST);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
            new SafeConstructor(options),
            new Representer(unused),
            unused,
            options,
            new TextualDates())
        .compose(new StringReader(text));
  }

  /** Leaves an unquoted date, such as that of the format version, a text. */
  private static final class TextualDates extends Resolver {
    @Override
    public void addImplicitResolver(Tag tag, Pattern regexp, String first, int limit) {
      if (!tag.equals(Tag.TIMESTAMP)) {
        super.addImplicitResolver(tag, regexp, first, limit);
      }
    }
  }

  /** Converts a composed node and everything below it. */
  TemplateNode convert(Node node, String path, int line) {
    TemplateNode known = converted.get(node);
    if (known != null) {
      problems.warning(line, path, "the service reads no YAML aliases; taken as a copy");
      return known.atLine(line);
    }
    if (!open.add(node)) {
      problems.error(line, path, "the value holds an alias of itself");
      return MapNode.empty(line);
    }
    TemplateNode result = tagged(node, plain(node, path, line), path);
    open.remove(node);
    if (node.getAnchor() != null) {
      converted.put(node, result);
    }
    return result;
  }

  private TemplateNode tagged(Node node, TemplateNode value, String path) {
    Tag tag = node.getTag();
    if (tag.startsWith(Tag.PREFIX)) {
      String name = tag.getValue().substring(Tag.PREFIX.length());
      if (REFUSED_TAGS.contains(name)) {
        problems.error(value.line(), path, "CloudFormation does not support the tag !!" + name);
      }
      return value;
    }
    if (tag.getValue().startsWith("!")) {
      return new MapNode(Map.of(ShortForms.key(tag.getValue()), value), value.line());
    }
    problems.error(value.line(), path, "CloudFormation does not support the tag " + tag.getValue());
    return value;
  }

  private TemplateNode plain(Node node, String path, int line) {
    if (node instanceof MappingNode mapping) {
      return map(mapping, path, line);
    }
    if (node instanceof SequenceNode sequence) {
      return list(sequence, path, line);
    }
    var scalar = (org.yaml.snakeyaml.nodes.ScalarNode) node;
    return new ScalarNode(scalar.getValue(), kind(scalar), Origin.GIVEN, line);
  }

  private MapNode map(MappingNode mapping, String path, int line) {
    Map<String, TemplateNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof org.yaml.snakeyaml.nodes.ScalarNode key)) {
        problems.error(line(tuple.getKeyNode()), path, "a key must be a text");
        continue;
      }
      String place = path.isEmpty() ? key.getValue() : path + "." + key.getValue();
      TemplateNode value = convert(tuple.getValueNode(), place, line(key));
      if (key.getTag().equals(Tag.MERGE)) {
        problems.warning(line(key), path, "the service reads no YAML merges (<<); merged");
        merge(value, entries, place);
      } else if (entries.put(key.getValue(), value) != null) {
        duplicates.warning(line(key), place, "the key stands here for the second time; it wins");
      }
    }
    return new MapNode(entries, line);
  }

  private void merge(TemplateNode value, Map<String, TemplateNode> entries, String path) {
    if (value instanceof MapNode map) {
      map.entries().forEach(entries::putIfAbsent);
    } else {
      problems.error(value.line(), path, "only a map can be merged, found " + value.kindName());
    }
  }

  private ListNode list(SequenceNode sequence, String path, int line) {
    List<TemplateNode> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(convert(item, path + "[" + items.size() + "]", line(item)));
    }
    return new ListNode(items, line);
  }

  private static Kind kind(org.yaml.snakeyaml.nodes.ScalarNode scalar) {
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.INT)) {
      return Kind.INTEGER;
    }
    if (tag.equals(Tag.FLOAT)) {
      return Kind.DECIMAL;
    }
    if (tag.equals(Tag.BOOL)) {
      return Kind.BOOLEAN;
    }
    return tag.equals(Tag.NULL) ? Kind.NULL : Kind.TEXT;
  }

  private static int line(Node node) {
    Mark mark = node.getStartMark();
    return mark == null ? 0 : mark.getLine() + 1;
  }
}
