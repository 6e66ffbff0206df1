package io.headroom.scenarios;

import io.headroom.cloudformation.ImportedStack;
import io.headroom.cloudformation.report.ImportReport;
import io.headroom.cloudformation.stack.ResolvedStack;
import io.headroom.cloudformation.stack.TemplateOptions;
import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.Template;
import io.headroom.cloudformation.template.TemplateNode;
import io.headroom.scenarios.ScenarioDraft.DraftNames;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A template that was imported on its own: what was understood of it, and a first scenario for it.
 * Immutable.
 */
public final class TemplateImport {
  private final Path file;
  private final Map<String, String> parameters;
  private final Template template;
  private final TemplateOptions options;
  private final ImportedStack stack;

  private TemplateImport(Path file, Map<String, String> parameters) {
    this.file = file;
    this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    this.template = Template.read(file);
    this.options = TemplateOptions.builder().parameters(parameters).build();
    this.stack = ImportedStack.of(template, options);
  }

  /**
   * Imports a template; what is wrong with it is in {@link #problems()}.
   *
   * @param file the template, JSON or YAML
   * @param parameters values for its parameters, by name
   */
  public static TemplateImport of(Path file, Map<String, String> parameters) {
    return new TemplateImport(file, parameters);
  }

  /** Returns the name of the template's file without its ending. */
  public String name() {
    return Optional.ofNullable(file.getFileName())
        .map(name -> name.toString().replaceFirst("\\.[^.]*$", ""))
        .orElse("template");
  }

  /** Returns what came of each property. */
  public ImportReport report() {
    return stack.report();
  }

  /** Returns what is wrong or worth knowing, errors first. */
  public List<FileProblem> problems() {
    if (isScenario()) {
      return List.of(
          FileProblem.error(
              file.toString(),
              "this is a scenario; run it with 'headroom run %s'".formatted(file)));
    }
    return stack.problems().stream().map(this::located).toList();
  }

  /** Returns whether something keeps the template from being simulated. */
  public boolean hasErrors() {
    return isScenario() || stack.hasErrors();
  }

  private boolean isScenario() {
    return template.root().get("workloads").isPresent()
        || template.root().get("template").isPresent();
  }

  private FileProblem located(Problem problem) {
    return parameters.entrySet().stream()
        .filter(given -> problem.path().equals("Parameters." + given.getKey()))
        .findFirst()
        .map(given -> "-p " + given.getKey() + "=" + given.getValue())
        .map(option -> FileProblem.of(problem, option).withoutLine())
        .orElseGet(() -> FileProblem.of(problem, file.toString()));
  }

  /**
   * Returns the text of a first scenario, which runs as it is.
   *
   * @param scenario the file that the text is for; it names the template relative to its folder
   * @throws IllegalStateException if the template has errors
   */
  public String scenario(Path scenario) {
    if (hasErrors()) {
      throw new IllegalStateException("the template has errors: " + stack.problems());
    }
    DraftNames names = new DraftNames(name(), templateSeenFrom(scenario), parameters, assumed());
    return new ScenarioDraft(Stack.of(stack), names).text();
  }

  private String templateSeenFrom(Path scenario) {
    Path whole = file.toAbsolutePath().normalize();
    Path folder = scenario.toAbsolutePath().normalize().getParent();
    boolean sameRoot = folder != null && Objects.equals(folder.getRoot(), whole.getRoot());
    Path seen = folder != null && sameRoot ? folder.relativize(whole) : whole;
    return seen.toString().replace('\\', '/');
  }

  private Map<String, String> assumed() {
    Map<String, String> assumed = new LinkedHashMap<>();
    ResolvedStack.of(template, options, new Problems())
        .parameters()
        .forEach(
            (name, value) -> {
              if (!value.origin().isGiven()) {
                assumed.put(name, text(value));
              }
            });
    return assumed;
  }

  private static String text(TemplateNode value) {
    if (value instanceof ListNode list) {
      return list.items().stream().map(TemplateImport::text).collect(Collectors.joining(","));
    }
    return value instanceof ScalarNode scalar ? scalar.text() : "";
  }
}
