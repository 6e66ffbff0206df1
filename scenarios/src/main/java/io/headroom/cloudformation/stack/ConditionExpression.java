package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/** Decides the functions that conditions and rules are made of. */
final class ConditionExpression {

  private static final int MOST_OPERANDS = 10;

  private static final Verdict UNDECIDED =
      new Verdict(true, Origin.unknown("a rule function is not evaluated"));

  private final Evaluator evaluator;

  ConditionExpression(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  Verdict decide(TemplateNode node) {
    if (node instanceof MapNode map && map.entries().size() == 1) {
      String function = map.entries().keySet().iterator().next();
      return call(function, map.entries().values().iterator().next());
    }
    evaluator.site(node).error("must be a condition function, found " + node.kindName());
    return Verdict.FALSE;
  }

  private Verdict call(String function, TemplateNode argument) {
    return switch (function) {
      case "Fn::Equals" -> equal(argument);
      case "Fn::And" -> combined(argument, Verdict::and);
      case "Fn::Or" -> combined(argument, Verdict::or);
      case "Fn::Not" ->
          evaluator
              .arguments(argument, 1, 1)
              .map(operands -> decide(operands.get(0)).not())
              .orElse(Verdict.FALSE);
      case "Condition" -> named(argument);
      case "Fn::Contains" -> contains(argument);
      default -> undecidable(function, argument);
    };
  }

  private Verdict undecidable(String function, TemplateNode argument) {
    if (RuleFunctions.NAMES.contains(function)) {
      return new Verdict(true, Origin.unknown(function + " is not evaluated"));
    }
    evaluator.site(argument).error(function + " is no condition function");
    return Verdict.FALSE;
  }

  private Verdict named(TemplateNode argument) {
    String name = argument instanceof ScalarNode scalar ? scalar.text() : "";
    return evaluator.scope().conditions().nested(name, evaluator, argument);
  }

  private Verdict combined(TemplateNode argument, BinaryOperator<Verdict> combination) {
    return evaluator
        .arguments(argument, 2, MOST_OPERANDS)
        .flatMap(operands -> operands.stream().map(this::decide).reduce(combination))
        .orElse(Verdict.FALSE);
  }

  private Verdict equal(TemplateNode argument) {
    Optional<List<TemplateNode>> operands = evaluator.arguments(argument, 2, 2);
    if (operands.isEmpty()) {
      return Verdict.FALSE;
    }
    if (RuleFunctions.mentionedIn(operands.get())) {
      return UNDECIDED;
    }
    Optional<TemplateNode> left = evaluator.evaluate(operands.get().get(0));
    Optional<TemplateNode> right = evaluator.evaluate(operands.get().get(1));
    if (left.isEmpty() || right.isEmpty()) {
      return new Verdict(left.isEmpty() && right.isEmpty(), Origin.GIVEN);
    }
    Origin origin = left.get().origin().and(right.get().origin());
    return new Verdict(same(left.get(), right.get()), origin);
  }

  private static boolean same(TemplateNode left, TemplateNode right) {
    if (left instanceof ScalarNode a && right instanceof ScalarNode b) {
      return a.sameText(b);
    }
    return left instanceof ListNode a
        && right instanceof ListNode b
        && a.items().size() == b.items().size()
        && IntStream.range(0, a.items().size())
            .allMatch(i -> same(a.items().get(i), b.items().get(i)));
  }

  private Verdict contains(TemplateNode argument) {
    Optional<List<TemplateNode>> operands = evaluator.arguments(argument, 2, 2);
    if (operands.isEmpty()) {
      return Verdict.FALSE;
    }
    if (RuleFunctions.mentionedIn(operands.get())) {
      return UNDECIDED;
    }
    ListNode list = evaluator.list(operands.get().get(0));
    ScalarNode value = evaluator.text(operands.get().get(1));
    boolean found =
        list.items().stream()
            .anyMatch(item -> item instanceof ScalarNode each && same(each, value));
    return new Verdict(found, list.origin().and(value.origin()));
  }
}
