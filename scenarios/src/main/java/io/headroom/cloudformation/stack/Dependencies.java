package io.headroom.cloudformation.stack;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which resources can be created, by depth-first search; O(resources + references).
 */
final class Dependencies {

  private final Map<String, Set<String>> edges;
  private final Set<String> done = new LinkedHashSet<>();
  private final List<String> open = new ArrayList<>();
  private final List<List<String>> cycles = new ArrayList<>();

  private Dependencies(Map<String, Set<String>> edges) {
    this.edges = edges;
  }

  /** Orders logical ids so that each stands after those it depends on. */
  static Dependencies of(Map<String, Set<String>> edges) {
    Dependencies result = new Dependencies(edges);
    edges.keySet().forEach(result::visit);
    return result;
  }

  /** The logical ids in an order of creation. */
  List<String> order() {
    return List.copyOf(done);
  }

  /** The circles that were found; each begins and ends with the same logical id. */
  List<List<String>> cycles() {
    return cycles;
  }

  private void visit(String id) {
    if (done.contains(id)) {
      return;
    }
    int start = open.indexOf(id);
    if (start >= 0) {
      List<String> cycle = new ArrayList<>(open.subList(start, open.size()));
      cycle.add(id);
      cycles.add(cycle);
      return;
    }
    open.add(id);
    edges.getOrDefault(id, Set.of()).forEach(this::visit);
    open.remove(open.size() - 1);
    done.add(id);
  }
}
