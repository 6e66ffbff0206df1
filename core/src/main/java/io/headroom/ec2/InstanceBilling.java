package io.headroom.ec2;

import io.headroom.ec2.Bill.Kind;
import io.headroom.ec2.Bill.Line;
import io.headroom.ec2.Instance.Span;
import io.headroom.sim.SimTime;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines of the bill for instances and what belongs to them.
 *
 * <p>"Amazon EC2 billing": each second from running to shutting down, at least 60 for each start.
 * "Amazon EBS pricing": each second from creation to deletion, at least 60, a month having as many
 * days as the month in which the volume was made.
 */
public final class InstanceBilling {
  private static final long MINIMUM_SECONDS = 60;
  private static final long SECONDS_OF_30_DAYS = 30 * 86_400L;

  private final PriceList prices;
  private final SpotPrices spotPrices;
  private final Instant start;
  private final long endNanos;

  /**
   * Creates the billing of a run.
   *
   * @param prices the prices
   * @param spotPrices the Spot prices of the run
   * @param start the wall-clock instant of simulated time zero
   * @param endNanos the end of the run; instances that still run are billed until then
   */
  public InstanceBilling(PriceList prices, SpotPrices spotPrices, Instant start, long endNanos) {
    this.prices = prices;
    this.spotPrices = spotPrices;
    this.start = start;
    this.endNanos = endNanos;
  }

  /** Returns the lines of one instance: none if it never ran. */
  public List<Line> lines(Instance instance) {
    List<Span> spans = instance.spans(endNanos);
    if (instance.volumesNanos() < 0) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    long seconds = spans.stream().mapToLong(InstanceBilling::billedSeconds).sum();
    if (seconds > 0) {
      lines.add(compute(instance, seconds));
    }
    instance.configuration().volumes().forEach(v -> lines.add(storage(instance, v)));
    if (instance.configuration().monitoring() == Monitoring.DETAILED && seconds > 0) {
      lines.add(monitoring(instance, seconds));
    }
    return lines;
  }

  /** Returns how long an instance has been running by the end of the run, in nanoseconds. */
  public long runNanos(Instance instance) {
    return instance.spans(endNanos).stream().mapToLong(InstanceBilling::runNanos).sum();
  }

  private static long runNanos(Span span) {
    return span.toNanos() - span.fromNanos();
  }

  private static long billedSeconds(Span span) {
    return billedSeconds(runNanos(span));
  }

  /** Started seconds, at least a minute. */
  static long billedSeconds(long runNanos) {
    long seconds = (runNanos + SimTime.SECOND - 1) / SimTime.SECOND;
    return Math.max(MINIMUM_SECONDS, seconds);
  }

  private Line compute(Instance instance, long seconds) {
    InstanceType type = instance.configuration().type();
    String item = instance.id() + " " + type.name();
    if (instance.configuration().purchase() == PurchaseOption.SPOT) {
      return line(Kind.COMPUTE, instance, item + " Spot", seconds + " s", spot(instance));
    }
    Money amount = type.usdPerHour().orElse(Money.ZERO).times(seconds, 3_600);
    return line(Kind.COMPUTE, instance, item, seconds + " s", amount);
  }

  /** BL-4, SPT-7: each price for its time; nothing if EC2 interrupts within the first hour. */
  private Money spot(Instance instance) {
    if (instance.interrupted() && runNanos(instance) < SimTime.HOUR) {
      return Money.ZERO;
    }
    return instance.spans(endNanos).stream()
        .map(span -> spot(instance, span))
        .reduce(Money.ZERO, Money::plus);
  }

  private Money spot(Instance instance, Span run) {
    long fromNanos = run.fromNanos();
    long toNanos = fromNanos + billedSeconds(run) * SimTime.SECOND;
    return spotPrices
        .between(instance.configuration().type(), instance.zone(), fromNanos, toNanos)
        .stream()
        .map(span -> span.perHour().times(span.nanos(), SimTime.HOUR))
        .reduce(Money.ZERO, Money::plus);
  }

  /** A volume lasts from the first start to the end, also while the instance is stopped. */
  private Line storage(Instance instance, Volume volume) {
    long madeNanos = instance.volumesNanos();
    long goneNanos = instance.endNanos() < 0 ? endNanos : instance.endNanos();
    long seconds = billedSeconds(goneNanos - madeNanos);
    Instant made = start.plusNanos(madeNanos);
    int days = YearMonth.from(made.atZone(ZoneOffset.UTC)).lengthOfMonth();
    Money amount =
        prices
            .gibibyteMonth(volume.type())
            .times(Math.multiplyExact(volume.gibibytes(), seconds), 86_400L * days);
    String item = instance.id() + " " + volume.type();
    return line(
        Kind.STORAGE, instance, item, volume.gibibytes() + " GiB for " + seconds + " s", amount);
  }

  private Line monitoring(Instance instance, long seconds) {
    Money amount = prices.detailedMonitoringMonth().times(seconds, SECONDS_OF_30_DAYS);
    String item = instance.id() + " detailed monitoring";
    return line(Kind.MONITORING, instance, item, seconds + " s", amount);
  }

  private static Line line(
      Kind kind, Instance instance, String item, String quantity, Money amount) {
    return new Line(kind, instance.group(), item, quantity, amount);
  }
}
