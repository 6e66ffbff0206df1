package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Functions that make lists or take them apart: Split, Select, GetAZs, Length. */
final class ListFunctions {

  private ListFunctions() {}

  static Optional<TemplateNode> split(TemplateNode argument, Evaluator evaluator) {
    Optional<List<TemplateNode>> arguments = evaluator.arguments(argument, 2, 2);
    if (arguments.isEmpty()) {
      return Optional.of(Evaluator.unknown("Fn::Split", argument));
    }
    String delimiter = evaluator.text(arguments.get().get(0)).text();
    ScalarNode text = evaluator.text(arguments.get().get(1));
    if (delimiter.isEmpty()) {
      evaluator.site(argument).error("Fn::Split needs a delimiter");
      return Optional.of(Evaluator.unknown("Fn::Split", argument));
    }
    List<TemplateNode> pieces =
        Stream.of(text.text().split(Pattern.quote(delimiter), -1))
            .map(piece -> (TemplateNode) ScalarNode.of(piece, text.origin(), argument.line()))
            .toList();
    return Optional.of(new ListNode(pieces, argument.line()));
  }

  static Optional<TemplateNode> select(TemplateNode argument, Evaluator evaluator) {
    Optional<List<TemplateNode>> arguments = evaluator.arguments(argument, 2, 2);
    if (arguments.isEmpty()) {
      return Optional.of(Evaluator.unknown("Fn::Select", argument));
    }
    ScalarNode index = evaluator.text(arguments.get().get(0));
    ListNode list = evaluator.list(arguments.get().get(1));
    Optional<Integer> position = index.number().flatMap(ListFunctions::whole);
    if (position.isEmpty() || position.get() < 0) {
      return Optional.of(missing(argument, index.origin(), evaluator, "must be a whole number"));
    }
    if (position.get() < list.items().size()) {
      TemplateNode item = list.items().get(position.get());
      if (item instanceof ScalarNode scalar && scalar.isNull()) {
        return Optional.of(missing(argument, item.origin(), evaluator, "must not select null"));
      }
      return Optional.of(item);
    }
    String range =
        "the list has %d items, no index %d".formatted(list.items().size(), position.get());
    return Optional.of(missing(argument, list.origin().and(index.origin()), evaluator, range));
  }

  /** Nothing can be said about the item of a list that is not known itself. */
  private static ScalarNode missing(
      TemplateNode argument, Origin origin, Evaluator evaluator, String rule) {
    if (origin.isGiven()) {
      evaluator.site(argument).error("Fn::Select: " + rule);
      return Evaluator.unknown("Fn::Select", argument);
    }
    return ScalarNode.of("item", Origin.unknown(origin.reason()), argument.line());
  }

  private static Optional<Integer> whole(BigDecimal number) {
    try {
      return Optional.of(number.intValueExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  static Optional<TemplateNode> getAzs(TemplateNode argument, Evaluator evaluator) {
    ScalarNode region = evaluator.text(argument);
    String name =
        region.canonicalText().isEmpty() || region.origin().isUnknown()
            ? evaluator.scope().options().region()
            : region.text();
    List<TemplateNode> zones =
        evaluator.scope().names().zones(name).stream()
            .map(zone -> (TemplateNode) ScalarNode.of(zone, argument.line()))
            .toList();
    return Optional.of(new ListNode(zones, argument.line()));
  }

  static Optional<TemplateNode> length(TemplateNode argument, Evaluator evaluator) {
    ListNode list = evaluator.list(argument);
    String count = Integer.toString(list.items().size());
    return Optional.of(
        new ScalarNode(count, ScalarNode.Kind.INTEGER, list.origin(), argument.line()));
  }
}
