package io.headroom.benchmarks;

import io.headroom.Scenario;
import io.headroom.ScenarioBuilder;
import io.headroom.Traffic;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.benchmarks.yardstick.Work;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.Statistic;
import io.headroom.ec2.Discipline;
import io.headroom.elb.ForwardRule;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.TargetGroupSpec;
import io.headroom.sim.Distribution;
import io.headroom.workload.RequestProfile;
import io.headroom.workloads.Poisson;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/** What the cost of a run may grow with, and a scenario for each amount of it. */
enum Law {
  /** As many requests at the same load on each instance, at least two minutes. */
  INSTANCES("instances", 1, 100_000) {
    @Override
    Scenario scenario(long instances, double share) {
      Work work = Work.standard(1).onInstances((int) instances);
      long requests = (long) Math.max(2_000_000 * share, 121 * work.requestsPerSecond());
      return whole(new Work((int) instances, 2, work.requestsPerSecond(), 0.1, requests, 42));
    }
  },
  /** Twenty instances at the same load, with shorter requests at higher rates. */
  RATE("requests a second", 1, 100_000) {
    @Override
    Scenario scenario(long rate, double share) {
      long requests = (long) Math.max(2_000_000 * share, 121.0 * rate);
      return whole(new Work(20, 2, rate, 32.0 / rate, Math.min(requests, rate * 86_400), 42));
    }
  },
  /** One request a second on two instances. */
  MINUTES("simulated minutes", 1, 525_600) {
    @Override
    Scenario scenario(long minutes, double share) {
      return whole(new Work(2, 2, 1, 0.1, minutes * 60, 42));
    }
  },
  /**
   * Clients that wait so long, at 320 requests a second: each leaves a time-out to expire. Under
   * sharing, as the ends of requests that are served in order of arrival are known beforehand.
   */
  TIMEOUTS("pending time-outs", 320, 1_000_000) {
    @Override
    Scenario scenario(long pending, double share) {
      Work work = Work.standard((long) Math.max(2_000_000 * share, 2.0 * pending));
      Duration timeout = Duration.ofMillis(pending * 1_000 / 320);
      Poisson arrivals = Poisson.ofRate(work.requestsPerSecond());
      WholeRun sharing = WholeRun.STANDARD.with(Discipline.PROCESSOR_SHARING);
      return sharing.patient(work, arrivals, timeout).build();
    }
  },
  /** Target groups behind one load balancer, each with a group of one instance. */
  TARGET_GROUPS("target groups", 1, 100) {
    @Override
    Scenario scenario(long count, double share) {
      return groups((int) count, share, true);
    }
  },
  /** Alarms on metrics of a run with 320 requests a second. */
  ALARMS("alarms", 1, 10_000) {
    @Override
    Scenario scenario(long count, double share) {
      List<AlarmSpec> alarms = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        alarms.add(alarm(i));
      }
      return whole(Work.standard((long) (1_000_000 * share))).toBuilder().alarms(alarms).build();
    }
  },
  /** Groups, each with a load balancer of its own and its part of the traffic. */
  GROUPS("groups", 1, 1_000) {
    @Override
    Scenario scenario(long count, double share) {
      return groups((int) count, share, false);
    }
  };

  private final String words;
  private final long first;
  private final long last;

  Law(String words, long first, long last) {
    this.words = words;
    this.first = first;
    this.last = last;
  }

  /** Returns the scenario for so much of what is varied, with a share of the full work. */
  abstract Scenario scenario(long amount, double share);

  String words() {
    return words;
  }

  /** Returns the amounts: powers of ten, and the last one. */
  List<Long> amounts(boolean quick) {
    long most = quick ? Math.min(last, first * 1_000) : last;
    LongStream powers = LongStream.iterate(first, amount -> amount < most, amount -> amount * 10);
    return LongStream.concat(powers, LongStream.of(most)).boxed().toList();
  }

  private static Scenario whole(Work work) {
    return WholeRun.STANDARD.scenario(work).build();
  }

  private static AlarmSpec alarm(int number) {
    Metric cpu = Metric.of("AWS/EC2", "CPUUtilization").with("AutoScalingGroupName", "web");
    return AlarmSpec.when(cpu, Statistic.AVERAGE)
        .isAbove(90 + number / 1e4)
        .datapoints(3, 5)
        .period(Duration.ofMinutes(1))
        .named("alarm-" + number)
        .build();
  }

  /** So many groups of one instance with load 0.8 on 320 requests a second in all. */
  private static Scenario groups(int count, double share, boolean oneBalancer) {
    Duration duration = Duration.ofSeconds((long) Math.max(121, 1_000_000 * share / 320));
    ScenarioBuilder scenario = Scenario.builder("groups").duration(duration).seed(42);
    RequestProfile requests =
        RequestProfile.of(Distribution.exponential(Duration.ofNanos(5_000_000L * count)));
    List<ForwardRule> forwards = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String targets = "targets-" + i;
      TargetGroupSpec spec =
          TargetGroupSpec.application(targets).fullName("targetgroup/" + targets + "/0");
      forwards.add(new ForwardRule(spec, 1));
      scenario.group(
          AutoScalingGroupSpec.builder("group-" + i)
              .zones(WholeRun.ZONES)
              .targetGroups(List.of(targets))
              .build());
      if (!oneBalancer) {
        String name = "lb-" + i;
        scenario.loadBalancer(LoadBalancerSpec.application(name, WholeRun.ZONES, spec));
        scenario.traffic(new Traffic(name, Poisson.ofRate(320.0 / count), requests));
      }
    }
    if (oneBalancer) {
      LoadBalancerSpec lb =
          LoadBalancerSpec.application("lb", WholeRun.ZONES, forwards.get(0).targetGroup());
      scenario.loadBalancer(lb.forwards(forwards));
      scenario.traffic(new Traffic("lb", Poisson.ofRate(320), requests));
    }
    return scenario.build();
  }
}
