package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Problems;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What every value of one template is evaluated with.
 *
 * @param names the physical names, and with them the options
 * @param parameters the names that do not depend on resources
 * @param mappings the section Mappings
 * @param conditions the section Conditions
 * @param problems where problems go
 * @param missingImports the exports that were reported as not given; grows while evaluating
 */
record Scope(
    PhysicalNames names,
    ParameterReferences parameters,
    MapNode mappings,
    Conditions conditions,
    Problems problems,
    Set<String> missingImports) {

  static Scope of(
      ParameterReferences parameters, MapNode root, PhysicalNames names, Problems problems) {
    return new Scope(
        names,
        parameters,
        root.map("Mappings"),
        new Conditions(root.map("Conditions")),
        problems,
        new LinkedHashSet<>());
  }

  /** Returns an evaluator for places that may refer to parameters only. */
  Evaluator parameterEvaluator(String path) {
    return new Evaluator(this, parameters, path);
  }

  TemplateOptions options() {
    return names.options();
  }
}
