package io.headroom.ec2;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.ec2.Bill.Kind;
import io.headroom.ec2.Bill.Line;
import io.headroom.sim.Distribution;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceBillingTest {
  private static final Instant JUNE = Instant.parse("2026-06-01T00:00:00Z");
  private static final LaunchConfiguration M5 =
      LaunchConfiguration.of("m5.large").monitoring(Monitoring.BASIC).volumes(List.of());

  private final Simulator simulator = new Simulator();
  private final Ec2 ec2 =
      new Ec2(
          simulator,
          new RandomStreams(1, 0),
          new BootTimes(
              Distribution.constant(Duration.ofSeconds(16)),
              Distribution.constant(Duration.ofSeconds(90)),
              Distribution.constant(Duration.ofSeconds(22))),
          new ServerPool());

  private static Money compute(long seconds) {
    return InstanceType.of("m5.large").usdPerHour().orElseThrow().times(seconds, 3_600);
  }

  private List<Line> billAfter(LaunchConfiguration launch, long seconds) {
    Instance instance = ec2.launchInService(launch, "us-east-1a", "web", InstanceListener.NONE);
    long endNanos = seconds * SimTime.SECOND;
    simulator.runUntil(endNanos, RunMonitor.NONE);
    return new InstanceBilling(PriceList.US_EAST_1, SpotPrices.ON_DEMAND, JUNE, endNanos)
        .lines(instance);
  }

  @Test
  @Rule("ec2 BL-1")
  void run_isBilledBySecond_atLeastAMinute() {
    assertThat(InstanceBilling.billedSeconds(30 * SimTime.SECOND)).isEqualTo(60);
    assertThat(InstanceBilling.billedSeconds(61 * SimTime.SECOND)).isEqualTo(61);
  }

  @Test
  @Rule("ec2 BL-4")
  void startedSecond_isBilledWhole() {
    assertThat(InstanceBilling.billedSeconds(61 * SimTime.SECOND + 1)).isEqualTo(62);
  }

  @Test
  @Rule("ec2 BL-5")
  void documentedExamples_cost() {
    assertThat(billAfter(M5, 30).get(0).amount()).isEqualTo(Money.usd("0.0016"));
    assertThat(compute(3 * 60)).isEqualTo(Money.usd("0.0048"));
    assertThat(compute(61)).isEqualTo(Money.usd("0.001626667"));
  }

  @Test
  @Rule("ec2 4")
  @Rule("ec2 ST-4")
  void pendingInstance_isNotBilled_andShuttingDownEndsTheBill() {
    LaunchOutcome outcome = ec2.launch(M5, "us-east-1a", "web", InstanceListener.NONE);
    Instance instance = ((LaunchOutcome.Launched) outcome).instance();
    simulator.runUntil(10 * SimTime.SECOND, RunMonitor.NONE);
    InstanceBilling billing =
        new InstanceBilling(PriceList.US_EAST_1, SpotPrices.ON_DEMAND, JUNE, 10 * SimTime.SECOND);
    assertThat(billing.lines(instance)).isEmpty();
    simulator.runUntil(116 * SimTime.SECOND, RunMonitor.NONE);
    ec2.terminate(instance);
    simulator.runUntil(SimTime.HOUR, RunMonitor.NONE);
    billing = new InstanceBilling(PriceList.US_EAST_1, SpotPrices.ON_DEMAND, JUNE, SimTime.HOUR);
    assertThat(billing.lines(instance).get(0).quantity()).isEqualTo("100 s");
    assertThat(instance.state()).isEqualTo(InstanceState.TERMINATED);
  }

  @Test
  @Rule("ec2 EB-1")
  void volume_isBilledByAllocatedSizeAndDaysOfTheMonth() {
    LaunchConfiguration launch = M5.volumes(List.of(new Volume(100, "gp2")));
    List<Line> lines = billAfter(launch, 30 * 86_400);
    assertThat(lines.get(1).kind()).isEqualTo(Kind.STORAGE);
    assertThat(lines.get(1).amount()).isEqualTo(Money.usd("10"));
  }

  @Test
  @Rule("ec2 EB-5")
  void volumeOfHalfADay_costsItsShareOfTheMonth() {
    LaunchConfiguration launch = M5.volumes(List.of(new Volume(2_000, "gp2")));
    assertThat(billAfter(launch, 12 * 3_600).get(1).amount()).isEqualTo(Money.usd("3.333333333"));
  }

  @ParameterizedTest
  @CsvSource({
    "gp2, 10.00",
    "gp3, 8.00",
    "io1, 12.50",
    "io2, 12.50",
    "st1, 4.50",
    "sc1, 1.50",
    "standard, 5.00"
  })
  @Rule("ec2 EB-2")
  void volume_hasThePriceOfItsType(String type, String usd) {
    LaunchConfiguration launch = M5.volumes(List.of(new Volume(100, type)));
    assertThat(billAfter(launch, 30 * 86_400).get(1).amount()).isEqualTo(Money.usd(usd));
  }

  @Test
  @Rule("ec2 EB-4")
  void rootVolume_hasEightGibibytes_whenNothingIsSaid() {
    assertThat(LaunchConfiguration.of("m5.large").volumes().get(0).gibibytes()).isEqualTo(8);
  }

  @Test
  void detailedMonitoring_hasAPriceOfItsOwn() {
    List<Line> lines = billAfter(M5.monitoring(Monitoring.DETAILED), 30 * 86_400);
    assertThat(lines.get(1).amount()).isEqualTo(Money.usd("2.10"));
  }

  @Test
  void bill_isTheSumOfItsLines() {
    Bill bill = new Bill(billAfter(LaunchConfiguration.of("m5.large"), 3_600));
    assertThat(bill.total())
        .isEqualTo(
            bill.total(Kind.COMPUTE)
                .plus(bill.total(Kind.STORAGE))
                .plus(bill.total(Kind.MONITORING)));
    assertThat(bill.total(Kind.COMPUTE)).isEqualTo(Money.usd("0.096"));
  }
}
