package io.headroom.conformance;

import io.headroom.Fault;
import io.headroom.Scenario;
import io.headroom.ScenarioBuilder;
import io.headroom.Slo;
import io.headroom.Traffic;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.autoscaling.HealthCheckKind;
import io.headroom.autoscaling.LifecycleSettings;
import io.headroom.autoscaling.ScalingPolicy;
import io.headroom.autoscaling.Schedule;
import io.headroom.autoscaling.ScheduledAction;
import io.headroom.autoscaling.lifecycle.ScalingProcess;
import io.headroom.autoscaling.operations.GroupOperation;
import io.headroom.autoscaling.operations.RefreshOperation;
import io.headroom.autoscaling.operations.TimedOperation;
import io.headroom.autoscaling.refresh.RefreshPreferences;
import io.headroom.ec2.Concurrency;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.ServiceModel;
import io.headroom.elb.CrossZone;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.HealthCheck;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.LoadBalancerType;
import io.headroom.elb.RoutingAlgorithm;
import io.headroom.elb.TargetGroupSpec;
import io.headroom.policies.aws.PredefinedMetric;
import io.headroom.policies.aws.TargetTracking;
import io.headroom.sim.Distribution;
import io.headroom.workload.RequestProfile;
import io.headroom.workload.Workload;
import io.headroom.workloads.synthetic.Ramp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Small scenarios of every kind: overloads, outages, tiny queues, impatient clients. */
final class RandomScenarios {
  private static final List<String> ZONES = List.of("us-east-1a", "us-east-1b", "us-east-1c");

  private RandomScenarios() {}

  static Arbitrary<Scenario> any() {
    return Arbitraries.longs().between(0, 1_000_000).map(RandomScenarios::of);
  }

  static Scenario of(long seed) {
    Dice dice = new Dice(seed);
    List<String> zones = ZONES.subList(0, 1 + dice.below(3));
    int minimum = 1 + dice.below(3);
    LoadBalancerSpec balancer = balancer(dice, zones);
    AutoScalingGroupSpec group =
        AutoScalingGroupSpec.builder("web")
            .min(minimum)
            .max(minimum + dice.below(8))
            .zones(zones)
            .launchConfiguration(launch(dice))
            .targetGroups(List.of("targets"))
            .healthCheck(dice.flip() ? HealthCheckKind.ELB : HealthCheckKind.EC2)
            .gracePeriod(Duration.ofSeconds(dice.below(300)))
            .policies(List.of(policy(dice)))
            .build();
    ScenarioBuilder scenario =
        Scenario.builder("random " + seed)
            .loadBalancer(balancer)
            .group(group)
            .traffic(new Traffic(dice.flip() ? "lb" : "targets", workload(dice), requests(dice)))
            .slo(Slo.latency(99, Duration.ofMillis(500)).errors(0.01))
            .duration(Duration.ofSeconds(600 + dice.below(2_400)))
            .seed(seed);
    if (dice.below(3) == 0) {
      Duration at = Duration.ofSeconds(60 + dice.below(600));
      scenario.fault(
          new Fault.ZoneOutage(at, Duration.ofSeconds(30 + dice.below(900)), zones.get(0)));
    }
    return scenario.build();
  }

  /**
   * A scenario in which every process of its group has something to do: the load rises, a zone
   * fails and comes back, an action is scheduled, users ask for capacity and for a refresh.
   */
  static Scenario eventful(long seed, Set<ScalingProcess> suspended) {
    Dice dice = new Dice(seed);
    Scenario base = of(seed);
    int second = 60 + dice.below(300);
    AutoScalingGroupSpec group =
        base.groups().get(0).toBuilder()
            .min(1)
            .max(12)
            .zones(ZONES)
            .warmup(Duration.ofSeconds(60))
            .gracePeriod(Duration.ZERO)
            .schedule(growth(base.start().plusSeconds(second), 4 + dice.below(3)))
            .lifecycle(
                LifecycleSettings.NONE
                    .suspended(suspended)
                    .operations(List.of(wish(second + 600L), refresh(second + 3_600L))))
            .build();
    Duration outage = Duration.ofSeconds(second + 1_200L);
    return base.toBuilder()
        .loadBalancers(List.of(balancer(dice, ZONES)))
        .groups(List.of(group))
        .fault(new Fault.ZoneOutage(outage, Duration.ofMinutes(20), ZONES.get(0)))
        .duration(Duration.ofMinutes(100))
        .build();
  }

  private static ScheduledAction growth(Instant due, int desired) {
    Schedule once = from -> from.isAfter(due) ? Optional.empty() : Optional.of(due);
    return new ScheduledAction(
        "grow", once, OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(desired));
  }

  private static TimedOperation wish(long second) {
    return new TimedOperation(
        Duration.ofSeconds(second),
        new GroupOperation.SetDesired(7, GroupOperation.Cooldown.IGNORE));
  }

  private static TimedOperation refresh(long second) {
    RefreshPreferences preferences = RefreshPreferences.API.warmup(Duration.ofMinutes(1));
    return new TimedOperation(
        Duration.ofSeconds(second), new RefreshOperation.Start(preferences, Optional.empty()));
  }

  private static LoadBalancerSpec balancer(Dice dice, List<String> zones) {
    LoadBalancerType type =
        dice.pick(LoadBalancerType.APPLICATION, LoadBalancerType.NETWORK, LoadBalancerType.CLASSIC);
    RoutingAlgorithm routing =
        dice.pick(
            RoutingAlgorithm.roundRobin(),
            RoutingAlgorithm.leastOutstandingRequests(),
            RoutingAlgorithm.weightedRandom());
    TargetGroupSpec targets =
        TargetGroupSpec.application("targets")
            .routing(routing)
            .healthCheck(HealthCheck.every(Duration.ofSeconds(5 + dice.below(30))))
            .deregistrationDelay(Duration.ofSeconds(dice.below(120)));
    if (routing.equals(RoutingAlgorithm.roundRobin()) && dice.flip()) {
      targets = targets.slowStart(Duration.ofSeconds(30 + dice.below(120)));
    }
    return new LoadBalancerSpec(
        "lb",
        "app/lb/0123456789abcdef",
        type,
        zones,
        List.of(new ForwardRule(targets, 1)),
        dice.pick(CrossZone.ON, CrossZone.OFF),
        Duration.ofSeconds(5 + dice.below(60)));
  }

  private static LaunchConfiguration launch(Dice dice) {
    ServiceModel model =
        dice.flip()
            ? ServiceModel.WEB_SERVER.withWorkers(Concurrency.of(1 + dice.below(50)))
            : ServiceModel.firstComeFirstServed(Concurrency.perVcpu(1 + dice.below(3)));
    return LaunchConfiguration.of("m5.large")
        .service(model.withAcceptQueue(dice.below(40)))
        .bootTime(Distribution.logNormal(Duration.ofSeconds(40), Duration.ofSeconds(15)));
  }

  private static ScalingPolicy policy(Dice dice) {
    return dice.flip()
        ? TargetTracking.on(PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION)
            .target(30 + dice.below(50))
        : TargetTracking.on(PredefinedMetric.ASG_AVERAGE_CPU_UTILIZATION).target(50);
  }

  private static Workload workload(Dice dice) {
    Duration start = Duration.ofSeconds(dice.below(600));
    Duration length = Duration.ofSeconds(dice.below(900));
    return new Ramp(5 + dice.below(40), 5 + dice.below(120), start, length).workload();
  }

  private static RequestProfile requests(Dice dice) {
    Distribution demand =
        dice.pick(
            Distribution.exponential(Duration.ofMillis(30)),
            Distribution.constant(Duration.ofMillis(50)),
            Distribution.logNormal(Duration.ofMillis(60), Duration.ofMillis(90)));
    return RequestProfile.of(demand).withTimeout(Duration.ofSeconds(1 + dice.below(20)));
  }

  /** Choices that follow from one number, so that a failing scenario is named by it. */
  private static final class Dice {
    private final Random random;

    Dice(long seed) {
      random = new Random(seed);
    }

    int below(int bound) {
      return random.nextInt(bound);
    }

    boolean flip() {
      return random.nextBoolean();
    }

    @SafeVarargs
    final <T> T pick(T... values) {
      return values[below(values.length)];
    }
  }
}
