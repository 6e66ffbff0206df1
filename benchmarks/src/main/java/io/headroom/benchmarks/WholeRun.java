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
import io.headroom.policies.aws.PredefinedMetric;
import io.headroom.policies.aws.TargetTracking;
import io.headroom.sim.Distribution;
import io.headroom.sim.SimTime;
import io.headroom.workload.RequestProfile;
import io.headroom.workloads.Poisson;
import java.time.Duration;
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

  @Override
  public String name() {
    return "Headroom, %s, %s, %s".formatted(balance.words(), words(discipline), demand.words());
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
    Duration duration =
        Duration.ofNanos((long) (work.requests() / work.requestsPerSecond() * SimTime.SECOND));
    RequestProfile requests =
        RequestProfile.of(demand.law(Duration.ofNanos((long) (work.meanSeconds() * 1e9))));
    return Scenario.builder(name())
        .loadBalancer(balance.loadBalancer(ZONES))
        .group(group(work))
        .alarm(slowAlarm())
        .traffic(new Traffic("lb", Poisson.ofRate(work.requestsPerSecond()), requests))
        .slo(Slo.latency(99, Duration.ofSeconds(1)))
        .settings(SimulationSettings.DEFAULT.elb(ElbSettings.DEFAULT.latency(Duration.ZERO)))
        .duration(duration)
        .seed(work.seed());
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
