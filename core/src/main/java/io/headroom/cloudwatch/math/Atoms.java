package io.headroom.cloudwatch.math;

import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathException;
import io.headroom.cloudwatch.math.value.MathScalar;
import io.headroom.cloudwatch.math.value.MathScope;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The parts of an expression that are no operations. */
final class Atoms {
  private Atoms() {}

  /** A number as it is written. */
  record Literal(String text, int position) implements Node {
    @Override
    public MathValue evaluate(MathScope scope) {
      return new MathScalar(Double.parseDouble(text));
    }
  }

  /** The id of a metric or of another expression. */
  record Reference(String id, int position) implements Node {
    @Override
    public MathValue evaluate(MathScope scope) {
      return scope.value(id);
    }

    @Override
    public String text() {
      return id;
    }
  }

  /** A text in quotes, which only some functions take. */
  record Text(String content, int position) implements Node {
    @Override
    public MathValue evaluate(MathScope scope) {
      throw noValue();
    }

    @Override
    public String text() {
      return content.contains("\"") ? "'" + content + "'" : '"' + content + '"';
    }
  }

  /** A word such as REPEAT, which only some functions take. */
  record Word(String text, int position) implements Node {
    @Override
    public MathValue evaluate(MathScope scope) {
      throw noValue();
    }
  }

  /** Series in square brackets; arrays among them are joined. */
  record Listing(List<Node> parts, int position) implements Node {
    @Override
    public MathValue evaluate(MathScope scope) {
      List<MathSeries> series = new ArrayList<>();
      for (Node part : parts) {
        MathValue value = part.evaluate(scope);
        if (value instanceof MathScalar) {
          throw new MathException(
              "An array holds time series, found " + value.type(), part.position());
        } else if (value instanceof MathArray array) {
          series.addAll(array.series());
        } else {
          series.add(((MathSeries) value).labelled(part.text()));
        }
      }
      return new MathArray(series);
    }

    @Override
    public String text() {
      return parts.stream().map(Node::text).collect(Collectors.joining(", ", "[", "]"));
    }
  }
}
