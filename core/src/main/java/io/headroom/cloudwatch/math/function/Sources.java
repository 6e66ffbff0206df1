package io.headroom.cloudwatch.math.function;

import static java.util.Map.entry;

import io.headroom.cloudwatch.math.function.Argument.Form;
import io.headroom.cloudwatch.math.value.MathArray;
import io.headroom.cloudwatch.math.value.MathScalar;
import io.headroom.cloudwatch.math.value.MathScope;
import io.headroom.cloudwatch.math.value.MathSeries;
import io.headroom.cloudwatch.math.value.MathValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Functions that bring in what the request has: its metrics, its buckets, its models. */
final class Sources {
  private static final double DEFAULT_WIDTH = 2;

  static final Map<String, MathFunction> ALL =
      Map.ofEntries(
          entry("METRICS", Sources::metrics),
          entry("PERIOD", Sources::period),
          entry("TIME_SERIES", Sources::timeSeries),
          entry("ANOMALY_DETECTION_BAND", Sources::band));

  private Sources() {}

  private static MathValue metrics(Arguments arguments) {
    String part = arguments.require(0, 1).size() == 0 ? "" : text(arguments);
    List<MathSeries> found = new ArrayList<>();
    for (String id : arguments.scope().metricIds()) {
      if (id.contains(part) && arguments.scope().value(id) instanceof MathSeries series) {
        found.add(series);
      }
    }
    return new MathArray(found);
  }

  private static String text(Arguments arguments) {
    if (arguments.get(0).form() != Form.TEXT) {
      throw arguments.wrongType(0, "a text");
    }
    return arguments.get(0).text();
  }

  private static MathValue period(Arguments arguments) {
    MathScope scope = arguments.require(1, 1).scope();
    if (!scope.metricIds().contains(id(arguments, "the id of a metric"))) {
      throw arguments.wrongType(0, "the id of a metric");
    }
    return new MathScalar(scope.grid().periodSeconds());
  }

  private static String id(Arguments arguments, String what) {
    if (arguments.get(0).form() != Form.ID) {
      throw arguments.wrongType(0, what);
    }
    return arguments.get(0).text();
  }

  private static MathValue timeSeries(Arguments arguments) {
    double value = arguments.require(1, 1).scalar(0);
    return MathSeries.of("TIME_SERIES", arguments.scope().grid().size(), bucket -> value);
  }

  private static MathValue band(Arguments arguments) {
    String id = id(arguments.require(1, 2), "the id of a metric or an expression");
    arguments.series(0);
    double width = arguments.size() > 1 ? arguments.scalar(1) : DEFAULT_WIDTH;
    if (!(width > 0)) {
      throw arguments.wrongType(1, "a number above 0");
    }
    return arguments.scope().band(id, width);
  }
}
