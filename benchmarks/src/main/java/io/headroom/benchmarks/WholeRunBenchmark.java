package io.headroom.benchmarks;

import io.headroom.Scenario;
import io.headroom.Simulation;
import io.headroom.SimulationResult;
import io.headroom.Slo;
import io.headroom.Traffic;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.ec2.Concurrency;
import io.headroom.ec2.Discipline;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.ServiceModel;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.RoutingAlgorithm;
import io.headroom.elb.TargetGroupSpec;
import io.headroom.policies.aws.PredefinedMetric;
import io.headroom.policies.aws.TargetTracking;
import io.headroom.sim.Distribution;
import io.headroom.workload.RequestProfile;
import io.headroom.workloads.Poisson;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole run of the loop: 20 instances of two workers at load 0.8, with health checks, metrics,
 * alarms, a policy, the ledger and latency percentiles for each minute.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class WholeRunBenchmark {
  private static final List<String> ZONES = List.of("us-east-1a");

  /** How the instances serve. */
  @Param({"FIRST_COME_FIRST_SERVED", "PROCESSOR_SHARING"})
  Discipline discipline = Discipline.PROCESSOR_SHARING;

  /** How the load balancer chooses. */
  @Param({"round_robin", "least_outstanding_requests"})
  String routing = "round_robin";

  private @Nullable Scenario scenario;

  /** Requests simulated in a second of wall time. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Speed {
    private double requestsPerSecond;

    /** Returns the requests of the run over its wall time. */
    public double requestsPerSecond() {
      return requestsPerSecond;
    }
  }

  /** Describes the run: ten hours of 320 requests a second, 11.5 million in all. */
  @Setup
  public void describe() {
    RoutingAlgorithm algorithm =
        routing.equals("round_robin")
            ? RoutingAlgorithm.roundRobin()
            : RoutingAlgorithm.leastOutstandingRequests();
    TargetGroupSpec targets = TargetGroupSpec.application("targets").routing(algorithm);
    LaunchConfiguration launch =
        LaunchConfiguration.of("m5.large")
            .service(new ServiceModel(discipline, Concurrency.of(workers()), 10_000));
    AutoScalingGroupSpec group =
        AutoScalingGroupSpec.builder("web")
            .min(20)
            .max(20)
            .zones(ZONES)
            .launchConfiguration(launch)
            .targetGroups(List.of("targets"))
            .policies(
                List.of(TargetTracking.on(PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION).target(80)))
            .build();
    RequestProfile requests = RequestProfile.of(Distribution.exponential(Duration.ofMillis(100)));
    scenario =
        Scenario.builder("whole run")
            .loadBalancer(LoadBalancerSpec.application("lb", ZONES, targets))
            .group(group)
            .traffic(new Traffic("lb", Poisson.ofRate(320), requests))
            .slo(Slo.latency(99, Duration.ofSeconds(1)))
            .duration(Duration.ofHours(10))
            .seed(42)
            .build();
  }

  private int workers() {
    return discipline == Discipline.PROCESSOR_SHARING ? 10_000 : 2;
  }

  /** Runs the loop once. */
  @Benchmark
  public SimulationResult wholeRun(Speed speed) {
    SimulationResult result = Simulation.run(Objects.requireNonNull(scenario));
    speed.requestsPerSecond = result.requests().arrived() / result.wallSeconds();
    return result;
  }
}
