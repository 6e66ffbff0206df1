package io.headroom.benchmarks;

import io.headroom.Scenario;
import io.headroom.ScenarioBuilder;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.SimulationSettings;
import io.headroom.Slo;
import io.headroom.Traffic;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.benchmarks.yardstick.Engine;
import io.headroom.benchmarks.yardstick.Tally;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.Concurrency;
import io.headroom.ec2.Discipline;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.ServiceModel;
import io.headroom.elb.ElbSettings;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.policies.aws.PredefinedMetric;
import io.headroom.policies.aws.TargetTracking;
import io.headroom.sim.Distribution;
import io.headroom.sim.SimTime;
import io.headroom.workload.RequestProfile;
import io.headroom.workload.Workload;
import io.headroom.workloads.Poisson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Headroom on the work of the yardsticks, whole: health checks, metrics of load balancer, instances
 * and group, alarms, a policy, client time-outs, latency percentiles by the minute, the ledger and
 * the bill. The load balancer itself takes no time, as the yardsticks have none.
 *
 * @param balance how requests are balanced
 * @param discipline how the instances serve
 * @param demand the law of the demands
 */
record WholeRun(Balance balance, Discipline discipline, Demand demand) implements Engine {
  static final List<String> ZONES = List.of("us-east-1a");

  /** Round robin, order of arrival, exponential demands: the work of the yardsticks. */
  static final WholeRun STANDARD =
      new WholeRun(Balance.ROUND_ROBIN, Discipline.FIRST_COME_FIRST_SERVED, Demand.EXPONENTIAL);

  WholeRun with(Balance newBalance) {
    return new WholeRun(newBalance, discipline, demand);
  }

  WholeRun with(Discipline newDiscipline) {
    return new WholeRun(balance, newDiscipline, demand);
  }

  WholeRun with(Demand newDemand) {
    return new WholeRun(balance, discipline, newDemand);
  }

  /** Returns every way of balancing and every law of demand, under each discipline. */
  static List<WholeRun> all() {
    List<WholeRun> all = new ArrayList<>();
    for (Discipline discipline : Discipline.values()) {
      WholeRun run = STANDARD.with(discipline);
      for (Balance balance : Balance.values()) {
        all.add(run.with(balance));
      }
      all.add(run.with(Demand.LOG_NORMAL));
      all.add(run.with(Demand.EMPIRICAL));
    }
    return all;
  }

  @Override
  public String name() {
    return "Headroom, " + words();
  }

  /** Returns what sets it apart from the others. */
  String words() {
    return "%s, %s, %s".formatted(balance.words(), words(discipline), demand.words());
  }

  private static String words(Discipline discipline) {
    return discipline == Discipline.PROCESSOR_SHARING ? "processor sharing" : "first come";
  }

  @Override
  public Tally run(Work work) {
    SimulationResult result = Simulation.run(scenario(work).build());
    long completed = result.requests().completed();
    return new Tally(completed, result.latency().mean(), result.latency().p99());
  }

  /** Describes the work as a scenario; it lasts until about as many requests have arrived. */
  ScenarioBuilder scenario(Work work) {
    RequestProfile requests =
        RequestProfile.of(demand.law(Duration.ofNanos((long) (work.meanSeconds() * 1e9))));
    Traffic traffic = new Traffic("lb", Poisson.ofRate(work.requestsPerSecond()), requests);
    return scenario(work, balance.loadBalancer(ZONES), traffic);
  }

  /** Describes the work with clients that wait longer, and a load balancer that lets them. */
  ScenarioBuilder patient(Work work, Workload arrivals, Duration timeout) {
    Scenario plain = scenario(work).build();
    RequestProfile requests = plain.traffic().get(0).requests().withTimeout(timeout);
    LoadBalancerSpec balancer = plain.loadBalancers().get(0).idleTimeout(timeout.plusHours(1));
    return scenario(work, balancer, new Traffic("lb", arrivals, requests));
  }

  private ScenarioBuilder scenario(Work work, LoadBalancerSpec balancer, Traffic traffic) {
    return Scenario.builder(name())
        .loadBalancer(balancer)
        .group(group(work))
        .alarm(slowAlarm())
        .traffic(traffic)
        .slo(Slo.latency(99, Duration.ofSeconds(1)))
        .settings(SimulationSettings.DEFAULT.elb(ElbSettings.DEFAULT.latency(Duration.ZERO)))
        .duration(arrivals(work))
        .seed(work.seed());
  }

  /** Returns the time in which about as many requests arrive. */
  static Duration arrivals(Work work) {
    return Duration.ofNanos((long) (work.requests() / work.requestsPerSecond() * SimTime.SECOND));
  }

  private AutoScalingGroupSpec group(Work work) {
    LaunchConfiguration launch =
        LaunchConfiguration.of("m5.large")
            .bootTime(Distribution.constant(Duration.ofSeconds(10)))
            .service(new ServiceModel(discipline, Concurrency.of(workers(work)), 1_000_000));
    AutoScalingGroupSpec.Builder group =
        AutoScalingGroupSpec.builder("web")
            .min(work.instances())
            .desired(work.instances())
            .max(work.instances() + 1)
            .zones(ZONES)
            .launchConfiguration(launch)
            .targetGroups(List.of("targets"))
            .groupMetrics(AutoScalingGroupSpec.GroupMetrics.ENABLED)
            .policies(
                List.of(
                    TargetTracking.on(PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION).target(95)));
    return balance.keepRamping(group, work.instances()).build();
  }

  /** Sharing has no limit to the requests in service that matters here. */
  private int workers(Work work) {
    return discipline == Discipline.PROCESSOR_SHARING ? 1_000_000 : work.workers();
  }

  /** An alarm on a percentile, which needs the distribution of each minute. */
  static AlarmSpec slowAlarm() {
    Metric time =
        Metric.of("AWS/ApplicationELB", "TargetResponseTime")
            .with("LoadBalancer", "app/lb/0000000000000000");
    return AlarmSpec.when(time, Statistic.percentile(99))
        .isAbove(2)
        .datapoints(3, 5)
        .period(Duration.ofMinutes(1))
        .named("slow")
        .build();
  }
}
