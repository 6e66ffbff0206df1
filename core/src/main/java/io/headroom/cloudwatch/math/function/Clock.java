package io.headroom.cloudwatch.math.function;

import static java.util.Map.entry;

import io.headroom.cloudwatch.math.value.Grid;
import io.headroom.cloudwatch.math.value.MathSeries;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * Functions of the timestamp of each bucket, in UTC; they give a value for every bucket, whether
 * the series has one or not.
 */
final class Clock {
  static final Map<String, MathFunction> ALL =
      Map.ofEntries(
          entry("MINUTE", of(ZonedDateTime::getMinute)),
          entry("HOUR", of(ZonedDateTime::getHour)),
          // Monday is 1: the documentation selects weekdays by DAY(m1)<6.
          entry("DAY", of(time -> time.getDayOfWeek().getValue())),
          entry("DATE", of(ZonedDateTime::getDayOfMonth)),
          entry("MONTH", of(ZonedDateTime::getMonthValue)),
          entry("YEAR", of(ZonedDateTime::getYear)),
          entry("EPOCH", of(ZonedDateTime::toEpochSecond)));

  private Clock() {}

  private static MathFunction of(ToLongFunction<ZonedDateTime> field) {
    return arguments -> {
      MathSeries series = arguments.require(1, 1).series(0);
      Grid grid = arguments.scope().grid();
      return MathSeries.of(
          series.label(),
          grid.size(),
          bucket -> field.applyAsLong(grid.time(bucket).atZone(ZoneOffset.UTC)));
    };
  }
}
