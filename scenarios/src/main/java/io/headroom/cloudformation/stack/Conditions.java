package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Nearest;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The section Conditions: each decided once, when first asked for. Not thread-safe.
 *
 * <p>Source: AWS CloudFormation User Guide, "Condition functions".
 */
final class Conditions {

  private final MapNode section;
  private final Map<String, Verdict> decided = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  Conditions(MapNode section) {
    this.section = section;
  }

  /** Decides every condition, also those that nothing uses. */
  void decideAll(Scope scope) {
    section.entries().keySet().forEach(name -> decide(name, scope));
  }

  /** Returns whether a condition holds; reports an unknown name and takes it as false. */
  boolean holds(String name, Site site) {
    return verdict(name, site).holds();
  }

  Verdict verdict(String name, Site site) {
    Verdict verdict = decided.get(name);
    if (verdict == null) {
      site.error("there is no condition " + name + Nearest.hint(name, section.entries().keySet()));
      return Verdict.FALSE;
    }
    return verdict;
  }

  /** Decides a condition that another one names. */
  Verdict nested(String name, Evaluator user, TemplateNode at) {
    if (section.get(name).isPresent()) {
      decide(name, user.scope());
    }
    if (open.contains(name)) {
      String path = String.join(" -> ", open) + " -> " + name;
      user.site(at).error("the conditions depend on each other: " + path);
      return Verdict.FALSE;
    }
    return verdict(name, user.site(at));
  }

  private void decide(String name, Scope scope) {
    TemplateNode body = section.entries().get(name);
    if (body == null || decided.containsKey(name) || !open.add(name)) {
      return;
    }
    Evaluator evaluator = scope.parameterEvaluator("Conditions." + name);
    Verdict verdict = new ConditionExpression(evaluator).decide(body);
    if (verdict.origin().isUnknown()) {
      evaluator
          .site(body)
          .warning("taken as " + verdict.holds() + ", because " + verdict.origin().reason());
    }
    open.remove(name);
    decided.put(name, verdict);
  }
}
