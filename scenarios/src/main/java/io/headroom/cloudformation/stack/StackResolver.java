package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Nearest;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.Template;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Resolves one template: parameters, then loops and includes, conditions and rules, and last the
 * resources and outputs.
 */
final class StackResolver {

  /** What stands beside the properties of a resource and may hold functions. */
  private static final List<String> ELEMENTS = List.of("UpdatePolicy", "CreationPolicy");

  private final Template template;
  private final Problems problems;
  private final PhysicalNames names;
  private final Map<String, StackResource> resources = new LinkedHashMap<>();
  private final Map<String, String> absent = new LinkedHashMap<>();

  StackResolver(Template template, TemplateOptions options, Problems problems) {
    this.template = template;
    this.problems = problems;
    this.names = new PhysicalNames(options);
  }

  ResolvedStack resolve() {
    Map<String, TemplateNode> parameters =
        new ParameterValues(names, problems).resolve(template.section("Parameters"));
    ParameterReferences parameterReferences = new ParameterReferences(parameters, names);
    MapNode root = new Expansion(template.root(), parameterReferences, names, problems).expand();
    Scope scope = Scope.of(parameterReferences, root, names, problems);
    scope.conditions().decideAll(scope);
    new Rules(scope).check(root.map("Rules"));
    StackReferences references =
        new StackReferences(parameterReferences, resources, absent, new LinkedHashSet<>());
    root.map("Resources").entries().forEach((id, node) -> declare(id, node, references, scope));
    Map<String, ResolvedResource> resolved = new LinkedHashMap<>();
    resources.forEach((id, resource) -> resolved.put(id, resolve(resource)));
    root.map("Outputs").entries().forEach((id, node) -> checkOutput(id, node, references, scope));
    return new ResolvedStack(names.options(), parameters, resolved, absent, order());
  }

  private void declare(String id, TemplateNode node, StackReferences references, Scope scope) {
    Site site = new Site(node.line(), "Resources." + id, problems);
    if (!(node instanceof MapNode body)) {
      site.error("a resource is a map with a Type, found " + node.kindName());
      return;
    }
    if (body.text("Type").isEmpty()) {
      site.error("a resource needs a Type, such as AWS::AutoScaling::AutoScalingGroup");
      return;
    }
    body.get("Properties")
        .filter(properties -> !(properties instanceof MapNode))
        .filter(properties -> !(properties instanceof ScalarNode scalar && scalar.isNull()))
        .ifPresent(found -> site.error("Properties must be a map, found " + found.kindName()));
    Optional<String> condition = body.text("Condition");
    if (condition.isPresent() && !scope.conditions().holds(condition.get(), site)) {
      absent.put(id, condition.get());
    } else {
      resources.put(id, new StackResource(id, body, references, scope));
    }
  }

  private static ResolvedResource resolve(StackResource resource) {
    MapNode properties = resource.properties();
    Map<String, TemplateNode> elements = new LinkedHashMap<>();
    for (String name : ELEMENTS) {
      resource.element(name).ifPresent(value -> elements.put(name, value));
    }
    // Only its references matter: they order the resources and must exist.
    resource.element("Metadata");
    MapNode body = resource.body();
    return new ResolvedResource(
        resource.logicalId(),
        resource.type(),
        resource.ref(),
        properties,
        new MapNode(elements, body.line()),
        body.line());
  }

  private List<String> order() {
    Map<String, Set<String>> edges = new LinkedHashMap<>();
    for (StackResource resource : resources.values()) {
      Set<String> targets = new LinkedHashSet<>(resource.dependencies());
      targets.addAll(dependsOn(resource));
      edges.put(resource.logicalId(), targets);
    }
    Dependencies dependencies = Dependencies.of(edges);
    for (List<String> cycle : dependencies.cycles()) {
      StackResource first = resources.get(cycle.get(0));
      if (first != null) {
        first.site().error("circular dependency: " + String.join(" -> ", cycle));
      }
    }
    return dependencies.order();
  }

  private Set<String> dependsOn(StackResource resource) {
    Set<String> ids = new LinkedHashSet<>();
    Optional<TemplateNode> node = resource.body().get("DependsOn");
    if (node.orElse(null) instanceof ScalarNode scalar) {
      addDependency(scalar, resource, ids);
    } else if (node.orElse(null) instanceof ListNode list) {
      list.items().forEach(item -> addDependency(item, resource, ids));
    }
    return ids;
  }

  private void addDependency(TemplateNode node, StackResource resource, Set<String> ids) {
    String path = "Resources." + resource.logicalId() + ".DependsOn";
    if (!(node instanceof ScalarNode id)) {
      problems.error(node.line(), path, "must be a logical id, found " + node.kindName());
    } else if (resources.containsKey(id.text())) {
      ids.add(id.text());
    } else if (!absent.containsKey(id.text())) {
      String hint = Nearest.hint(id.text(), resources.keySet());
      problems.error(node.line(), path, "there is no resource " + id.text() + hint);
    }
  }

  private void checkOutput(String id, TemplateNode node, StackReferences references, Scope scope) {
    Evaluator evaluator = new Evaluator(scope, references, "Outputs." + id);
    if (!(node instanceof MapNode output)) {
      evaluator.site(node).error("an output is a map with a Value, found " + node.kindName());
      return;
    }
    Optional<String> condition = output.text("Condition");
    if (condition.isPresent() && !scope.conditions().holds(condition.get(), evaluator.site(node))) {
      return;
    }
    if (output.get("Value").isEmpty()) {
      evaluator.site(node).error("an output needs a Value");
    }
    evaluator.child("Value").evaluate(output.get("Value").orElse(MapNode.empty(node.line())));
    output.get("Export").ifPresent(evaluator.child("Export")::evaluate);
  }
}
