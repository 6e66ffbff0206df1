package io.headroom.benchmarks;

import io.headroom.autoscaling.Timings;
import io.headroom.ec2.Concurrency;
import io.headroom.ec2.Discipline;
import io.headroom.ec2.Ec2;
import io.headroom.ec2.InstanceListener;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.ServerPool;
import io.headroom.ec2.ServiceModel;
import io.headroom.elb.ElbSettings;
import io.headroom.elb.LoadBalancers;
import io.headroom.elb.TargetGroup;
import io.headroom.sim.Distribution;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import io.headroom.workload.RequestProfile;
import io.headroom.workloads.Poisson;
import java.time.Duration;

/**
 * Requests on 20 instances of two workers behind a load balancer, at load 0.8 and without a control
 * plane; the time goes on for as long as somebody asks.
 */
final class SteadyTraffic {
  private static final int INSTANCES = 20;
  private static final int WORKERS = 2;
  private static final double LOAD = 0.8;
  private static final Duration HORIZON = Duration.ofDays(36_500);

  private final Simulator simulator = new Simulator();
  private final LoadBalancers balancers;

  SteadyTraffic(Balance balance, Discipline discipline, double requestsPerSecond) {
    RandomStreams random = new RandomStreams(42, 0);
    ServerPool pool = new ServerPool();
    Ec2 ec2 = new Ec2(simulator, random, Timings.immediate().bootTimes(), pool);
    balancers =
        new LoadBalancers(
            new LoadBalancers.Environment(simulator, random, ec2, pool),
            ElbSettings.DEFAULT,
            Duration.ofSeconds(1));
    balancers.add(balance.loadBalancer(WholeRun.ZONES));
    TargetGroup targets = balancers.targetGroup("targets");
    int workers = discipline == Discipline.PROCESSOR_SHARING ? 1_000_000 : WORKERS;
    LaunchConfiguration launch =
        LaunchConfiguration.of("m5.large")
            .service(new ServiceModel(discipline, Concurrency.of(workers), 1_000_000));
    for (int i = 0; i < INSTANCES; i++) {
      targets.registerHealthy(
          ec2.launchInService(launch, WholeRun.ZONES.get(0), "web", InstanceListener.NONE));
    }
    double meanSeconds = LOAD * INSTANCES * WORKERS / requestsPerSecond;
    Distribution demand = Distribution.exponential(Duration.ofNanos((long) (meanSeconds * 1e9)));
    balancers.addTraffic(
        "lb", Poisson.ofRate(requestsPerSecond), RequestProfile.of(demand), HORIZON);
  }

  /** Lets a minute pass; returns the requests that have arrived so far. */
  long runMinute() {
    simulator.runUntil(simulator.nowNanos() + SimTime.MINUTE, RunMonitor.NONE);
    return balancers.arrived();
  }
}
