package io.headroom;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudwatch.AlarmInput;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Comparison;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricDataQuery;
import io.headroom.cloudwatch.MetricMath;
import io.headroom.cloudwatch.MetricStat;
import io.headroom.cloudwatch.Statistic;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;
import io.headroom.ec2.Bill.Line;
import io.headroom.ec2.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The prices of alarms of 30 days. */
class AlarmBillingTest {
  private static final long MONTH = 30 * 86_400;

  private static MetricStat stat(Duration period) {
    return new MetricStat(Metric.of("Test", "m"), Statistic.AVERAGE, period);
  }

  private static MetricDataQuery metric(String id, Duration period) {
    return MetricDataQuery.metric(id, stat(period));
  }

  private static Money amount(AlarmInput input, Comparison comparison) {
    AlarmSpec alarm = AlarmSpec.when(input).compares(comparison, 1).named("a").build();
    return AlarmBilling.line(alarm, MONTH).amount();
  }

  private static MetricMath band(Duration period) {
    return MetricMath.of(
            metric("m1", period).returned(),
            MetricDataQuery.expression("band", "ANOMALY_DETECTION_BAND(m1)"))
        .withBand("band");
  }

  @Test
  void alarm_costsByTheMetricsItReads() {
    Duration minute = Duration.ofMinutes(1);
    MetricMath ratio =
        MetricMath.of(
            metric("m1", minute), metric("m2", minute), MetricDataQuery.expression("e", "m1 / m2"));
    assertThat(amount(stat(minute), Comparison.GREATER_THAN)).isEqualTo(Money.usd("0.10"));
    assertThat(amount(ratio, Comparison.GREATER_THAN)).isEqualTo(Money.usd("0.20"));
  }

  @Test
  void alarmBelowAMinute_costsThreeTimesAsMuch() {
    assertThat(amount(stat(Duration.ofSeconds(10)), Comparison.GREATER_THAN))
        .isEqualTo(Money.usd("0.30"));
    assertThat(amount(stat(Duration.ofSeconds(30)), Comparison.GREATER_THAN))
        .isEqualTo(Money.usd("0.30"));
  }

  @Test
  void alarmOnABand_paysForBothEdges() {
    assertThat(amount(band(Duration.ofMinutes(5)), Comparison.OUTSIDE_BAND))
        .isEqualTo(Money.usd("0.30"));
  }

  @Test
  void compositeAlarm_hasAPriceOfItsOwn() {
    Line line = AlarmBilling.line(CompositeAlarmSpec.of("both", "ALARM(a) AND ALARM(b)"), MONTH);
    assertThat(line.amount()).isEqualTo(Money.usd("0.50"));
    assertThat(line.item()).isEqualTo("both");
  }

  @Test
  void alarmOfAnHour_costsItsShareOfTheMonth() {
    AlarmSpec alarm = AlarmSpec.when(stat(Duration.ofMinutes(1))).isAbove(1).named("a").build();
    Line line = AlarmBilling.line(alarm, 3_600);
    assertThat(line.amount()).isEqualTo(Money.usd("0.10").times(1, 720));
  }
}
