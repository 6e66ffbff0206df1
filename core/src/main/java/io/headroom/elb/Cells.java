package io.headroom.elb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** All statistics cells of a run by number. */
final class Cells {
  private final long slowNanos;
  private final List<Cell> list = new ArrayList<>();
  private final List<Route> counting = new ArrayList<>();
  private Cell[] cells = new Cell[0];

  Cells(long slowNanos) {
    this.slowNanos = slowNanos;
  }

  /** Returns the routes whose choice depends on the requests under way. */
  List<Route> counting() {
    return counting;
  }

  /** Adds the cell of a route for the requests that find no target, and the route itself. */
  Cell add(Route route) {
    if (route.isCounting()) {
      counting.add(route);
    }
    return add(Cell.NO_GROUP, route);
  }

  Cell add(int group, Route route) {
    Cell cell = new Cell(list.size(), group, route, slowNanos);
    list.add(cell);
    cells = Arrays.copyOf(cells, list.size());
    cells[cell.index()] = cell;
    return cell;
  }

  Cell get(int index) {
    return cells[index];
  }

  /** Reads off the response times of the minute that ends, once every request has been counted. */
  void roundTimes() {
    for (Cell cell : cells) {
      cell.times().round();
    }
  }

  List<Cell> all() {
    return Collections.unmodifiableList(list);
  }
}
