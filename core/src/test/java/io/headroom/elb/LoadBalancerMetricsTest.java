package io.headroom.elb;

import static com.google.common.truth.Truth.assertThat;

import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.Concurrency;
import io.headroom.ec2.Instance;
import io.headroom.ec2.ServiceModel;
import io.headroom.sim.Phase;
import io.headroom.sim.SimTime;
import io.headroom.testing.Rule;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LoadBalancerMetricsTest {
  private static final TargetGroupSpec TARGETS = TargetGroupSpec.application("tg");
  private static final Metric ALB =
      Metric.of("AWS/ApplicationELB", "any").with("LoadBalancer", "app/lb/0000000000000000");
  private static final String TG = "targetgroup/tg/0000000000000000";
  private static final long MUCH_LATER = SimTime.DAY;

  private final ElbFixture elb = new ElbFixture();
  private final MetricStore store = new MetricStore();

  private void publish() {
    elb.balancers.publishTo(store);
    elb.simulator.repeat(
        SimTime.MINUTE,
        SimTime.MINUTE,
        Phase.MEASURE,
        "minute",
        () -> {
          elb.balancers.publishMinute(elb.simulator.nowNanos() - SimTime.MINUTE, SimTime.MINUTE);
          elb.balancers.closeMinute();
        });
  }

  private OptionalDouble first(Metric scope, String name, Statistic statistic) {
    Metric metric = new Metric(scope.namespace(), name, scope.dimensions());
    return store.statistic(metric, statistic, 0, SimTime.MINUTE, MUCH_LATER);
  }

  private void requests(int count, long everyMillis, Duration demand) {
    long[] times = LongStream.rangeClosed(1, count).map(i -> i * everyMillis).toArray();
    elb.requestsAt(demand, Duration.ofSeconds(10), times);
  }

  @Test
  @Rule("elb 9.1")
  @Rule("elb ME-1")
  @Rule("cloudwatch 14.2")
  void application_countsRequestsAndDividesThemAmongHealthyTargets() {
    TargetGroup group = elb.application(List.of("a", "b"), TARGETS);
    group.registerHealthy(elb.running("a"));
    group.registerHealthy(elb.running("b"));
    publish();
    requests(100, 10, Duration.ofMillis(20));
    elb.runTo(61);
    assertThat(first(ALB, "RequestCount", Statistic.SUM)).hasValue(100.0);
    assertThat(first(ALB, "RequestCount", Statistic.AVERAGE)).hasValue(1.0);
    assertThat(first(ALB, "HTTPCode_Target_2XX_Count", Statistic.SUM)).hasValue(100.0);
    Metric targets = ALB.with("TargetGroup", TG);
    assertThat(first(targets, "RequestCountPerTarget", Statistic.SUM)).hasValue(50.0);
    assertThat(first(targets, "HealthyHostCount", Statistic.AVERAGE)).hasValue(2.0);
    assertThat(first(targets, "UnHealthyHostCount", Statistic.MAXIMUM)).hasValue(0.0);
    double a = first(ALB.with("AvailabilityZone", "a"), "RequestCount", Statistic.SUM).orElse(0);
    double b = first(ALB.with("AvailabilityZone", "b"), "RequestCount", Statistic.SUM).orElse(0);
    assertThat(a + b).isEqualTo(100.0);
  }

  @Test
  @Rule("elb 9.1")
  void targetResponseTime_hasPercentiles_andAnExactAverage() {
    elb.application(TARGETS).registerHealthy(elb.running("a"));
    publish();
    requests(100, 100, Duration.ofMillis(20));
    elb.runTo(61);
    double average = first(ALB, "TargetResponseTime", Statistic.AVERAGE).orElseThrow();
    assertThat(average).isWithin(1e-9).of(0.02);
    double p99 = first(ALB, "TargetResponseTime", Statistic.parse("p99")).orElseThrow();
    assertThat(p99).isWithin(0.0001).of(0.02);
  }

  @Test
  @Rule("elb ME-2")
  void emptyTargetGroup_countsOnly503() {
    elb.application(TARGETS);
    publish();
    requests(10, 10, Duration.ofMillis(20));
    elb.runTo(61);
    assertThat(first(ALB, "HTTPCode_ELB_503_Count", Statistic.SUM)).hasValue(10.0);
    assertThat(first(ALB, "HTTPCode_ELB_5XX_Count", Statistic.SUM)).hasValue(10.0);
    assertThat(first(ALB, "RequestCount", Statistic.SUM)).isEmpty();
  }

  @Test
  @Rule("elb ME-2")
  void timeout_countsAsRequest_withoutAResponseTime() {
    elb.serve(ServiceModel.firstComeFirstServed(Concurrency.of(1)));
    elb.balancers.add(
        LoadBalancerSpec.application("lb", List.of("a"), TARGETS)
            .idleTimeout(Duration.ofSeconds(5)));
    elb.balancers.targetGroup("tg").registerHealthy(elb.running("a"));
    publish();
    requests(1, 10, Duration.ofSeconds(8));
    elb.runTo(61);
    assertThat(first(ALB, "HTTPCode_ELB_504_Count", Statistic.SUM)).hasValue(1.0);
    assertThat(first(ALB, "RequestCount", Statistic.SUM)).hasValue(1.0);
    assertThat(first(ALB, "TargetResponseTime", Statistic.SAMPLE_COUNT)).isEmpty();
  }

  @Test
  @Rule("elb 8")
  void fullTarget_counts502_andAClientThatGivesUp460() {
    elb.serve(ServiceModel.firstComeFirstServed(Concurrency.of(1)).withAcceptQueue(1));
    elb.application(TARGETS).registerHealthy(elb.running("a"));
    publish();
    requests(5, 10, Duration.ofSeconds(12));
    elb.runTo(61);
    assertThat(first(ALB, "HTTPCode_ELB_502_Count", Statistic.SUM)).hasValue(3.0);
    assertThat(first(ALB, "HTTPCode_ELB_5XX_Count", Statistic.SUM)).hasValue(3.0);
    assertThat(first(ALB, "HTTPCode_ELB_4XX_Count", Statistic.SUM)).hasValue(2.0);
  }

  @Test
  @Rule("elb ME-4")
  void request_countsInTheMinuteInWhichItEnds() {
    elb.application(TARGETS).registerHealthy(elb.running("a"));
    publish();
    elb.requestsAt(Duration.ofSeconds(5), Duration.ofSeconds(30), 58_000);
    elb.runTo(121);
    assertThat(first(ALB, "RequestCount", Statistic.SUM)).hasValue(0.0);
    Metric count = new Metric(ALB.namespace(), "RequestCount", ALB.dimensions());
    OptionalDouble second =
        store.statistic(count, Statistic.SUM, SimTime.MINUTE, 2 * SimTime.MINUTE, MUCH_LATER);
    assertThat(second).hasValue(1.0);
  }

  @Test
  @Rule("elb ME-5")
  @Rule("elb ME-6")
  void drainingTarget_leavesTheHostCountsAtOnce() {
    TargetGroup group = elb.application(TARGETS);
    Instance draining = elb.running("a");
    group.registerHealthy(elb.running("a"));
    group.registerHealthy(draining);
    publish();
    elb.at(30, () -> group.deregister(draining, () -> {}));
    elb.runTo(61);
    Metric targets = ALB.with("TargetGroup", TG);
    assertThat(first(targets, "HealthyHostCount", Statistic.MAXIMUM)).hasValue(1.0);
    assertThat(first(targets, "UnHealthyHostCount", Statistic.MAXIMUM)).hasValue(0.0);
  }

  @Test
  @Rule("elb 9.3")
  void classic_countsSpilloverAndTheLongestSurgeQueue() {
    elb.serve(ServiceModel.firstComeFirstServed(Concurrency.of(1)).withAcceptQueue(0));
    elb.classic(TARGETS).registerHealthy(elb.running("a"));
    publish();
    long[] burst = LongStream.range(0, 1_030).map(i -> 10).toArray();
    elb.requestsAt(Duration.ofSeconds(1), Duration.ofHours(1), burst);
    elb.runTo(61);
    Metric classic = Metric.of("AWS/ELB", "any").with("LoadBalancerName", "classic");
    assertThat(first(classic, "SpilloverCount", Statistic.SUM)).hasValue(5.0);
    assertThat(first(classic, "SurgeQueueLength", Statistic.MAXIMUM)).hasValue(1_024.0);
    assertThat(first(classic, "Latency", Statistic.SAMPLE_COUNT).orElse(0)).isAtLeast(58.0);
  }

  @Test
  @Rule("elb 9.2")
  void network_hasNeitherRequestCountNorResponseTime() {
    elb.balancers.add(
        new LoadBalancerSpec(
            "lb",
            "net/lb/1",
            LoadBalancerType.NETWORK,
            List.of("a"),
            List.of(new ForwardRule(TARGETS.routing(RoutingAlgorithm.flowHash()), 1)),
            CrossZone.OFF,
            Duration.ofSeconds(350)));
    elb.balancers.targetGroup("tg").registerHealthy(elb.running("a"));
    publish();
    requests(50, 10, Duration.ofMillis(1));
    elb.runTo(61);
    Metric nlb = Metric.of("AWS/NetworkELB", "any").with("LoadBalancer", "net/lb/1");
    assertThat(first(nlb, "NewFlowCount", Statistic.SUM)).hasValue(50.0);
    assertThat(store.metrics().stream().map(Metric::name))
        .containsNoneOf("RequestCount", "TargetResponseTime");
  }

  @Test
  @Rule("elb 11")
  void capacityUnits_areTheLargestOfTheDimensions() {
    BalancerUsage.Minute hour =
        new BalancerUsage.Minute(3_600, 50 * 10 * 3_600L, 3_600_000_000L, 2_000 * 3_600.0);
    assertThat(hour.applicationUnits()).isWithin(1e-9).of(3.6);
    BalancerUsage.Minute chatty =
        new BalancerUsage.Minute(3_600, 1_000 * 10 * 3_600L, 3_600_000_000L, 0);
    assertThat(chatty.applicationUnits()).isWithin(1e-9).of(40);
  }
}
