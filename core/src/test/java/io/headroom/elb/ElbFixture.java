package io.headroom.elb;

import io.headroom.ec2.BootTimes;
import io.headroom.ec2.Concurrency;
import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.ec2.InstanceListener;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.LaunchOutcome;
import io.headroom.ec2.Monitoring;
import io.headroom.ec2.ServerPool;
import io.headroom.ec2.ServiceModel;
import io.headroom.sim.Distribution;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import io.headroom.workload.Arrivals;
import io.headroom.workload.RequestProfile;
import io.headroom.workload.Workload;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Machines and load balancers on a kernel of their own, without Auto Scaling. */
final class ElbFixture {
  static final ServiceModel ONE_WORKER = ServiceModel.firstComeFirstServed(Concurrency.of(1));

  final Simulator simulator = new Simulator();
  final RandomStreams random;
  final ServerPool pool = new ServerPool();
  final Ec2 ec2;
  final LoadBalancers balancers;
  LaunchConfiguration launch =
      LaunchConfiguration.of("m5.large")
          .monitoring(Monitoring.DETAILED)
          .bootTime(Distribution.constant(Duration.ofSeconds(60)));

  ElbFixture() {
    this(7, quiet());
  }

  ElbFixture(long seed, ElbSettings settings) {
    random = new RandomStreams(seed, 0);
    BootTimes times = new BootTimes(seconds(10), seconds(90), seconds(30));
    ec2 = new Ec2(simulator, random, times, pool);
    balancers =
        new LoadBalancers(
            new LoadBalancers.Environment(simulator, random, ec2, pool),
            settings,
            Duration.ofSeconds(1));
  }

  /** Checks at registration and every interval from then on, which costs the target nothing. */
  static ElbSettings quiet() {
    ElbSettings defaults = ElbSettings.DEFAULT;
    return new ElbSettings(
        Duration.ZERO,
        Duration.ZERO,
        Duration.ZERO,
        defaults.networkFirstCheck(),
        Duration.ZERO,
        defaults.drain(),
        defaults.idleMetrics(),
        defaults.targetCodes());
  }

  private static Distribution seconds(long seconds) {
    return Distribution.constant(Duration.ofSeconds(seconds));
  }

  TargetGroup application(List<String> zones, TargetGroupSpec spec) {
    balancers.add(LoadBalancerSpec.application("lb", zones, spec));
    return balancers.targetGroup(spec.name());
  }

  TargetGroup application(TargetGroupSpec spec) {
    return application(List.of("a"), spec);
  }

  TargetGroup classic(TargetGroupSpec spec) {
    balancers.add(
        new LoadBalancerSpec(
            "lb",
            "classic",
            LoadBalancerType.CLASSIC,
            List.of("a"),
            List.of(new ForwardRule(spec, 1)),
            CrossZone.OFF,
            Duration.ofSeconds(60)));
    return balancers.targetGroup(spec.name());
  }

  /** Clients that know the machines: no checks, and nobody gives up before the given time. */
  TargetGroup direct(Duration patience) {
    TargetGroupSpec spec = TargetGroupSpec.application("tg");
    balancers.add(
        new LoadBalancerSpec(
            "lb",
            "direct",
            LoadBalancerType.DIRECT,
            List.of("a"),
            List.of(new ForwardRule(spec, 1)),
            CrossZone.ON,
            patience));
    return balancers.targetGroup("tg");
  }

  Instance running(String zone) {
    return ec2.launchInService(launch, zone, "web", InstanceListener.NONE);
  }

  Instance booting(String zone) {
    LaunchOutcome outcome = ec2.launch(launch, zone, "web", InstanceListener.NONE);
    return ((LaunchOutcome.Launched) outcome).instance();
  }

  /** Runs so many instances beside those of the test that a router does not look at all of them. */
  void runMany() {
    Stream.generate(() -> running("b")).limit(64).forEach(instance -> {});
  }

  void serve(ServiceModel model) {
    launch = launch.service(model);
  }

  /** Requests with a fixed demand at fixed times. */
  void requestsAt(Duration demand, Duration timeout, long... millis) {
    requestsAt(RequestProfile.of(Distribution.constant(demand)).withTimeout(timeout), millis);
  }

  /** Requests at fixed times. */
  void requestsAt(RequestProfile profile, long... millis) {
    balancers.addTraffic("lb", new Fixed(millis), profile, Duration.ofDays(365));
  }

  /** Poisson arrivals. */
  void poisson(double perSecond, Distribution demand) {
    poisson(perSecond, demand, RequestProfile.DEFAULT_TIMEOUT);
  }

  /** Poisson arrivals of clients that wait so long. */
  void poisson(double perSecond, Distribution demand, Duration timeout) {
    balancers.addTraffic(
        "lb",
        new Poisson(perSecond),
        RequestProfile.of(demand).withTimeout(timeout),
        Duration.ofDays(3_650));
  }

  void at(double second, Runnable action) {
    simulator.schedule(SimTime.nanosOf(second), Phase.WORLD, "test", action);
  }

  void runTo(double second) {
    simulator.runUntil(SimTime.nanosOf(second), RunMonitor.NONE);
  }

  long count(Outcome.Kind kind) {
    return balancers.cells().stream().mapToLong(cell -> cell.count(kind)).sum();
  }

  long count(Outcome outcome) {
    return balancers.cells().stream().mapToLong(cell -> cell.inMinute(outcome)).sum();
  }

  /** Mean response time in seconds since the start; the minute is never closed here. */
  double meanResponseSeconds() {
    long nanos = balancers.cells().stream().mapToLong(Cell::minuteNanos).sum();
    return SimTime.seconds(nanos) / count(Outcome.COMPLETED);
  }

  private static final class Fixed implements Workload {
    private final long[] millis;

    Fixed(long... millis) {
      this.millis = millis;
    }

    @Override
    public String name() {
      return "fixed";
    }

    @Override
    public Arrivals open(RandomStreams streams, long horizonNanos) {
      int[] next = {0};
      return times -> {
        int size = 0;
        while (size < times.length && next[0] < millis.length) {
          times[size++] = millis[next[0]++] * 1_000_000L;
        }
        return size;
      };
    }

    @Override
    public double requestsPerSecond(long timeNanos) {
      return 0;
    }
  }

  private record Poisson(double perSecond) implements Workload {
    @Override
    public String name() {
      return "poisson";
    }

    @Override
    public Arrivals open(RandomStreams streams, long horizonNanos) {
      RandomStream gaps = streams.stream("gaps");
      double[] nanos = {0};
      return times -> {
        for (int i = 0; i < times.length; i++) {
          nanos[0] += gaps.nextExponential() * 1e9 / perSecond;
          times[i] = (long) nanos[0];
        }
        return times.length;
      };
    }

    @Override
    public double requestsPerSecond(long timeNanos) {
      return perSecond;
    }
  }
}
