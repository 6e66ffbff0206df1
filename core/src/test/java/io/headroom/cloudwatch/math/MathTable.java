package io.headroom.cloudwatch.math;

import io.headroom.cloudwatch.math.value.BothMissing;
import io.headroom.cloudwatch.math.value.Grid;
import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathScalar;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.cloudwatch.math.value.MathValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Series that are written as texts, {@code 1 - 3} with a dash for a missing value. */
final class MathTable implements MathInputs {
  private final Map<String, MathSeries> metrics = new LinkedHashMap<>();
  private Instant start = Instant.parse("2026-11-27T13:58:00Z");
  private BothMissing bothMissing = BothMissing.NO_POINT;
  private Duration period = Duration.ofMinutes(1);

  MathTable with(String id, String values) {
    double[] numbers =
        Arrays.stream(values.split(" "))
            .mapToDouble(text -> text.equals("-") ? Double.NaN : Double.parseDouble(text))
            .toArray();
    return with(id, numbers);
  }

  MathTable with(String id, double[] values) {
    metrics.put(id, MathSeries.of(id, values));
    return this;
  }

  MathTable every(Duration newPeriod) {
    period = newPeriod;
    return this;
  }

  MathTable bothMissing(BothMissing newBothMissing) {
    bothMissing = newBothMissing;
    return this;
  }

  @Override
  public BothMissing bothMissing() {
    return bothMissing;
  }

  MathValue value(String expression) {
    var program =
        new MathProgram(
            List.copyOf(metrics.keySet()), Map.of("result", MathExpression.parse(expression)));
    return program.evaluate("result", this);
  }

  /** Returns the value as text: series joined by bars. */
  String text(String expression) {
    return text(value(expression));
  }

  private static String text(MathValue value) {
    if (value instanceof MathScalar scalar) {
      return number(scalar.value());
    }
    if (value instanceof MathSeries series) {
      return Arrays.stream(series.values())
          .mapToObj(MathTable::number)
          .collect(Collectors.joining(" "));
    }
    return ((MathArray) value)
        .series().stream().map(MathTable::text).collect(Collectors.joining(" | "));
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e15 ? "" + (long) value : "" + value;
  }

  @Override
  public Grid grid() {
    int size = metrics.values().stream().mapToInt(MathSeries::size).findFirst().orElse(3);
    return new Grid(start, period, size);
  }

  @Override
  public MathSeries metric(String id) {
    return Objects.requireNonNull(metrics.get(id));
  }

  @Override
  public MathArray band(String id, double width) {
    MathSeries series = metric(id);
    return new MathArray(List.of(series.map(v -> v + width), series.map(v -> v - width)));
  }
}
