package io.headroom.cloudformation.resources;

import io.headroom.cloudformation.report.PropertyUse;
import io.headroom.cloudformation.report.ReportEntry;
import io.headroom.cloudformation.stack.ResolvedResource;
import io.headroom.cloudformation.stack.ResolvedStack;
import io.headroom.cloudformation.template.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What all parts of one import share: the stack, and where findings go. Not thread-safe. */
public final class ImportContext {

  private final ResolvedStack stack;
  private final Path folder;
  private final Problems problems;
  private final Set<ReportEntry> entries = new LinkedHashSet<>();
  private final Set<String> modelledTypes = new LinkedHashSet<>();
  private final List<Properties> opened = new ArrayList<>();
  private final Map<String, String> logicalIds = new LinkedHashMap<>();

  /**
   * Starts the import of a stack.
   *
   * @param folder where files lie that the template names
   */
  public ImportContext(ResolvedStack stack, Path folder, Problems problems) {
    this.stack = stack;
    this.folder = folder;
    this.problems = problems;
    stack
        .resources()
        .values()
        .forEach(resource -> logicalIds.put(resource.ref().text(), resource.logicalId()));
  }

  /** Returns the stack that is imported. */
  public ResolvedStack stack() {
    return stack;
  }

  /** Returns where files lie that the template names. */
  public Path folder() {
    return folder;
  }

  /** Returns where problems go. */
  public Problems problems() {
    return problems;
  }

  /** Records what came of a property. */
  public void record(PropertyUse use, int line, String property, String detail) {
    entries.add(new ReportEntry(use, line, property, detail));
  }

  /** Returns what came of each property so far. */
  public List<ReportEntry> entries() {
    return new ArrayList<>(entries);
  }

  /**
   * Reads the resources of each mapper's type, in the order of the mappers and of the template.
   *
   * @param model where the mappers put what they read
   */
  public <M> void read(List<? extends ResourceMapper<M>> mappers, M model) {
    for (ResourceMapper<M> mapper : mappers) {
      modelledTypes.add(mapper.type());
      for (ResolvedResource resource : stack.ofType(mapper.type())) {
        Properties properties = new Properties(resource, this);
        opened.add(properties);
        mapper.read(properties, model);
      }
    }
  }

  /** Returns a value as its author wrote it: a physical id as the logical one. */
  String shown(String value) {
    return logicalIds.getOrDefault(value, value);
  }

  /** Records the properties that nobody read. Called once, when everything has been read. */
  public void finish() {
    opened.forEach(Properties::finish);
  }

  /** Returns how many resources of each type some mapper read. */
  public Map<String, Integer> modelled() {
    return counts(true);
  }

  /** Returns how many resources of each type no mapper read. */
  public Map<String, Integer> leftOut() {
    return counts(false);
  }

  private Map<String, Integer> counts(boolean modelled) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (ResolvedResource resource : stack.resources().values()) {
      if (modelledTypes.contains(resource.type()) == modelled) {
        counts.merge(resource.type(), 1, Integer::sum);
      }
    }
    return counts;
  }
}
