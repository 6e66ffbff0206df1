package io.headroom.elb;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** All statistics cells of a run by number. */
final class Cells {
  private final long slowNanos;
  private final List<Cell> list = new ArrayList<>();
  private Cell[] cells = new Cell[0];

  Cells(long slowNanos) {
    this.slowNanos = slowNanos;
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
