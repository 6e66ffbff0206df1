package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.Problems;
import io.headroom.cloudformation.template.Template;
import io.headroom.cloudformation.template.TemplateNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A template with everything decided that its text and the options decide. Immutable.
 *
 * @param options what the template was resolved with
 * @param parameters the values of the parameters by name
 * @param resources the resources that exist, in the order of the template
 * @param absent the condition, by logical id, of each resource that does not exist
 * @param order the logical ids in an order of creation
 */
public record ResolvedStack(
    TemplateOptions options,
    Map<String, TemplateNode> parameters,
    Map<String, ResolvedResource> resources,
    Map<String, String> absent,
    List<String> order) {

  /** Copies the collections. */
  public ResolvedStack {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    resources = Collections.unmodifiableMap(new LinkedHashMap<>(resources));
    absent = Collections.unmodifiableMap(new LinkedHashMap<>(absent));
    order = List.copyOf(order);
  }

  /**
   * Resolves a template.
   *
   * @param problems where to report what is wrong with the template; an unknown value stands for
   *     whatever could not be evaluated
   */
  public static ResolvedStack of(Template template, TemplateOptions options, Problems problems) {
    problems.addAll(template.problems());
    if (options.strict()) {
      template
          .duplicates()
          .forEach(each -> problems.error(each.line(), each.path(), each.message()));
    } else {
      problems.addAll(template.duplicates());
    }
    return new StackResolver(template, options, problems).resolve();
  }

  /** Returns the resource with a logical id, if it exists. */
  public Optional<ResolvedResource> resource(String logicalId) {
    return Optional.ofNullable(resources.get(logicalId));
  }

  /** Returns the resources of a type, in the order of the template. */
  public List<ResolvedResource> ofType(String type) {
    return resources.values().stream().filter(each -> each.type().equals(type)).toList();
  }

  /** Returns the names of the region's Availability Zones, alphabetically. */
  public List<String> zones() {
    return new PhysicalNames(options).zones(options.region());
  }
}
