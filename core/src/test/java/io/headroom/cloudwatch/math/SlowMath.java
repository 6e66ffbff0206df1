package io.headroom.cloudwatch.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Metric math as a reader of the rules would do it by hand: one bucket after the other, with boxed
 * values. It shares no code with the evaluator.
 */
final class SlowMath {
  private SlowMath() {}

  /** A value or none for each bucket. */
  record Row(List<Optional<Double>> cells) {
    static Row of(List<Double> values) {
      return new Row(values.stream().map(Optional::ofNullable).toList());
    }

    double[] toArray() {
      return cells.stream().mapToDouble(cell -> cell.orElse(Double.NaN)).toArray();
    }
  }

  static Row arithmetic(Row left, Row right, BiFunction<Double, Double, Double> operator) {
    List<Optional<Double>> cells = new ArrayList<>();
    for (int i = 0; i < left.cells.size(); i++) {
      Optional<Double> a = left.cells.get(i);
      Optional<Double> b = right.cells.get(i);
      boolean isNone = a.isEmpty() && b.isEmpty();
      cells.add(isNone ? Optional.empty() : finite(operator.apply(a.orElse(0.0), b.orElse(0.0))));
    }
    return new Row(cells);
  }

  static Row choose(Row condition, Row then, Row otherwise) {
    List<Optional<Double>> cells = new ArrayList<>();
    for (int i = 0; i < condition.cells.size(); i++) {
      Optional<Double> c = condition.cells.get(i);
      if (c.isEmpty()) {
        cells.add(Optional.empty());
      } else if (c.get() == 0) {
        cells.add(otherwise.cells.get(i));
      } else {
        cells.add(Optional.of(then.cells.get(i).orElse(0.0)));
      }
    }
    return new Row(cells);
  }

  static Row rate(Row row, double periodSeconds) {
    List<Optional<Double>> cells = new ArrayList<>();
    for (int i = 0; i < row.cells.size(); i++) {
      Optional<Double> result = Optional.empty();
      for (int j = 0; j < i; j++) {
        // The last assignment that succeeds is that of the nearest earlier point.
        if (row.cells.get(j).isPresent() && row.cells.get(i).isPresent()) {
          double change = row.cells.get(i).get() - row.cells.get(j).get();
          result = finite(change / ((i - j) * periodSeconds));
        }
      }
      cells.add(result);
    }
    return new Row(cells);
  }

  static Row repeat(Row row) {
    List<Optional<Double>> cells = new ArrayList<>();
    for (Optional<Double> cell : row.cells) {
      Optional<Double> before = cells.isEmpty() ? Optional.empty() : cells.get(cells.size() - 1);
      cells.add(cell.isPresent() ? cell : before);
    }
    return new Row(cells);
  }

  static Row average(List<Row> rows) {
    List<Optional<Double>> cells = new ArrayList<>();
    for (int i = 0; i < rows.get(0).cells.size(); i++) {
      double sum = 0;
      boolean isNone = true;
      for (Row row : rows) {
        sum += row.cells.get(i).orElse(0.0);
        isNone &= row.cells.get(i).isEmpty();
      }
      cells.add(isNone ? Optional.empty() : finite(sum / rows.size()));
    }
    return new Row(cells);
  }

  private static Optional<Double> finite(double value) {
    return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
  }
}
