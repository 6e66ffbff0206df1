package io.headroom.ec2;

import java.util.Map;

/**
 * Prices beside those of instance types.
 *
 * @param gibibyteMonth price of a GiB-month by volume type (EB-2)
 * @param detailedMonitoringMonth detailed monitoring of one instance for 30 days: seven metrics
 * @param alarms prices of alarms
 * @param loadBalancers prices of load balancers
 */
public record PriceList(
    Map<String, Money> gibibyteMonth,
    Money detailedMonitoringMonth,
    AlarmPrices alarms,
    LoadBalancerPrices loadBalancers) {

  /**
   * Prices of alarms for 30 days.
   *
   * <p>"Amazon CloudWatch pricing", tab "Alarms", https://aws.amazon.com/cloudwatch/pricing/, names
   * the kinds; the specifications here have no figures. These are those of
   * https://c3x.dev/resources/aws/aws_cloudwatch_metric_alarm and, for the metrics that are
   * counted, of the price tests of infracost: an alarm on an expression pays for each metric that
   * it reads, and one with a band for three, namely the metric and both edges.
   *
   * @param metricMonth one metric of an alarm of standard resolution
   * @param highResolutionMetricMonth one metric of an alarm with a period below a minute
   * @param compositeMonth one composite alarm; its children are paid for on their own
   */
  public record AlarmPrices(
      Money metricMonth, Money highResolutionMetricMonth, Money compositeMonth) {}

  /**
   * Prices of load balancers (elb section 11).
   *
   * @param hour a started hour of an Application or Network Load Balancer
   * @param applicationUnitHour an hour of one LCU
   * @param networkUnitHour an hour of one NLCU
   * @param classicHour a started hour of a Classic Load Balancer
   * @param classicGigabyte a gigabyte through a Classic Load Balancer
   */
  public record LoadBalancerPrices(
      Money hour,
      Money applicationUnitHour,
      Money networkUnitHour,
      Money classicHour,
      Money classicGigabyte) {}

  /** List prices of us-east-1 in US dollars, without free tiers. */
  public static final PriceList US_EAST_1 =
      new PriceList(
          Map.of(
              "gp2", Money.usd("0.10"),
              "gp3", Money.usd("0.08"),
              "io1", Money.usd("0.125"),
              "io2", Money.usd("0.125"),
              "st1", Money.usd("0.045"),
              "sc1", Money.usd("0.015"),
              "standard", Money.usd("0.05")),
          Money.usd("2.10"),
          new AlarmPrices(Money.usd("0.10"), Money.usd("0.30"), Money.usd("0.50")),
          new LoadBalancerPrices(
              Money.usd("0.0225"),
              Money.usd("0.008"),
              Money.usd("0.006"),
              Money.usd("0.025"),
              Money.usd("0.008")));

  /** Copies the map. */
  public PriceList {
    gibibyteMonth = Map.copyOf(gibibyteMonth);
  }

  /** Returns the price of a GiB-month; that of gp2 for a type that the list lacks. */
  Money gibibyteMonth(String volumeType) {
    Money price = gibibyteMonth.get(volumeType);
    return price == null ? Money.usd("0.10") : price;
  }
}
