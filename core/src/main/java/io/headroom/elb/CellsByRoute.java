package io.headroom.elb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The cells of a run, found by route. */
final class CellsByRoute {
  private final Map<Route, List<Cell>> byRoute = new LinkedHashMap<>();
  private int known;

  /** Takes in cells that were made since the last call; cells are never removed. */
  void update(List<Cell> all) {
    for (; known < all.size(); known++) {
      Cell cell = all.get(known);
      byRoute.computeIfAbsent(cell.route(), route -> new ArrayList<>()).add(cell);
    }
  }

  List<Cell> of(List<Route> routes) {
    List<Cell> cells = new ArrayList<>();
    routes.forEach(route -> cells.addAll(byRoute.getOrDefault(route, List.of())));
    return cells;
  }
}
