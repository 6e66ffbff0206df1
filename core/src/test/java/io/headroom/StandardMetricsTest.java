package io.headroom;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.AutoScalingGroupSpec.GroupMetrics;
import io.headroom.autoscaling.LifecycleSettings;
import io.headroom.autoscaling.lifecycle.WarmPoolSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.standard.StandardMetric;
import io.headroom.cloudwatch.standard.StandardMetrics;
import io.headroom.ec2.Concurrency;
import io.headroom.ec2.InstanceType;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.LaunchConfiguration.Source;
import io.headroom.ec2.MachineTraits;
import io.headroom.ec2.Monitoring;
import io.headroom.ec2.ServiceModel;
import io.headroom.ec2.credits.CreditMode;
import io.headroom.elb.CrossZone;
import io.headroom.elb.ElbSettings;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.LoadBalancerType;
import io.headroom.elb.RoutingAlgorithm;
import io.headroom.elb.TargetGroupSpec;
import io.headroom.sim.Distribution;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sqs.QueueSpec;
import io.headroom.testing.Rule;
import io.headroom.workload.RequestProfile;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the page of the standard metrics and what runs emit together. */
@Rule("cloudwatch 1.3")
@Rule("cloudwatch 14.1")
@Rule("cloudwatch 14.2")
@Rule("cloudwatch 14.3")
@Rule("cloudwatch 14.4")
@Rule("cloudwatch 14.5")
@Rule("cloudwatch 14.6")
class StandardMetricsTest {
  private static final List<String> ZONES = List.of("us-east-1a", "us-east-1b");
  private static final long IDLE = 27 * SimTime.MINUTE;

  private static final ElbSettings SILENT = silent(ElbSettings.DEFAULT);

  private static ElbSettings silent(ElbSettings defaults) {
    return new ElbSettings(
        defaults.latency(),
        defaults.probeDemand(),
        defaults.healthCheckPhase(),
        defaults.networkFirstCheck(),
        defaults.networkFirstCheckSpread(),
        defaults.drain(),
        ElbSettings.IdleMetrics.ABSENT,
        ElbSettings.TargetCodes.NONZERO);
  }

  private static LaunchConfiguration machine(String type, Optional<CreditMode> mode) {
    return LaunchConfiguration.of("launch", Source.LAUNCH_TEMPLATE, InstanceType.of(type))
        .service(ServiceModel.firstComeFirstServed(Concurrency.of(2)).withAcceptQueue(4))
        .monitoring(Monitoring.DETAILED)
        .traits(new MachineTraits(Optional.of("ami-1"), mode, Optional.empty()));
  }

  private static AutoScalingGroupSpec group(String name, LaunchConfiguration machine) {
    return AutoScalingGroupSpec.builder(name)
        .min(2)
        .max(4)
        .zones(ZONES)
        .launchConfiguration(machine)
        .targetGroups(List.of(name + "-targets"))
        .groupMetrics(GroupMetrics.ENABLED)
        .build();
  }

  private static AutoScalingGroupSpec pooled(AutoScalingGroupSpec group) {
    return group.toBuilder()
        .lifecycle(LifecycleSettings.NONE.warmPool(WarmPoolSpec.of(WarmPoolSpec.PoolState.STOPPED)))
        .build();
  }

  private static LoadBalancerSpec balancer(LoadBalancerType type, String fullName, String group) {
    TargetGroupSpec targets = TargetGroupSpec.application(group + "-targets");
    boolean isApplication = type == LoadBalancerType.APPLICATION;
    return new LoadBalancerSpec(
        group + "-front",
        fullName,
        type,
        ZONES,
        List.of(
            new ForwardRule(
                type == LoadBalancerType.NETWORK
                    ? targets.routing(RoutingAlgorithm.flowHash())
                    : targets,
                1)),
        isApplication ? CrossZone.ON : CrossZone.OFF,
        Duration.ofSeconds(20));
  }

  /** Ordinary requests, some too slow for client or load balancer, a burst and an overload. */
  private static void traffic(ScenarioBuilder scenario, String to) {
    scenario
        .traffic(new Traffic(to, Timetable.between(5, 1_200, 2), profile(20, 30)))
        .traffic(new Traffic(to, Timetable.between(60, 62, 1), profile(40_000, 300)))
        .traffic(new Traffic(to, Timetable.between(180, 182, 1), profile(10_000, 2)))
        .traffic(new Traffic(to, Timetable.between(240, 241, 2_600), profile(300, 100)))
        .traffic(new Traffic(to, Timetable.between(900, 1_150, 50), profile(500, 5)));
  }

  private static RequestProfile profile(long demandMillis, long timeoutSeconds) {
    return RequestProfile.of(Distribution.constant(Duration.ofMillis(demandMillis)))
        .withTimeout(Duration.ofSeconds(timeoutSeconds));
  }

  /**
   * Every kind of load balancer and a queue, with errors, an outage of all zones and idle minutes
   * at last.
   */
  private static MetricStore everything(ElbSettings elb) {
    ScenarioBuilder scenario =
        Scenario.builder("metrics")
            .duration(Duration.ofMinutes(40))
            .settings(SimulationSettings.DEFAULT.elb(elb))
            .loadBalancers(
                List.of(
                    balancer(LoadBalancerType.APPLICATION, "app/a/1", "a"),
                    balancer(LoadBalancerType.APPLICATION, "app/empty/1", "empty"),
                    balancer(LoadBalancerType.NETWORK, "net/n/1", "n"),
                    balancer(LoadBalancerType.CLASSIC, "classic", "c")))
            .groups(
                List.of(
                    pooled(group("a", machine("m5.large", Optional.empty()))),
                    group("n", machine("t3.micro", Optional.empty())),
                    group("c", machine("t3.micro", Optional.of(CreditMode.STANDARD)))))
            .queue(QueueSpec.of("jobs"));
    for (String zone : ZONES) {
      scenario.fault(new Fault.ZoneOutage(Duration.ofMinutes(10), Duration.ofMinutes(3), zone));
    }
    for (String name : List.of("a", "empty", "n", "c")) {
      traffic(scenario, name + "-front");
    }
    scenario.traffic(new Traffic("jobs", Timetable.between(5, 1_200, 2), profile(20, 30)));
    Run run = new Run(scenario.build());
    run.complete(RunMonitor.NONE);
    return run.metrics();
  }

  private static String key(Metric metric) {
    return metric.namespace() + " " + metric.name();
  }

  @Test
  void page_isTheCatalogue() throws IOException {
    assertThat(MetricsPage.rows()).containsExactlyElementsIn(StandardMetrics.all()).inOrder();
  }

  @Test
  void catalogue_listsJustWhatIsEmitted() {
    MetricStore store = everything(ElbSettings.DEFAULT);
    Map<String, Set<Set<String>>> dimensions = new HashMap<>();
    Map<String, String> units = new HashMap<>();
    for (Metric metric : store.metrics()) {
      Set<String> names = metric.dimensions().keySet();
      dimensions.computeIfAbsent(key(metric), k -> new HashSet<>()).add(names);
      units.put(key(metric), store.units(metric).toString());
      assertWithMessage("%s", metric).that(StandardMetrics.isEmitted(metric)).isTrue();
    }
    for (StandardMetric row : StandardMetrics.all()) {
      Set<Set<String>> expected = row.isEmitted() ? row.dimensionSets() : Set.of();
      assertWithMessage("%s", row)
          .that(dimensions.getOrDefault(row.toString(), Set.of()))
          .isEqualTo(expected);
      assertWithMessage("%s", row)
          .that(units.getOrDefault(row.toString(), "[" + row.unit() + "]"))
          .isEqualTo("[" + row.unit() + "]");
    }
  }

  @Test
  @Rule("cloudwatch 2.8")
  void idleMinutes_haveTheAlwaysReportedMetricsAndNoOther() {
    MetricStore store = everything(ElbSettings.DEFAULT);
    for (StandardMetric row : StandardMetrics.all()) {
      assertIdle(store, row, !row.reported().equals("nonzero"));
    }
  }

  @Test
  @Rule("cloudwatch 16.11")
  @Rule("elb 9")
  void loadBalancersWithoutTraffic_areSilentIfTheSettingSaysSo() {
    MetricStore store = everything(SILENT);
    for (StandardMetric row : StandardMetrics.all()) {
      boolean isModern = row.namespace().matches("AWS/(Application|Network)ELB");
      assertIdle(store, row, !isModern && !row.reported().equals("nonzero"));
    }
  }

  /** Looks at what one row emits for all but single instances, which may be gone by then. */
  private static void assertIdle(MetricStore store, StandardMetric row, boolean isThere) {
    for (Metric metric : store.metrics()) {
      boolean isOne = metric.dimensions().containsKey("InstanceId");
      if (key(metric).equals(row.toString()) && !isOne && !metric.toString().contains("empty")) {
        assertWithMessage("%s in idle minutes", metric)
            .that(isThere(store, metric))
            .isEqualTo(isThere);
      }
    }
  }

  /** Five minutes without requests, so that metrics of five minutes have a point, too. */
  private static boolean isThere(MetricStore store, Metric metric) {
    return store.statistics(metric, IDLE, IDLE + 5 * SimTime.MINUTE, SimTime.DAY).isPresent();
  }
}
