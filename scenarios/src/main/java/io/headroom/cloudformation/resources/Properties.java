package io.headroom.cloudformation.resources;

import io.headroom.cloudformation.report.PropertyUse;
import io.headroom.cloudformation.stack.ResolvedResource;
import io.headroom.cloudformation.template.ListNode;
import io.headroom.cloudformation.template.MapNode;
import io.headroom.cloudformation.template.Nearest;
import io.headroom.cloudformation.template.Origin;
import io.headroom.cloudformation.template.Problem;
import io.headroom.cloudformation.template.ScalarNode;
import io.headroom.cloudformation.template.TemplateNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The properties of one resource, or of a map inside one. Reading a property records what came of
 * it; {@link #finish} records those that nobody read. Not thread-safe.
 *
 * <p>A value that does not fit its type, or that only the account knows, is reported and counts as
 * absent.
 */
public final class Properties {

  private final ImportContext context;
  private final ResolvedResource resource;
  private final MapNode node;
  private final String prefix;
  private final Set<String> read = new LinkedHashSet<>();
  private final Set<String> ignorable = new LinkedHashSet<>();
  private final List<Properties> children = new ArrayList<>();

  Properties(ResolvedResource resource, ImportContext context) {
    this(resource, context, resource.properties(), "");
  }

  private Properties(
      ResolvedResource resource, ImportContext context, MapNode node, String prefix) {
    this.resource = resource;
    this.context = context;
    this.node = node;
    this.prefix = prefix;
  }

  /** Returns the resource that the properties belong to. */
  public ResolvedResource resource() {
    return resource;
  }

  /** Returns the logical id of the resource. */
  public String logicalId() {
    return resource.logicalId();
  }

  /** Returns the resource's physical id, which is what {@code Ref} gives. */
  public String ref() {
    return resource.ref().text();
  }

  /** Returns whether a property is present. */
  public boolean has(String key) {
    return node.get(key).isPresent();
  }

  /** Returns the line of a property, or that of what should hold it if it is absent. */
  public int line(String key) {
    int owner = prefix.isEmpty() ? resource.line() : node.line();
    return node.get(key).map(TemplateNode::line).orElse(owner);
  }

  /** Returns the names of the properties in the order of the template. */
  public Set<String> keys() {
    return node.entries().keySet();
  }

  /** Returns the value of a property as it stands, marked as read. */
  public Optional<TemplateNode> raw(String key) {
    read.add(key);
    return node.get(key);
  }

  /** Reports that a property, or the resource if the key is empty, keeps the stack from working. */
  public void error(String key, String message) {
    context.problems().error(line(key), path(key), message);
  }

  /** Reports that the model may differ from what a property means. */
  public void warning(String key, String message) {
    context.problems().warning(line(key), path(key), message);
  }

  /** Reports something worth knowing about a property. */
  public void note(String key, String message) {
    context.problems().note(line(key), path(key), message);
  }

  /** Records that a property is not simulated. */
  public void unsupported(String key, String reason) {
    read.add(key);
    record(PropertyUse.UNSUPPORTED, key, reason);
  }

  /** Records that a property is not simulated, if it is present. */
  public void unsupportedIfPresent(String key, String reason) {
    if (has(key)) {
      unsupported(key, reason);
    }
  }

  /** Records that the whole resource is not simulated. */
  public void unsupportedResource(String reason) {
    context.record(PropertyUse.UNSUPPORTED, resource.line(), resource.logicalId(), reason);
  }

  /** Records that something beside the properties, such as UpdatePolicy, is not simulated. */
  public void unsupportedElement(String name, String reason) {
    MapNode elements = resource.elements();
    if (elements.get(name).isPresent()) {
      String place = resource.logicalId() + "." + name;
      context.record(PropertyUse.UNSUPPORTED, elements.lineOf(name), place, reason);
    }
  }

  /** Reports that something beside the properties keeps the stack from working. */
  public void elementError(String name, int line, String message) {
    context.problems().error(line, resource.path() + "." + name, message);
  }

  /** Names properties on which nothing in a simulation depends. */
  public void ignore(String... keys) {
    ignorable.addAll(List.of(keys));
  }

  /** Says that nothing in a simulation depends on any of the properties that nobody reads. */
  public void ignoreRest() {
    ignorable.addAll(node.entries().keySet());
  }

  private String path(String key) {
    return key.isEmpty() ? resource.path() : resource.path(prefix + key);
  }

  private void record(PropertyUse use, String key, String detail) {
    context.record(use, line(key), resource.logicalId() + "." + prefix + key, detail);
  }

  /** Reads a text whose exact value does not matter, such as the name of something. */
  public Optional<String> text(String key) {
    return scalar(key).map(ScalarNode::text);
  }

  /** Reads a text that must be known. */
  public Optional<String> known(String key) {
    return knownScalar(key).map(ScalarNode::text);
  }

  /** Reads a text that nothing essential depends on; empty if it is not known. */
  public Optional<String> ifKnown(String key) {
    return scalar(key).filter(scalar -> !scalar.origin().isUnknown()).map(ScalarNode::text);
  }

  /**
   * Reads one of some words.
   *
   * @param fallback the service's default
   */
  public String word(String key, String fallback, List<String> allowed) {
    if (!has(key)) {
      return defaulted(key, fallback, fallback);
    }
    Optional<String> found = known(key);
    if (found.isPresent() && !allowed.contains(found.get())) {
      error(key, "must be one of %s, found %s".formatted(String.join(", ", allowed), found.get()));
    }
    return found.filter(allowed::contains).orElse(fallback);
  }

  /** Reads a whole number. */
  public Optional<Integer> integer(String key) {
    return parsed(key, "a whole number", Properties::whole);
  }

  /** Reads a whole number; the service's default if it is absent. */
  public int integer(String key, int fallback) {
    return has(key)
        ? integer(key).orElse(fallback)
        : defaulted(key, fallback, Integer.toString(fallback));
  }

  /**
   * Reads a whole number within bounds; the service's default if it is absent or outside.
   *
   * @param least the least value allowed
   * @param most the greatest value allowed
   */
  public int integer(String key, int fallback, int least, int most) {
    int value = integer(key, fallback);
    if (has(key) && (value < least || value > most)) {
      error(key, "must be from %d to %d, found %d".formatted(least, most, value));
      return fallback;
    }
    return value;
  }

  /** Reads a number. */
  public Optional<Double> number(String key) {
    return parsed(
        key,
        "a number",
        scalar -> scalar.number().map(BigDecimal::doubleValue).filter(Double::isFinite));
  }

  /** Reads a duration in whole seconds, at least 0. */
  public Optional<Duration> seconds(String key) {
    return parsed(
        key,
        "a number of seconds",
        scalar -> whole(scalar).filter(value -> value >= 0).map(Duration::ofSeconds));
  }

  /** Reads a duration in whole seconds; the service's default if it is absent. */
  public Duration seconds(String key, Duration fallback) {
    return has(key)
        ? seconds(key).orElse(fallback)
        : defaulted(key, fallback, fallback.toSeconds() + " s");
  }

  /** Reads true or false; the service's default if it is absent. */
  public boolean flag(String key, boolean fallback) {
    return has(key)
        ? parsed(key, "true or false", ScalarNode::truth).orElse(fallback)
        : defaulted(key, fallback, Boolean.toString(fallback));
  }

  private <T> T defaulted(String key, T value, String shown) {
    read.add(key);
    record(PropertyUse.DEFAULTED, key, shown);
    return value;
  }

  private static Optional<Integer> whole(ScalarNode scalar) {
    try {
      return scalar.number().map(BigDecimal::intValueExact);
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  private <T> Optional<T> parsed(
      String key, String expected, Function<ScalarNode, Optional<T>> parser) {
    Optional<ScalarNode> scalar = knownScalar(key);
    Optional<T> value = scalar.flatMap(parser);
    if (scalar.isPresent() && value.isEmpty()) {
      error(key, "must be %s, found %s".formatted(expected, scalar.get().text()));
    }
    return value;
  }

  private Optional<ScalarNode> knownScalar(String key) {
    Optional<ScalarNode> scalar = scalar(key);
    Optional<Origin> unknown = scalar.map(ScalarNode::origin).filter(Origin::isUnknown);
    unknown.ifPresent(origin -> error(key, "the value is needed: " + origin.reason()));
    return unknown.isPresent() ? Optional.empty() : scalar;
  }

  private Optional<ScalarNode> scalar(String key) {
    Optional<TemplateNode> value = raw(key);
    if (value.isEmpty() || (value.get() instanceof ScalarNode scalar && scalar.isNull())) {
      return Optional.empty();
    }
    if (value.get() instanceof ScalarNode scalar) {
      recordUse(key, scalar);
      return Optional.of(scalar);
    }
    error(key, "must be a text, found " + value.get().kindName());
    return Optional.empty();
  }

  private void recordUse(String key, ScalarNode scalar) {
    Origin origin = scalar.origin();
    if (origin.isGiven()) {
      record(PropertyUse.USED, key, context.shown(scalar.text()));
    } else {
      record(PropertyUse.UNRESOLVED, key, origin.reason());
    }
  }

  /**
   * Reads a list of texts. A single text counts as a list of one, lists inside the list are spread
   * out, and a text with commas is taken apart, for all three reach the service's API alike.
   */
  public List<ScalarNode> items(String key) {
    List<ScalarNode> items = new ArrayList<>();
    raw(key).ifPresent(value -> spread(key, value, items));
    items.forEach(item -> recordUse(key, item));
    return items;
  }

  private void spread(String key, TemplateNode value, List<ScalarNode> items) {
    if (value instanceof ListNode list) {
      list.items().forEach(item -> spread(key, item, items));
    } else if (value instanceof ScalarNode scalar) {
      for (String text : scalar.text().split(",", -1)) {
        if (!text.isBlank()) {
          items.add(ScalarNode.of(text.strip(), scalar.origin(), scalar.line()));
        }
      }
    } else {
      error(key, "must be a list of texts, found " + value.kindName());
    }
  }

  /** Reads the map under a property; one without entries if it is absent. */
  public Properties map(String key) {
    Optional<TemplateNode> value = raw(key);
    if (value.isPresent() && !(value.get() instanceof MapNode)) {
      error(key, "must be a map, found " + value.get().kindName());
    }
    MapNode map = value.orElse(null) instanceof MapNode found ? found : MapNode.empty(line(key));
    return child(map, prefix + key + ".");
  }

  /** Reads the list of maps under a property; empty if it is absent. */
  public List<Properties> maps(String key) {
    Optional<TemplateNode> value = raw(key);
    List<TemplateNode> nodes =
        value.orElse(null) instanceof ListNode list
            ? list.items()
            : value.map(List::of).orElse(List.of());
    List<Properties> maps = new ArrayList<>();
    for (TemplateNode each : nodes) {
      if (each instanceof MapNode map) {
        maps.add(child(map, prefix + key + "[" + maps.size() + "]."));
      } else {
        error(key, "must be a list of maps, found " + each.kindName());
      }
    }
    return maps;
  }

  private Properties child(MapNode map, String childPrefix) {
    Properties child = new Properties(resource, context, map, childPrefix);
    children.add(child);
    return child;
  }

  /** Records the properties that nobody read: as ignored, or as unknown to the service. */
  void finish() {
    for (String key : node.entries().keySet()) {
      if (read.contains(key)) {
        continue;
      }
      if (prefix.isEmpty() && !ignorable.contains(key)) {
        Set<String> known = new LinkedHashSet<>(read);
        known.addAll(ignorable);
        warning(key, Problem.noSuchProperty(resource.type()) + Nearest.hint(key, known));
      }
      record(PropertyUse.IGNORED, key, "");
    }
    children.forEach(Properties::finish);
  }
}
