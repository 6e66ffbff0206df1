package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.List;
import java.util.Optional;

/**
 * The section Rules: assertions about parameters. One that depends on values which are not known
 * here is left out with a note.
 *
 * <p>Source: AWS CloudFormation User Guide, "Rules".
 */
final class Rules {

  private final Scope scope;

  Rules(Scope scope) {
    this.scope = scope;
  }

  void check(MapNode section) {
    section.entries().forEach((name, node) -> check(name, node));
  }

  private void check(String name, TemplateNode node) {
    Evaluator evaluator = scope.parameterEvaluator("Rules." + name);
    if (!(node instanceof MapNode rule)) {
      evaluator.site(node).error("a rule is a map with Assertions, found " + node.kindName());
      return;
    }
    Optional<Verdict> applies =
        rule.get("RuleCondition").map(new ConditionExpression(evaluator)::decide);
    if (applies.isPresent() && !applies.get().holds()) {
      return;
    }
    List<TemplateNode> assertions =
        rule.get("Assertions").orElse(null) instanceof ListNode list ? list.items() : List.of();
    for (TemplateNode assertion : assertions) {
      if (assertion instanceof MapNode map) {
        check(map, evaluator);
      }
    }
  }

  private static void check(MapNode assertion, Evaluator evaluator) {
    Optional<TemplateNode> test = assertion.get("Assert");
    if (test.isEmpty()) {
      evaluator.site(assertion).error("an assertion needs Assert");
      return;
    }
    Verdict verdict = new ConditionExpression(evaluator).decide(test.get());
    if (!verdict.origin().isGiven()) {
      evaluator.site(assertion).note("the rule was not checked: " + verdict.origin().reason());
    } else if (!verdict.holds()) {
      String described = assertion.text("AssertDescription").orElse("the assertion does not hold");
      evaluator.site(assertion).error(described);
    }
  }
}
