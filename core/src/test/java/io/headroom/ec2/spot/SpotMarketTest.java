package io.headroom.ec2.spot;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.headroom.ec2.BootTimes;
import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceBilling;
import io.headroom.ec2.InstanceListener;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.LaunchOutcome;
import io.headroom.ec2.LaunchOutcome.Kind;
import io.headroom.ec2.LaunchOutcome.Refused;
import io.headroom.ec2.Money;
import io.headroom.ec2.PriceList;
import io.headroom.ec2.PurchaseOption;
import io.headroom.ec2.ServerPool;
import io.headroom.ec2.SpotPrices.Span;
import io.headroom.sim.Distribution;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SpotMarketTest {
  private static final InstanceType M5 = InstanceType.of("m5.large");
  private static final LaunchConfiguration SPOT =
      LaunchConfiguration.of("m5.large").purchase(PurchaseOption.SPOT);
  private static final SpotSettings CALM = SpotSettings.DEFAULT.calm();

  /** EC2 with a market; notes what it is told about instances, with the second. */
  private static final class Exchange implements InstanceListener {
    final Simulator simulator = new Simulator();
    final Ec2 ec2;
    final SpotMarket market;
    final List<String> heard = new ArrayList<>();

    Exchange(SpotSettings settings) {
      RandomStreams random = new RandomStreams(3, 0);
      Distribution none = Distribution.constant(Duration.ZERO);
      ec2 = new Ec2(simulator, random, new BootTimes(none, none, none), new ServerPool());
      market = new SpotMarket(simulator, random, ec2, settings);
      ec2.market(market);
    }

    Instance launch(LaunchConfiguration launch, String zone) {
      return ((LaunchOutcome.Launched) ec2.launch(launch, zone, "web", this)).instance();
    }

    Refused refused(LaunchConfiguration launch, String zone) {
      return (Refused) ec2.launch(launch, zone, "web", this);
    }

    void at(long second, Runnable action) {
      simulator.schedule(second * SimTime.SECOND, Phase.WORLD, "test", action);
    }

    Exchange runTo(long second) {
      simulator.runUntil(second * SimTime.SECOND + 1, RunMonitor.NONE);
      return this;
    }

    private void hear(String what) {
      heard.add(simulator.nowNanos() / SimTime.SECOND + " " + what);
    }

    @Override
    public void rebalanceRecommended(Instance instance) {
      hear("recommended");
    }

    @Override
    public void interruptionNoticed(Instance instance) {
      hear("noticed");
    }

    @Override
    public void terminated(Instance instance) {
      hear("terminated");
    }
  }

  private static SpotCall everything(Duration lead) {
    return new SpotCall(Optional.empty(), Optional.empty(), 1, lead);
  }

  private static SpotSettings quick() {
    InterruptionModel model =
        new InterruptionModel(0, 1, Duration.ZERO, 1, Duration.ZERO, Duration.ofMinutes(30));
    return CALM.interruptions(model);
  }

  @Test
  @Rule("ec2 SPT-4")
  @Rule("autoscaling CR7")
  void interruption_followsItsNoticeByTwoMinutes() {
    Exchange exchange = new Exchange(quick());
    Instance instance = exchange.launch(SPOT, "a");
    exchange.at(1_000, () -> exchange.market.callBack(everything(Duration.ZERO)));
    exchange.runTo(2_000);
    assertThat(exchange.heard)
        .containsExactly("1000 recommended", "1000 noticed", "1120 terminated")
        .inOrder();
    assertThat(instance.interrupted()).isTrue();
  }

  @Test
  @Rule("ec2 SPT-5")
  void recommendation_mayComeBeforeTheNotice() {
    Exchange exchange = new Exchange(quick());
    exchange.launch(SPOT, "a");
    exchange.at(1_000, () -> exchange.market.callBack(everything(Duration.ofMinutes(10))));
    exchange.runTo(3_000);
    assertThat(exchange.heard)
        .containsExactly("1000 recommended", "1600 noticed", "1720 terminated")
        .inOrder();
  }

  @Test
  @Rule("ec2 SPT-12")
  void poolThatCallsBack_hasNoSpareCapacityForAWhile() {
    Exchange exchange = new Exchange(quick());
    exchange.launch(SPOT, "a");
    assertThat(exchange.market.spareCapacity(M5, "a")).isGreaterThan(0.0);
    exchange.at(1_000, () -> exchange.market.callBack(everything(Duration.ofMinutes(10))));
    exchange.runTo(3_300);
    assertThat(exchange.market.spareCapacity(M5, "a")).isEqualTo(0.0);
    exchange.runTo(3_401);
    assertThat(exchange.market.spareCapacity(M5, "a")).isGreaterThan(0.0);
  }

  @Test
  @Rule("ec2 SPT-8")
  @Rule("ec2 SPT-10")
  void monthlyProbability_isThatOfOneInstance() {
    int interrupted = 0;
    int pools = 2_000;
    Exchange exchange = new Exchange(CALM.interruptions(InterruptionModel.DEFAULT.monthly(0.2)));
    for (int i = 0; i < pools; i++) {
      exchange.launch(SPOT, "zone" + i);
    }
    exchange.runTo(730 * 3_600);
    for (Instance instance : exchange.ec2.instances()) {
      interrupted += instance.interrupted() ? 1 : 0;
    }
    // 2,000 coins of 0.2: a standard deviation of 0.9 points.
    assertThat(interrupted / (double) pools).isWithin(0.03).of(0.2);
  }

  @Test
  @Rule("ec2 SPT-9")
  void interruptionsOfOnePool_comeWithinThreeMinutes() {
    Exchange exchange = new Exchange(CALM.interruptions(InterruptionModel.DEFAULT.monthly(0.9)));
    for (int i = 0; i < 40; i++) {
      exchange.launch(SPOT, "a");
    }
    exchange.runTo(730 * 3_600);
    List<Long> notices =
        exchange.ec2.instances().stream()
            .map(Instance::noticeNanos)
            .filter(nanos -> nanos >= 0)
            .sorted()
            .toList();
    assertThat(notices.size()).isAtLeast(10);
    long together = 0;
    for (int i = 1; i < notices.size(); i++) {
      together += notices.get(i) - notices.get(i - 1) <= 180 * SimTime.SECOND ? 1 : 0;
    }
    assertThat(together / (notices.size() - 1.0)).isGreaterThan(0.75);
  }

  @Test
  @Rule("ec2 SPT-11")
  void price_wandersAboutItsMean_neverAboveOnDemand() {
    Exchange exchange = new Exchange(SpotSettings.DEFAULT);
    Money onDemand = M5.usdPerHour().orElseThrow();
    double sum = 0;
    int zones = 400;
    for (int i = 0; i < zones; i++) {
      List<Span> spans = exchange.market.between(M5, "z" + i, 0, 90 * 24 * SimTime.HOUR);
      assertThat(spans.size()).isAtLeast(40);
      for (Span span : spans) {
        assertThat(span.perHour()).isAtMost(onDemand);
        sum += span.perHour().nanoUsd() * (span.nanos() / (90.0 * 24 * SimTime.HOUR));
      }
    }
    assertThat(sum / zones / onDemand.nanoUsd()).isWithin(0.01).of(0.35);
  }

  @Test
  @Rule("ec2 SPT-1")
  @Rule("ec2 BL-4")
  void bill_takesEachPriceForItsTime() {
    List<PricePoint> history =
        List.of(
            new PricePoint("m5.large", "a", Duration.ofHours(-5), Money.usd("0.03")),
            new PricePoint("m5.large", "a", Duration.ofHours(2), Money.usd("0.05")));
    Exchange exchange = new Exchange(CALM.history(history));
    Instance instance = exchange.launch(SPOT.volumes(List.of()), "a");
    exchange.runTo(3 * 3_600);
    assertThat(lines(exchange, instance, 3).get(0)).isEqualTo(Money.usd("0.11"));
  }

  private static List<Money> lines(Exchange exchange, Instance instance, long hours) {
    InstanceBilling billing =
        new InstanceBilling(
            PriceList.US_EAST_1, exchange.market, Instant.EPOCH, hours * SimTime.HOUR);
    return billing.lines(instance).stream().map(line -> line.amount()).toList();
  }

  @Test
  @Rule("ec2 SPT-7")
  void interruptionWithinTheFirstHour_isFree_laterIsNot() {
    Exchange exchange = new Exchange(quick());
    Instance early = exchange.launch(SPOT, "a");
    exchange.at(600, () -> exchange.market.callBack(everything(Duration.ZERO)));
    exchange.runTo(700);
    Instance late = exchange.launch(SPOT, "a");
    exchange.at(700 + 7_080, () -> exchange.market.callBack(everything(Duration.ZERO)));
    exchange.runTo(20_000);
    assertThat(early.interrupted() && late.interrupted()).isTrue();
    assertThat(lines(exchange, early, 6).get(0)).isEqualTo(Money.ZERO);
    assertThat(lines(exchange, late, 6).get(0))
        .isEqualTo(M5.usdPerHour().orElseThrow().times(7_200 * 35, 3_600 * 100));
  }

  @Test
  @Rule("ec2 SPT-2")
  void maximumBelowThePrice_meansNoLaunch() {
    Exchange exchange = new Exchange(CALM);
    Refused refused = exchange.refused(SPOT.spotMaximum(Money.usd("0.01")), "a");
    assertThat(refused.kind()).isEqualTo(Kind.SPOT_PRICE_ABOVE_MAXIMUM);
    assertThat(refused.reason())
        .isEqualTo(
            "Your Spot request price of 0.01 is lower than the minimum required Spot request"
                + " fulfillment price of 0.0336");
  }

  @Test
  @Rule("ec2 SPT-2")
  @Rule("ec2 SPT-3")
  void priceThatRisesAboveTheMaximum_interrupts() {
    List<PricePoint> history =
        List.of(
            new PricePoint("m5.large", "a", Duration.ZERO, Money.usd("0.03")),
            new PricePoint("m5.large", "a", Duration.ofHours(1), Money.usd("0.04")),
            new PricePoint("m5.large", "a", Duration.ofHours(2), Money.usd("0.06")));
    Exchange exchange = new Exchange(CALM.history(history));
    exchange.launch(SPOT.spotMaximum(Money.usd("0.05")), "a");
    exchange.runTo(3 * 3_600);
    assertThat(exchange.heard)
        .containsExactly("7200 recommended", "7200 noticed", "7320 terminated")
        .inOrder();
  }

  @Test
  @Rule("ec2 ST-8")
  void shortage_holdsForItsTypeZoneAndPurchase_whileItLasts() {
    Exchange exchange = new Exchange(CALM);
    LaunchConfiguration onDemand = LaunchConfiguration.of("m5.large");
    CapacityShortage shortage =
        new CapacityShortage(
            Optional.of("m5.large"), Optional.of("a"), Optional.of(PurchaseOption.ON_DEMAND), 1);
    exchange.market.begin(shortage);
    exchange.launch(onDemand, "a");
    assertThat(exchange.refused(onDemand, "a").kind()).isEqualTo(Kind.INSUFFICIENT_CAPACITY);
    exchange.launch(onDemand, "b");
    exchange.launch(SPOT, "a");
    exchange.launch(LaunchConfiguration.of("m5.xlarge"), "a");
    exchange.market.end(shortage);
    exchange.launch(onDemand, "a");
  }

  @Test
  @Rule("ec2 ST-8")
  void poolWithACapacity_givesNoMore_untilSomeIsGivenBack() {
    PoolSettings one =
        new PoolSettings(
            Optional.of("m5.large"),
            Optional.empty(),
            OptionalDouble.of(0.2),
            OptionalDouble.empty(),
            OptionalInt.of(1));
    Exchange exchange = new Exchange(CALM.pools(List.of(one)));
    Instance first = exchange.launch(SPOT, "a");
    assertThat(exchange.refused(SPOT, "a").kind()).isEqualTo(Kind.NO_SPOT_CAPACITY);
    assertThat(exchange.market.spotPrice(M5, "a")).isEqualTo(Money.usd("0.0192"));
    exchange.ec2.terminate(first);
    exchange.launch(SPOT, "a");
  }

  @Test
  void numbersOutOfRange_areRefusedByName() {
    PriceModel prices = PriceModel.DEFAULT;
    assertThat(assertThrows(IllegalArgumentException.class, () -> prices.share(0)))
        .hasMessageThat()
        .isEqualTo("share must be in (0, 1], was 0.0");
    InterruptionModel model = InterruptionModel.DEFAULT;
    assertThat(assertThrows(IllegalArgumentException.class, () -> model.monthly(1)))
        .hasMessageThat()
        .isEqualTo("monthly must be in [0, 1), was 1.0");
  }
}
