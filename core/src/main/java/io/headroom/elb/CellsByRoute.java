package io.headroom.elb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of a run, found by route, and what sets of routes counted in the minute that ends. */
final class CellsByRoute {
  private final Map<Route, List<Cell>> byRoute = new LinkedHashMap<>();
  private final Map<List<Route>, MinuteTally> tallies = new HashMap<>();
  private int known;

  /** Begins a minute: takes in cells that were made since the last; cells are never removed. */
  void update(List<Cell> all) {
    tallies.clear();
    for (; known < all.size(); known++) {
      Cell cell = all.get(known);
      byRoute.computeIfAbsent(cell.route(), route -> new ArrayList<>()).add(cell);
    }
  }

  /** Returns what the routes counted in the minute; dimension sets with equal routes share it. */
  MinuteTally tally(List<Route> routes) {
    return tallies.computeIfAbsent(routes, key -> MinuteTally.of(of(key)));
  }

  private List<Cell> of(List<Route> routes) {
    List<Cell> cells = new ArrayList<>();
    routes.forEach(route -> cells.addAll(byRoute.getOrDefault(route, List.of())));
    return cells;
  }
}
