package io.headroom.elb;

import io.headroom.ec2.Bill.Kind;
import io.headroom.ec2.Bill.Line;
import io.headroom.ec2.Money;
import io.headroom.ec2.PriceList.LoadBalancerPrices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The lines of the bill for load balancers: started hours, and capacity units or gigabytes. */
final class BalancerBilling {
  private static final long MICRO = 1_000_000;

  private final LoadBalancerPrices prices;

  BalancerBilling(LoadBalancerPrices prices) {
    this.prices = prices;
  }

  List<Line> lines(LoadBalancer balancer, BalancerUsage usage) {
    return switch (balancer.spec().type()) {
      case APPLICATION -> {
        double units = sum(usage, BalancerUsage.Minute::applicationUnits);
        yield lines(
            balancer, usage, prices.hour(), units("LCU", units, prices.applicationUnitHour()));
      }
      case NETWORK -> {
        double units = sum(usage, BalancerUsage.Minute::networkUnits);
        yield lines(balancer, usage, prices.hour(), units("NLCU", units, prices.networkUnitHour()));
      }
      case CLASSIC -> {
        Use gigabytes = units("GB", balancer.bytes() / 1e9, prices.classicGigabyte());
        yield lines(balancer, usage, prices.classicHour(), gigabytes);
      }
      case DIRECT -> List.of();
    };
  }

  private record Use(String item, String quantity, Money amount) {}

  /**
   * The capacity unit hours: units are averaged over each hour, a short last hour counts in part.
   */
  private static double sum(BalancerUsage usage, ToDoubleFunction<BalancerUsage.Minute> units) {
    return usage.hours().stream()
        .mapToDouble(hour -> units.applyAsDouble(hour) * hour.seconds() / 3_600)
        .sum();
  }

  private static Use units(String name, double quantity, Money price) {
    String unit = name.endsWith("LCU") ? " " + name + "-hours" : " " + name;
    return new Use(
        name,
        BigDecimal.valueOf(quantity).setScale(3, RoundingMode.HALF_UP).toPlainString() + unit,
        price.times(Math.round(quantity * MICRO), MICRO));
  }

  private static List<Line> lines(LoadBalancer balancer, BalancerUsage usage, Money hour, Use use) {
    String owner = balancer.spec().name();
    int hours = usage.hours().size();
    List<Line> lines = new ArrayList<>();
    Money base = hour.times(hours, 1);
    lines.add(new Line(Kind.LOAD_BALANCER, owner, "hours", hours + " h", base));
    lines.add(new Line(Kind.LOAD_BALANCER, owner, use.item, use.quantity, use.amount));
    return lines;
  }
}
