package io.headroom;

import io.headroom.cloudwatch.AlarmInput;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;
import io.headroom.ec2.Bill.Kind;
import io.headroom.ec2.Bill.Line;
import io.headroom.ec2.Money;
import io.headroom.ec2.PriceList;
import io.headroom.ec2.PriceList.AlarmPrices;

/** What alarms cost: by the metrics that they read, and more if they look below a minute. */
final class AlarmBilling {
  private static final AlarmPrices PRICES = PriceList.US_EAST_1.alarms();
  private static final long SECONDS_OF_30_DAYS = 30 * 86_400L;

  private AlarmBilling() {}

  /** Returns the line of an alarm that existed for so many seconds. */
  static Line line(AlarmSpec alarm, long seconds) {
    boolean isHighResolution = alarm.period().toSeconds() < 60;
    Money month = isHighResolution ? PRICES.highResolutionMetricMonth() : PRICES.metricMonth();
    return line(alarm.name(), month, metrics(alarm.input()), seconds);
  }

  /** Returns the line of a composite alarm. */
  static Line line(CompositeAlarmSpec alarm, long seconds) {
    return line(alarm.name(), PRICES.compositeMonth(), 1, seconds);
  }

  private static Line line(String name, Money month, int metrics, long seconds) {
    Money amount = month.times(seconds * metrics, SECONDS_OF_30_DAYS);
    return new Line(Kind.MONITORING, "alarms", name, seconds + " s", amount);
  }

  /** A band stands for two metrics, its edges. */
  private static int metrics(AlarmInput input) {
    boolean hasBand = input instanceof MetricMath math && math.band().isPresent();
    return Math.max(1, input.metrics().size()) + (hasBand ? 2 : 0);
  }
}
