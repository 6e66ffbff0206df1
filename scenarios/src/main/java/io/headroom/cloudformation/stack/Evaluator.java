package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Nearest;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces the functions in a value by what they give, at one place of a template.
 *
 * @param scope what every value of the template is evaluated with
 * @param references what names mean at this place
 * @param path the place in dotted form
 */
record Evaluator(Scope scope, References references, String path) {

  Evaluator child(String key) {
    return new Evaluator(scope, references, path + "." + key);
  }

  Site site(TemplateNode node) {
    return new Site(node.line(), path, scope.problems());
  }

  /** Evaluates a value; empty if it comes to {@code AWS::NoValue}. */
  Optional<TemplateNode> evaluate(TemplateNode node) {
    if (node instanceof ScalarNode scalar) {
      return Optional.of(DynamicReferences.resolve(scalar, scope.options()));
    }
    if (node instanceof ListNode list) {
      return Optional.of(evaluateItems(list));
    }
    MapNode map = (MapNode) node;
    return functionOf(map).map(name -> call(name, map)).orElseGet(() -> evaluateEntries(map));
  }

  private static Optional<String> functionOf(MapNode map) {
    return map.entries().keySet().stream()
        .filter(key -> key.equals("Ref") || key.startsWith("Fn::"))
        .findFirst();
  }

  private Optional<TemplateNode> call(String name, MapNode map) {
    if (map.entries().size() > 1) {
      site(map)
          .error(name + " must stand alone, found " + String.join(", ", map.entries().keySet()));
      return Optional.of(unknown(name, map));
    }
    IntrinsicFunction function = Functions.BY_NAME.get(name);
    if (function == null) {
      String hint = Nearest.hint(name, Functions.BY_NAME.keySet());
      site(map).error("there is no function " + name + " here" + hint);
      return Optional.of(unknown(name, map));
    }
    TemplateNode argument = map.entries().values().iterator().next();
    return function.apply(argument, this).map(result -> result.atLine(map.line()));
  }

  private ListNode evaluateItems(ListNode list) {
    List<TemplateNode> items = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      Evaluator place = new Evaluator(scope, references, path + "[" + i + "]");
      place.evaluate(list.items().get(i)).ifPresent(items::add);
    }
    return new ListNode(items, list.line());
  }

  private Optional<TemplateNode> evaluateEntries(MapNode map) {
    Map<String, TemplateNode> entries = new LinkedHashMap<>();
    map.entries()
        .forEach(
            (key, value) ->
                child(key).evaluate(value).ifPresent(result -> entries.put(key, result)));
    return Optional.of(new MapNode(entries, map.line()));
  }

  /** Evaluates a value that must be a text; reports and returns an unknown text if it is none. */
  ScalarNode text(TemplateNode node) {
    Optional<TemplateNode> value = evaluate(node);
    if (value.orElse(null) instanceof ScalarNode scalar) {
      return scalar;
    }
    if (value.orElse(null) instanceof ListNode list && !list.origin().isGiven()) {
      return ScalarNode.of("", list.origin(), node.line());
    }
    String found = value.map(TemplateNode::kindName).orElse("AWS::NoValue");
    site(node).error("must be a text, found " + found);
    return unknown("a text", node);
  }

  /**
   * Evaluates a value that must be a list; a text that stands in for an unknown value is taken as a
   * list of one.
   */
  ListNode list(TemplateNode node) {
    Optional<TemplateNode> value = evaluate(node);
    if (value.orElse(null) instanceof ListNode list) {
      return list;
    }
    if (value.isPresent() && !value.get().origin().isGiven()) {
      return new ListNode(List.of(value.get()), node.line());
    }
    String found = value.map(TemplateNode::kindName).orElse("AWS::NoValue");
    site(node).error("must be a list, found " + found);
    return new ListNode(List.of(unknown("a list", node)), node.line());
  }

  /**
   * Returns the arguments of a function that takes a list of them; reports a wrong number.
   *
   * @param least the least number of arguments
   * @param most the greatest number of arguments
   */
  Optional<List<TemplateNode>> arguments(TemplateNode node, int least, int most) {
    if (node instanceof ListNode list
        && list.items().size() >= least
        && list.items().size() <= most) {
      return Optional.of(list.items());
    }
    String count = least == most ? Integer.toString(least) : least + " to " + most;
    String found =
        node instanceof ListNode list ? Integer.toString(list.items().size()) : node.kindName();
    site(node).error("the function takes a list of %s arguments, found %s".formatted(count, found));
    return Optional.empty();
  }

  /** A text that stands for a value which could not be evaluated. */
  static ScalarNode unknown(String what, TemplateNode at) {
    return ScalarNode.of(what, Origin.unknown(what + " could not be evaluated"), at.line());
  }
}
