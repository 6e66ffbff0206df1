package io.headroom.scenarios;

import io.headroom.cloudformation.ImportedStack;
import io.headroom.cloudformation.stack.TemplateOptions;
import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problem.Severity;
import io.headroom.cloudformation.template.Template;
import io.headroom.cloudformation.template.TemplateNode;
import io.headroom.scenarios.Overrides.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the template of a scenario: the file that {@code template} names, or the sections of a
 * template that stand in the scenario file itself.
 */
final class StackReader {
  /** The sections of a template that a scenario file can hold. */
  static final List<String> SECTIONS =
      List.of(
          "AWSTemplateFormatVersion",
          "Description",
          "Metadata",
          "Parameters",
          "Rules",
          "Mappings",
          "Conditions",
          "Transform",
          "Resources",
          "Outputs");

  private static final Notation<String> REGION =
      new Notation<>(
          "the name of a region, such as us-east-1",
          text -> Optional.of(text).filter(name -> name.matches("[a-z]{2}(-[a-z]+)+-\\d")));

  private final Section root;
  private final Optional<Template> template;
  private final OverriddenTree tree;
  private final List<FileProblem> problems = new ArrayList<>();

  /**
   * Finds the template.
   *
   * @param file the scenario file
   * @param root the whole of it
   */
  StackReader(Path file, Section root) {
    this.root = root;
    this.template = template(file, root);
    this.tree = new OverriddenTree(template.map(Template::root).orElse(MapNode.empty(0)));
  }

  private static Optional<Template> template(Path file, Section root) {
    Map<String, TemplateNode> inline = new LinkedHashMap<>();
    for (String key : SECTIONS) {
      root.value(key).ifPresent(value -> inline.put(key, value.node()));
    }
    if (inline.isEmpty() && !root.has("template")) {
      root.problem(
          "template", "is missing; allowed: a template file, or its Resources in place of it");
    } else if (root.has("template") && !inline.isEmpty()) {
      root.problem("template", "found beside " + inline.keySet() + "; allowed: one of them");
    } else if (root.has("template")) {
      return root.file("template").map(Template::read);
    }
    return inline.isEmpty()
        ? Optional.empty()
        : Optional.of(Template.of(file.toString(), new MapNode(inline, 1)));
  }

  /** Returns the logical ids of the resources. */
  Set<String> resources() {
    return tree.tree().map("Resources").entries().keySet();
  }

  /** Replaces a property of a resource. */
  void set(Setting setting, DottedPath path) {
    tree.set(setting, path.ofProperty());
  }

  /** Returns the stack that the template gives with the parameters of the scenario. */
  Stack read() {
    Section parameters = root.section("parameters").orElse(root.emptyAt("parameters"));
    TemplateOptions.Builder options = TemplateOptions.builder();
    for (String name : parameters.keys()) {
      parameters.value(name).flatMap(StackReader::text).ifPresent(v -> options.parameter(name, v));
    }
    root.read("region", REGION).ifPresent(options::region);
    options.run(root.start(), root.duration());
    if (AutoScalingSettingsSection.allowsUnboundedStep(root)) {
      options.unboundedStep();
    }
    return template.map(found -> read(found, options.build(), parameters)).orElse(Stack.NONE);
  }

  private Stack read(Template found, TemplateOptions options, Section parameters) {
    Template changed =
        new Template(found.name(), tree.tree(), found.problems(), found.duplicates());
    ImportedStack stack = ImportedStack.of(changed, options);
    stack.problems().stream()
        // What the import assumes is told by the import, not by every run.
        .filter(problem -> problem.severity() != Severity.NOTE)
        .forEach(problem -> report(problem, found.name(), parameters));
    return Stack.of(stack);
  }

  /** What is wrong with the value of a parameter is a problem of the file that gives the value. */
  private void report(Problem problem, String name, Section parameters) {
    Optional<String> given =
        parameters.keys().stream()
            .filter(key -> problem.path().equals("Parameters." + key))
            .filter(key -> problem.isError())
            .findFirst();
    given.ifPresentOrElse(
        key -> parameters.problem(key, problem.message()),
        () -> problems.add(tree.located(problem, name)));
  }

  private static Optional<String> text(Value value) {
    if (value.node() instanceof ListNode) {
      return Optional.of(
          value.items().stream()
              .flatMap(item -> item.text().stream())
              .collect(Collectors.joining(",")));
    }
    return value.text();
  }

  /** Returns what is wrong with the template. */
  List<FileProblem> problems() {
    return problems;
  }
}
