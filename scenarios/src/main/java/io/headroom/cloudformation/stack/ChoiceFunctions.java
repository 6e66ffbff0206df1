package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Nearest;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.List;
import java.util.Optional;

/** Functions that choose among values: If, FindInMap; and Transform, which needs a macro. */
final class ChoiceFunctions {

  private ChoiceFunctions() {}

  /** The branch that is not taken stays unevaluated: it may refer to absent resources. */
  static Optional<TemplateNode> choose(TemplateNode argument, Evaluator evaluator) {
    Optional<List<TemplateNode>> arguments = evaluator.arguments(argument, 3, 3);
    if (arguments.isEmpty()) {
      return Optional.of(Evaluator.unknown("Fn::If", argument));
    }
    ScalarNode name = evaluator.text(arguments.get().get(0));
    boolean holds = evaluator.scope().conditions().holds(name.text(), evaluator.site(argument));
    return evaluator.evaluate(arguments.get().get(holds ? 1 : 2));
  }

  static Optional<TemplateNode> findInMap(TemplateNode argument, Evaluator evaluator) {
    Optional<List<TemplateNode>> arguments = evaluator.arguments(argument, 3, 4);
    if (arguments.isEmpty()) {
      return Optional.of(Evaluator.unknown("Fn::FindInMap", argument));
    }
    List<ScalarNode> keys = arguments.get().subList(0, 3).stream().map(evaluator::text).toList();
    TemplateNode found = evaluator.scope().mappings();
    for (int i = 0; i < keys.size(); i++) {
      ScalarNode key = keys.get(i);
      MapNode level = found instanceof MapNode map ? map : MapNode.empty(found.line());
      Optional<TemplateNode> next = level.get(key.text());
      if (next.isEmpty()) {
        return defaultValue(arguments.get(), evaluator)
            .or(() -> Optional.of(missing(key, level, argument, evaluator)));
      }
      found = next.get();
    }
    return evaluator.evaluate(found);
  }

  private static Optional<TemplateNode> defaultValue(
      List<TemplateNode> arguments, Evaluator evaluator) {
    return arguments.size() > 3 && arguments.get(3) instanceof MapNode options
        ? options.get("DefaultValue").flatMap(evaluator::evaluate)
        : Optional.empty();
  }

  private static ScalarNode missing(
      ScalarNode key, MapNode level, TemplateNode argument, Evaluator evaluator) {
    Origin origin = key.origin();
    if (origin.isGiven()) {
      evaluator
          .site(argument)
          .error(
              "Fn::FindInMap: the mapping has no key %s%s"
                  .formatted(key.text(), Nearest.hint(key.text(), level.entries().keySet())));
    }
    String reason = origin.isGiven() ? "a missing key of a mapping" : origin.reason();
    return ScalarNode.of(key.text(), Origin.unknown(reason), argument.line());
  }

  static Optional<TemplateNode> transform(TemplateNode argument, Evaluator evaluator) {
    String name = argument instanceof MapNode map ? map.text("Name").orElse("") : "";
    evaluator.site(argument).error("the macro " + name + " runs in the account only");
    return Optional.of(Evaluator.unknown("Fn::Transform", argument));
  }
}
