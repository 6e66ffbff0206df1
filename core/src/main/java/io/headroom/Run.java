package io.headroom;

import io.headroom.autoscaling.AutoScaling;
import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.cloudwatch.AlarmSchedule;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.composite.CompositeAlarms;
import io.headroom.ec2.BootTimes;
import io.headroom.ec2.Ec2;
import io.headroom.ec2.Ec2Metrics;
import io.headroom.ec2.ServerPool;
import io.headroom.ec2.spot.CapacityShortage;
import io.headroom.ec2.spot.SpotCall;
import io.headroom.ec2.spot.SpotMarket;
import io.headroom.elb.LoadBalancers;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import io.headroom.sqs.Queues;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The workers of one run, wired to one kernel. */
final class Run {
  private final Scenario scenario;
  private final Simulator simulator = new Simulator();
  private final MetricStore store;
  private final ServerPool pool = new ServerPool();
  private final RandomStreams random;
  private final Ec2 ec2;
  private final SpotMarket market;
  private final LoadBalancers balancers;
  private final AlarmSchedule alarms;
  private final CompositeAlarms composites;
  private final AutoScaling autoScaling;
  private final Ec2Metrics ec2Metrics;
  private final SeriesRecorder series;
  private final RunStatistics statistics;
  private final GroupRows rows;
  private final Queues queues;
  private final QueueColumns queueColumns;
  private long minuteNanos;

  Run(Scenario scenario) {
    this.scenario = scenario;
    SimulationSettings settings = scenario.settings();
    store = new MetricStore(settings.metrics().withStart(scenario.start()));
    random = new RandomStreams(scenario.seed(), scenario.replication());
    BootTimes times = settings.timings().bootTimes();
    ec2 = new Ec2(simulator, random, times, pool);
    market = new SpotMarket(simulator, random, ec2, settings.spot());
    ec2.market(market);
    balancers =
        new LoadBalancers(
            new LoadBalancers.Environment(simulator, random, ec2, pool),
            settings.elb(),
            slowest(scenario));
    alarms =
        new AlarmSchedule(simulator, store, random, settings.alarms().withStart(scenario.start()));
    composites = new CompositeAlarms(simulator, alarms);
    Map<String, String> awsNames = awsNames(scenario);
    ec2Metrics =
        new Ec2Metrics(ec2, store, n -> awsNames.getOrDefault(n, n), simulator::requestEvents);
    series = new SeriesRecorder(scenario.start());
    Fronts fronts = Fronts.of(scenario);
    fronts.balancers().forEach(balancers::add);
    balancers.publishTo(store);
    fronts.groups().forEach(group -> pool.groupNumber(group.name()));
    statistics = new RunStatistics(scenario, balancers, pool.groups(), series);
    autoScaling = autoScaling(fronts.groups());
    rows = new GroupRows(autoScaling, new Utilisation(ec2, simulator), series);
    Queues.Environment parts = new Queues.Environment(simulator, random, ec2, store);
    queues = new Queues(parts, scenario.queues(), scenario.pollers());
    queueColumns = new QueueColumns(queues, series);
    scenario.traffic().forEach(this::addTraffic);
    scenario.alarms().forEach(alarm -> alarms.add(alarm, (action, evaluation) -> {}));
  }

  private static Map<String, String> awsNames(Scenario scenario) {
    return scenario.groups().stream()
        .collect(Collectors.toMap(AutoScalingGroupSpec::name, AutoScalingGroupSpec::awsName));
  }

  private AutoScaling autoScaling(List<AutoScalingGroupSpec> groups) {
    AutoScaling.Environment environment =
        new AutoScaling.Environment(
            simulator,
            random,
            store,
            alarms,
            ec2,
            balancers,
            scenario.start(),
            scenario.settings().autoScaling());
    Outlooks outlooks = new Outlooks(scenario);
    return new AutoScaling(environment, scenario.settings().timings(), outlooks::of, groups);
  }

  /** A target's answer may take what the objective leaves after the load balancer's own time. */
  private static Duration slowest(Scenario scenario) {
    Duration both = scenario.settings().elb().latency().multipliedBy(2);
    return scenario.slo().latencies().stream()
        .max(Comparator.comparingDouble(Slo.Latency::percentile))
        .map(latency -> latency.limit().minus(both))
        .orElse(Duration.ofDays(36_500));
  }

  private void addTraffic(Traffic traffic) {
    if (queues.contains(traffic.to())) {
      long horizonNanos = scenario.duration().toNanos();
      queues.addMessages(traffic.to(), traffic.workload(), traffic.requests(), horizonNanos);
      return;
    }
    balancers.addTraffic(traffic.to(), traffic.workload(), traffic.requests(), scenario.duration());
  }

  /** Returns the metrics; they grow while the run goes on. */
  MetricStore metrics() {
    return store;
  }

  SimulationResult complete(RunMonitor monitor) {
    long endNanos = scenario.duration().toNanos();
    planFaults();
    simulator.repeat(SimTime.MINUTE, SimTime.MINUTE, Phase.MEASURE, "minute", this::closeMinute);
    autoScaling.start();
    composites.addAll(scenario.compositeAlarms());
    boolean finished = simulator.runUntil(endNanos, monitor);
    long reachedNanos = finished ? endNanos : simulator.nowNanos();
    if (reachedNanos > minuteNanos) {
      closeMinute();
    }
    rows.release();
    Outcomes.Parts parts =
        new Outcomes.Parts(
            ec2,
            market,
            balancers,
            new Outcomes.Watching(store, alarms, composites),
            autoScaling,
            statistics,
            series,
            queues,
            simulator.events());
    return new Outcomes(scenario, parts, reachedNanos).result();
  }

  private void planFaults() {
    for (Fault fault : scenario.faults()) {
      if (fault instanceof Fault.ZoneOutage outage) {
        String zone = outage.zone();
        plan(fault, "outage of " + zone, () -> fail(zone), () -> restore(zone));
      } else if (fault instanceof Fault.Shortage shortage) {
        CapacityShortage limit = shortage.shortage();
        plan(fault, "shortage", () -> market.begin(limit), () -> market.end(limit));
      } else if (fault instanceof Fault.SpotInterruption interruption) {
        SpotCall call = interruption.call();
        plan(fault, "Spot interruption", () -> market.callBack(call), () -> {});
      }
    }
  }

  private void plan(Fault fault, String name, Runnable begin, Runnable end) {
    long fromNanos = fault.at().toNanos();
    long toNanos = fault.at().plus(fault.length()).toNanos();
    simulator.schedule(fromNanos, Phase.WORLD, name, begin);
    simulator.schedule(toNanos, Phase.WORLD, "end of " + name, end);
  }

  private void fail(String zone) {
    ec2.failZone(zone);
    balancers.failZone(zone);
  }

  private void restore(String zone) {
    ec2.restoreZone(zone);
    balancers.restoreZone(zone);
  }

  /** Publishes and counts the minute that ends now; the last one of a run may be short. */
  private void closeMinute() {
    long nowNanos = simulator.nowNanos();
    long lengthNanos = nowNanos - minuteNanos;
    balancers.publishMinute(minuteNanos, lengthNanos);
    closeQueues(lengthNanos);
    boolean isIdle = lengthNanos == SimTime.MINUTE && ec2Metrics.publish(nowNanos);
    statistics.closeMinute(SimTime.seconds(lengthNanos));
    rows.add(isIdle, lengthNanos);
    balancers.closeMinute();
    minuteNanos = nowNanos;
  }

  /** The work on messages counts in the metrics of the instances, so queues come first. */
  private void closeQueues(long lengthNanos) {
    queues.chargeMinute();
    if (lengthNanos == SimTime.MINUTE) {
      queues.publishMinute();
    }
    queueColumns.record(SimTime.seconds(lengthNanos));
  }
}
