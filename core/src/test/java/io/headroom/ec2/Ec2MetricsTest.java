package io.headroom.ec2;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.credits.CreditMode;
import io.headroom.sim.Distribution;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class Ec2MetricsTest {
  private static final Metric GROUP =
      Metric.of("AWS/EC2", "CPUUtilization").with("AutoScalingGroupName", "aws-web");

  private final Simulator simulator = new Simulator();
  private final ServerPool pool = new ServerPool();
  private final MetricStore store = new MetricStore();
  private final Ec2 ec2 =
      new Ec2(
          simulator,
          new RandomStreams(1, 0),
          new BootTimes(
              Distribution.constant(Duration.ofSeconds(16)),
              Distribution.constant(Duration.ofSeconds(90)),
              Distribution.constant(Duration.ofSeconds(22))),
          pool);

  private void publishEveryMinute() {
    Ec2Metrics metrics =
        new Ec2Metrics(ec2, store, name -> "aws-" + name, simulator::requestEvents);
    simulator.repeat(
        SimTime.MINUTE,
        SimTime.MINUTE,
        Phase.MEASURE,
        "minute",
        () -> metrics.publish(simulator.nowNanos()));
  }

  /** An instance that works on one request of so many seconds from the start. */
  private Instance busy(Monitoring monitoring, long seconds) {
    Instance instance =
        ec2.launchInService(
            LaunchConfiguration.of("m5.large").monitoring(monitoring),
            "us-east-1a",
            "web",
            InstanceListener.NONE);
    int request = pool.requests().take(0, seconds * SimTime.SECOND);
    instance.server().offer(0, request);
    return instance;
  }

  private void runTo(long seconds) {
    simulator.runUntil(seconds * SimTime.SECOND, RunMonitor.NONE);
  }

  private OptionalDouble read(Metric metric, Statistic statistic, int fromMinute, int toMinute) {
    return store.statistic(
        metric, statistic, fromMinute * SimTime.MINUTE, toMinute * SimTime.MINUTE, SimTime.DAY);
  }

  @Test
  @Rule("ec2 ST-7")
  @Rule("cloudwatch 14.1")
  void cpu_isTheBusyShareOfTheVcpus_eachMinute_withDetailedMonitoring() {
    Instance instance = busy(Monitoring.DETAILED, 600);
    publishEveryMinute();
    runTo(181);
    Metric own = Metric.of("AWS/EC2", "CPUUtilization").with("InstanceId", instance.id());
    assertThat(read(own, Statistic.AVERAGE, 0, 1)).hasValue(50.0);
    assertThat(read(own, Statistic.SAMPLE_COUNT, 0, 3)).hasValue(3.0);
  }

  @Test
  @Rule("ec2 ST-7")
  @Rule("autoscaling LC8")
  void basicMonitoring_publishesEveryFiveMinutes() {
    Instance instance = busy(Monitoring.BASIC, 600);
    publishEveryMinute();
    runTo(301);
    Metric own = Metric.of("AWS/EC2", "CPUUtilization").with("InstanceId", instance.id());
    assertThat(read(own, Statistic.SAMPLE_COUNT, 0, 5)).hasValue(1.0);
    assertThat(read(own, Statistic.AVERAGE, 0, 1)).hasValue(50.0);
  }

  @Test
  @Rule("autoscaling MT1")
  @Rule("autoscaling MT2")
  void groupMetric_countsOnlyTheInstancesThatTheGroupCounts() {
    Instance counted = busy(Monitoring.DETAILED, 600);
    busy(Monitoring.DETAILED, 1);
    publishEveryMinute();
    ec2.countInGroupMetrics(counted);
    runTo(61);
    assertThat(read(GROUP, Statistic.AVERAGE, 0, 1)).hasValue(50.0);
    ec2.stopCountingInGroupMetrics(counted);
    runTo(121);
    assertThat(read(GROUP, Statistic.AVERAGE, 1, 2)).isEmpty();
  }

  @Test
  @Rule("ec2 ST-6")
  void statusCheck_failsWhileTheZoneIsDown() {
    Instance instance = busy(Monitoring.BASIC, 600);
    publishEveryMinute();
    runTo(61);
    ec2.failZone("us-east-1a");
    runTo(121);
    Metric check = Metric.of("AWS/EC2", "StatusCheckFailed").with("InstanceId", instance.id());
    assertThat(read(check, Statistic.MAXIMUM, 0, 1)).hasValue(0.0);
    assertThat(read(check, Statistic.MAXIMUM, 1, 2)).hasValue(1.0);
  }

  @Test
  @Rule("ec2 ST-8")
  @Rule("ec2 AZ-3")
  void launchInAFailedZone_isRefused_andItsInstancesAreImpaired() {
    Instance instance = busy(Monitoring.BASIC, 600);
    ec2.failZone("us-east-1a");
    LaunchOutcome outcome =
        ec2.launch(LaunchConfiguration.of("m5.large"), "us-east-1a", "web", InstanceListener.NONE);
    assertThat(outcome).isInstanceOf(LaunchOutcome.Refused.class);
    assertThat(instance.impaired()).isTrue();
    ec2.restoreZone("us-east-1a");
    assertThat(instance.impaired()).isFalse();
  }

  @Test
  @Rule("ec2 CR-2")
  @Rule("ec2 CR-11")
  @Rule("cloudwatch 14.1")
  void credits_arePublishedEveryFiveMinutesWhateverTheMonitoring() {
    Instance instance =
        ec2.launchInService(
            LaunchConfiguration.of("t3.micro").monitoring(Monitoring.DETAILED),
            "us-east-1a",
            "web",
            InstanceListener.NONE);
    int request = pool.requests().take(0, SimTime.HOUR);
    instance.server().offer(0, request);
    publishEveryMinute();
    runTo(301);
    assertThat(read(credit("CPUCreditUsage", instance), Statistic.SAMPLE_COUNT, 0, 5))
        .hasValue(1.0);
    assertThat(read(credit("CPUCreditUsage", instance), Statistic.SUM, 0, 1).orElseThrow())
        .isWithin(1e-9)
        .of(5);
    assertThat(read(credit("CPUSurplusCreditBalance", instance), Statistic.SUM, 0, 1).orElseThrow())
        .isWithin(1e-9)
        .of(4);
  }

  private static Metric credit(String name, Instance instance) {
    return Metric.of("AWS/EC2", name).with("InstanceId", instance.id());
  }

  @Test
  @Rule("cloudwatch 5.1")
  @Rule("cloudwatch 1.3")
  void imageTypeAndAllInstances_needDetailedMonitoring() {
    busy(Monitoring.BASIC, 600);
    publishEveryMinute();
    runTo(301);
    Metric all = Metric.of("AWS/EC2", "CPUUtilization");
    assertThat(read(GROUP, Statistic.SAMPLE_COUNT, 0, 5)).isEmpty();
    assertThat(store.exists(all)).isFalse();
    assertThat(store.exists(all.with("InstanceType", "m5.large"))).isFalse();
    busy(Monitoring.DETAILED, 600);
    runTo(361);
    assertThat(store.exists(all)).isTrue();
    assertThat(store.exists(all.with("InstanceType", "m5.large"))).isTrue();
  }

  @Test
  @Rule("ec2 CR-5")
  @Rule("ec2 CR-14")
  void standardInstanceWithoutCredits_isHeldToItsBaseline() {
    Instance instance =
        ec2.launchInService(
            LaunchConfiguration.of("t3.micro")
                .monitoring(Monitoring.DETAILED)
                .traits(
                    new MachineTraits(
                        Optional.empty(), Optional.of(CreditMode.STANDARD), Optional.empty())),
            "us-east-1a",
            "web",
            InstanceListener.NONE);
    for (int vCpu = 0; vCpu < 2; vCpu++) {
      int request = pool.requests().take(0, 3_600 * SimTime.SECOND);
      instance.server().offer(0, request);
    }
    publishEveryMinute();
    runTo(601);
    Metric own = Metric.of("AWS/EC2", "CPUUtilization").with("InstanceId", instance.id());
    assertThat(read(own, Statistic.AVERAGE, 5, 6).orElseThrow()).isWithin(1e-6).of(10);
    assertThat(read(credit("CPUCreditBalance", instance), Statistic.MAXIMUM, 5, 10).orElseThrow())
        .isWithin(1e-6)
        .of(0);
  }
}
