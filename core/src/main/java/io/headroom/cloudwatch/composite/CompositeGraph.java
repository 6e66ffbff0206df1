package io.headroom.cloudwatch.composite;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How composite alarms depend on each other: children first, and the circles among them. */
final class CompositeGraph {
  private final Map<String, CompositeAlarmSpec> specs = new LinkedHashMap<>();
  private final Set<String> order = new LinkedHashSet<>();
  private final Set<String> path = new LinkedHashSet<>();
  private final Set<String> circular = new LinkedHashSet<>();
  private Optional<List<String>> circle = Optional.empty();

  CompositeGraph(Collection<CompositeAlarmSpec> composites) {
    composites.forEach(spec -> specs.put(spec.name(), spec));
    specs.keySet().forEach(this::visit);
  }

  private void visit(String name) {
    CompositeAlarmSpec spec = specs.get(name);
    if (spec == null || order.contains(name)) {
      return;
    }
    if (!path.add(name)) {
      List<String> members = new ArrayList<>(path);
      List<String> found = members.subList(members.indexOf(name), members.size());
      circular.addAll(found);
      circle = circle.isPresent() ? circle : Optional.of(ImmutableList.copyOf(found));
      return;
    }
    spec.children().forEach(this::visit);
    path.remove(name);
    order.add(name);
  }

  /** Returns the composites, each after those on which it depends. */
  List<String> order() {
    return List.copyOf(order);
  }

  /** Returns whether a composite is a member of a circle. */
  boolean isCircular(String name) {
    return circular.contains(name);
  }

  /** Returns the members of a circle in order, if there is one. */
  Optional<List<String>> circle() {
    return circle;
  }
}
