package io.headroom.scenarios;

import io.headroom.cloudformation.ImportedStack;
import io.headroom.cloudformation.report.ImportReport;
import io.headroom.cloudformation.stack.TemplateOptions;
import io.headroom.cloudformation.template.Template;
import io.headroom.scenarios.ScenarioDraft.DraftNames;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A template on its way to a first scenario: what was understood of it, and the scenario's text.
 */
public final class TemplateImport {
  private final Path template;
  private final Map<String, String> parameters;
  private final ImportedStack stack;

  private TemplateImport(Path template, Map<String, String> parameters, ImportedStack stack) {
    this.template = template;
    this.parameters = parameters;
    this.stack = stack;
  }

  /**
   * Imports a template.
   *
   * @param template the template file, in YAML or JSON
   * @param parameters values of its parameters, by name
   */
  public static TemplateImport of(Path template, Map<String, String> parameters) {
    TemplateOptions options = TemplateOptions.builder().parameters(parameters).build();
    ImportedStack stack = ImportedStack.of(Template.read(template), options);
    return new TemplateImport(template, new TreeMap<>(parameters), stack);
  }

  /** Returns what was understood, defaulted, ignored and not resolved. */
  public ImportReport report() {
    return stack.report();
  }

  /** Returns whether something keeps the template from being simulated. */
  public boolean hasErrors() {
    return stack.hasErrors();
  }

  /**
   * Returns the text of a scenario that runs as it is.
   *
   * @param scenario where it will be written; the template is named relative to it
   * @throws IllegalStateException if the template has errors
   */
  public String scenario(Path scenario) {
    if (hasErrors()) {
      throw new IllegalStateException(template + " has errors");
    }
    Stack parts =
        new Stack(Stack.State.COMPLETE, stack.groups(), stack.loadBalancers(), stack.alarms());
    String name = baseName(template);
    DraftNames names = new DraftNames(name, relative(scenario), parameters, Map.of());
    return new ScenarioDraft(parts, names).text();
  }

  /** Returns the name of a file without its ending. */
  public static String baseName(Path file) {
    Path name = file.getFileName();
    return name == null ? "template" : name.toString().replaceFirst("\\.[^.]*$", "");
  }

  private String relative(Path scenario) {
    Path folder = scenario.toAbsolutePath().normalize().getParent();
    Path target = template.toAbsolutePath().normalize();
    return folder == null ? target.toString() : folder.relativize(target).toString();
  }
}
