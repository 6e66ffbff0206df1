package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * {@code Fn::Sub}: puts values into a text. {@code ${Name}} is an entry of the map, else what
 * {@code Ref} gives; {@code ${Name.Attribute}} what {@code Fn::GetAtt} gives; {@code ${!Name}}
 * stays, without the exclamation mark.
 */
final class Substitution implements IntrinsicFunction {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:]+");

  @Override
  public Optional<TemplateNode> apply(TemplateNode argument, Evaluator evaluator) {
    if (argument instanceof ScalarNode text) {
      return Optional.of(substitute(text, new Variables(Map.of(), evaluator)));
    }
    if (argument instanceof ListNode list
        && list.items().size() == 2
        && list.items().get(0) instanceof ScalarNode text
        && list.items().get(1) instanceof MapNode map) {
      return Optional.of(substitute(text, Variables.of(map, evaluator)));
    }
    evaluator.site(argument).error("Fn::Sub takes a text, or a list of a text and a map");
    return Optional.of(Evaluator.unknown("Fn::Sub", argument));
  }

  private static ScalarNode substitute(ScalarNode text, Variables variables) {
    Matcher matcher = VARIABLE.matcher(text.text());
    StringBuilder result = new StringBuilder();
    Origin origin = text.origin();
    while (matcher.find()) {
      String name = matcher.group(1).strip();
      if (name.startsWith("!")) {
        matcher.appendReplacement(result, Matcher.quoteReplacement("${" + name.substring(1) + "}"));
      } else {
        ScalarNode value = variables.value(name, text);
        origin = origin.and(value.origin());
        matcher.appendReplacement(result, Matcher.quoteReplacement(value.canonicalText()));
      }
    }
    matcher.appendTail(result);
    ScalarNode whole = ScalarNode.of(result.toString(), origin, text.line());
    return DynamicReferences.resolve(whole, variables.evaluator().scope().options());
  }

  /** The variables that a text may name. */
  private record Variables(Map<String, ScalarNode> own, Evaluator evaluator) {

    static Variables of(MapNode map, Evaluator evaluator) {
      Map<String, ScalarNode> own = new LinkedHashMap<>();
      map.entries().forEach((key, value) -> own.put(key, evaluator.text(value)));
      return new Variables(own, evaluator);
    }

    ScalarNode value(String name, ScalarNode text) {
      ScalarNode known = own.get(name);
      if (known != null) {
        return known;
      }
      Site site = evaluator.site(text);
      if (!NAME.matcher(name).matches()) {
        site.error("${" + name + "} is no name; write ${!" + name + "} for the text itself");
        return Evaluator.unknown("Fn::Sub", text);
      }
      int dot = name.indexOf('.');
      TemplateNode value =
          dot < 0
              ? evaluator.references().ref(name, site).orElse(ScalarNode.of("", text.line()))
              : evaluator
                  .references()
                  .attribute(name.substring(0, dot), name.substring(dot + 1), site);
      return asText(name, value, site);
    }

    private static ScalarNode asText(String name, TemplateNode value, Site site) {
      if (value instanceof ScalarNode scalar) {
        return scalar;
      }
      if (value instanceof ListNode list
          && list.items().stream().allMatch(ScalarNode.class::isInstance)) {
        site.warning("${" + name + "} is a list, which the service refuses; joined with commas");
        return ScalarNode.of(joined(list.items()), list.origin(), value.line());
      }
      site.error("${" + name + "} must be a text, found " + value.kindName());
      return Evaluator.unknown("Fn::Sub", value);
    }

    private static String joined(List<TemplateNode> items) {
      return items.stream()
          .map(item -> ((ScalarNode) item).text())
          .collect(Collectors.joining(","));
    }
  }
}
