package io.headroom.scenarios;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.SimulationSettings;
import io.headroom.Slo;
import io.headroom.autoscaling.Timings;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.AlarmState;
import io.headroom.cloudwatch.MetricDelays;
import io.headroom.cloudwatch.PercentileEstimator;
import io.headroom.cloudwatch.QueryAnchor;
import io.headroom.cloudwatch.YoungBreach;
import io.headroom.ec2.Concurrency;
import io.headroom.ec2.Discipline;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.Money;
import io.headroom.elb.ElbSettings;
import io.headroom.elb.ElbSettings.Drain;
import io.headroom.sim.Distribution;
import io.headroom.testing.Rule;
import io.headroom.workload.RequestProfile;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The sections of a scenario file that need no template. */
final class SectionsTest {
  @Test
  void slo_hasPercentilesAndErrors() {
    YamlText text =
        new YamlText("slo: { latency: { p99: 500ms, p99.9: 2s, p50: 80ms }, errors: 0.1% }");
    Slo slo = SloSection.read(text.section());
    assertThat(slo.latencies())
        .containsExactly(
            new Slo.Latency(99, Duration.ofMillis(500)),
            new Slo.Latency(99.9, Duration.ofSeconds(2)),
            new Slo.Latency(50, Duration.ofMillis(80)))
        .inOrder();
    assertThat(slo.errorShare()).isEqualTo(OptionalDouble.of(0.001));
    assertThat(text.problems()).isEmpty();
  }

  @Test
  void slo_absent_asksForNothing() {
    assertThat(SloSection.read(new YamlText("name: x").section())).isEqualTo(Slo.NONE);
  }

  @Test
  void slo_wrongPercentile_isAProblem() {
    YamlText text = new YamlText("slo: { latency: { p101: 1s, fast: 1s, p0: 1s } }");
    SloSection.read(text.section());
    assertThat(text.problems()).hasSize(3);
  }

  @Test
  void instances_changeWhatTheySay() {
    YamlText text =
        new YamlText("concurrency: 2 per vCPU", "discipline: fcfs", "acceptQueue: 0", "boot: slow");
    LaunchConfiguration launch =
        InstanceSettings.read(text.section()).applyTo(LaunchConfiguration.of("m5.large"));
    assertThat(launch.service().workers()).isEqualTo(Concurrency.perVcpu(2));
    assertThat(launch.service().discipline()).isEqualTo(Discipline.FIRST_COME_FIRST_SERVED);
    assertThat(launch.service().acceptQueue()).isEqualTo(0);
    assertThat(launch.bootTime())
        .hasValue(Distribution.logNormalByMedian(Duration.ofMinutes(5), 0.4));
    assertThat(text.problems()).isEmpty();
  }

  @Test
  void instances_keepTheRest() {
    LaunchConfiguration before = LaunchConfiguration.of("m5.large");
    YamlText text = new YamlText("concurrency: 50");
    LaunchConfiguration after = InstanceSettings.read(text.section()).applyTo(before);
    assertThat(after.service()).isEqualTo(before.service().withWorkers(Concurrency.of(50)));
    assertThat(after.bootTime()).isEmpty();
  }

  @Test
  void ready_isALawAfterTheBoot() {
    YamlText text = new YamlText("ready: 30s");
    LaunchConfiguration launch =
        InstanceSettings.read(text.section()).applyTo(LaunchConfiguration.of("m5.large"));
    assertThat(launch.service().ready()).hasValue(Distribution.constant(Duration.ofSeconds(30)));
    assertThat(text.problems()).isEmpty();
  }

  @Test
  void ready_withoutUnit_isAProblem() {
    YamlText text = new YamlText("ready: 30");
    InstanceSettings.read(text.section());
    assertThat(text.problems()).hasSize(1);
    assertThat(text.problems().get(0)).contains("ready: found '30'; allowed: a duration");
  }

  @Test
  void boot_isWordOrLawOrDuration() {
    assertThat(BootProfile.read(new YamlText("boot: typical").section(), "boot"))
        .hasValue(Distribution.logNormalByMedian(Duration.ofSeconds(90), 0.4));
    assertThat(BootProfile.read(new YamlText("boot: 90s").section(), "boot"))
        .hasValue(Distribution.constant(Duration.ofSeconds(90)));
    assertThat(
            BootProfile.read(
                new YamlText("boot: {uniform: {from: 60s, to: 90s}}").section(), "boot"))
        .hasValue(Distribution.uniform(Duration.ofSeconds(60), Duration.ofSeconds(90)));
  }

  @Test
  void concurrency_zeroOrWithoutUnit_isAProblem() {
    YamlText text = new YamlText("concurrency: 2 per core", "acceptQueue: -1");
    InstanceSettings.read(text.section());
    assertThat(text.problems()).hasSize(2);
    assertThat(text.problems().get(0)).contains("concurrency: found '2 per core'; allowed:");
    assertThat(text.problems().get(1)).contains("acceptQueue: found '-1'; allowed:");
  }

  @Test
  void requests_haveDefaults() {
    YamlText text = new YamlText("requests: { demand: 80ms, timeout: 5s, responseBytes: 2000 }");
    RequestProfile profile = RequestSection.read(text.section());
    assertThat(profile)
        .isEqualTo(
            new RequestProfile(
                Distribution.constant(Duration.ofMillis(80)), Duration.ofSeconds(5), 1_000, 2_000));
    assertThat(RequestSection.read(new YamlText("to: x").section()).demand())
        .isEqualTo(Distribution.exponential(Duration.ofMillis(20)));
  }

  @Test
  void prices_areDollarsAnHour() {
    YamlText text = new YamlText("prices: { m9.large: 0.12, x: free }");
    assertThat(PricesSection.read(text.section())).containsExactly("m9.large", Money.usd("0.12"));
    assertThat(text.problems()).hasSize(1);
  }

  @Test
  void assumptions_absent_areTheDocumentedDefaults() {
    SimulationSettings settings = AssumptionsSection.read(new YamlText("name: x").section());
    assertThat(settings)
        .isEqualTo(
            SimulationSettings.DEFAULT.alarms(AlarmSettings.DEFAULT.withStart(YamlText.NOON)));
  }

  @Test
  void timings_areProfileOrSingleDelays() {
    Timings deterministic = timings("assumptions: { timings: deterministic }");
    assertThat(deterministic).isEqualTo(Timings.deterministic());
    Timings single =
        timings("assumptions: { timings: { profile: immediate, reconcileDelay: 4s } }");
    assertThat(single.reconcileDelay()).isEqualTo(Distribution.constant(Duration.ofSeconds(4)));
    assertThat(single.ec2CallDelay()).isEqualTo(Timings.immediate().ec2CallDelay());
  }

  private static Timings timings(String yaml) {
    YamlText text = new YamlText(yaml);
    Timings timings = AssumptionsSection.read(text.section()).timings();
    assertThat(text.problems()).isEmpty();
    return timings;
  }

  @Test
  @Rule("cloudwatch 16.1")
  @Rule("cloudwatch 16.2")
  @Rule("cloudwatch 16.4")
  @Rule("cloudwatch 16.7")
  @Rule("cloudwatch 16.8")
  void alarmAssumptions_areReachableByKey() {
    YamlText text =
        new YamlText(
            "assumptions:",
            "  alarms:",
            "    extraBuckets: 3",
            "    extraTime: 10m",
            "    evaluationRange: { cpu-high: 7 }",
            "    youngBreach: retain",
            "    phase: 30s",
            "    repeatStates: [ALARM]",
            "    repeatInterval: 2m");
    AlarmSettings alarms = AssumptionsSection.read(text.section()).alarms();
    assertThat(text.problems()).isEmpty();
    assertThat(alarms.evaluationRange().extraBuckets()).isEqualTo(3);
    assertThat(alarms.evaluationRange().extraTime()).isEqualTo(Duration.ofMinutes(10));
    assertThat(alarms.evaluationRange().byAlarm()).containsExactly("cpu-high", 7);
    assertThat(alarms.youngBreach()).isEqualTo(YoungBreach.RETAIN);
    assertThat(alarms.phaseSeconds()).hasValue(30);
    assertThat(alarms.repeats().states()).containsExactly(AlarmState.ALARM);
    assertThat(alarms.repeats().interval()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  @Rule("cloudwatch 16.5")
  @Rule("cloudwatch 16.6")
  @Rule("cloudwatch 16.12")
  void elbAndMetricAssumptions_areReachableByKey() {
    YamlText text =
        new YamlText(
            "assumptions:",
            "  elb: { latency: 2ms, drain: last-request }",
            "  metrics: { percentile: interpolated, queryAnchor: clock }",
            "  metricDelays: { ec2: 90s, custom: 1s }");
    SimulationSettings settings = AssumptionsSection.read(text.section());
    assertThat(text.problems()).isEmpty();
    assertThat(settings.elb().latency()).isEqualTo(Duration.ofMillis(2));
    assertThat(settings.elb().drain()).isEqualTo(Drain.LAST_REQUEST);
    assertThat(settings.elb().probeDemand()).isEqualTo(ElbSettings.DEFAULT.probeDemand());
    assertThat(settings.metrics().percentile()).isEqualTo(PercentileEstimator.INTERPOLATED);
    assertThat(settings.metrics().anchor()).isEqualTo(QueryAnchor.CLOCK);
    MetricDelays delays = settings.metrics().delays();
    assertThat(delays.ec2()).isEqualTo(Duration.ofSeconds(90));
    assertThat(delays.custom()).isEqualTo(Duration.ofSeconds(1));
    assertThat(delays.elb()).isEqualTo(MetricDelays.DEFAULT.elb());
  }

  @Test
  void unknownAssumption_namesTheNearest() {
    YamlText text = new YamlText("assumptions: { elb: { latancy: 2ms } }");
    AssumptionsSection.read(text.section());
    assertThat(text.problems())
        .isEqualTo(List.of("line 1: assumptions.elb.latancy: unknown key; did you mean latency?"));
  }
}
