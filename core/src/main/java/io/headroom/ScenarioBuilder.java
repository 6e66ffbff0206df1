package io.headroom;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.sqs.PollerSpec;
import io.headroom.sqs.QueueSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects the parts of a {@link Scenario}; every method returns the builder itself. */
public final class ScenarioBuilder {
  private static final Instant DEFAULT_START = Instant.parse("2026-01-01T00:00:00Z");

  private final String name;
  private Instant start = DEFAULT_START;
  private Duration duration = Duration.ofHours(1);
  private long seed = 1;
  private int replication;
  private List<LoadBalancerSpec> loadBalancers = new ArrayList<>();
  private List<AutoScalingGroupSpec> groups = new ArrayList<>();
  private List<AlarmSpec> alarms = new ArrayList<>();
  private List<Traffic> traffic = new ArrayList<>();
  private Slo slo = Slo.NONE;
  private List<Fault> faults = new ArrayList<>();
  private SimulationSettings settings = SimulationSettings.DEFAULT;
  private List<CompositeAlarmSpec> compositeAlarms = new ArrayList<>();
  private List<QueueSpec> queues = new ArrayList<>();
  private List<PollerSpec> pollers = new ArrayList<>();

  ScenarioBuilder(String name) {
    this.name = name;
  }

  ScenarioBuilder(Scenario scenario) {
    name = scenario.name();
    start = scenario.start();
    duration = scenario.duration();
    seed = scenario.seed();
    replication = scenario.replication();
    loadBalancers = new ArrayList<>(scenario.loadBalancers());
    groups = new ArrayList<>(scenario.groups());
    alarms = new ArrayList<>(scenario.alarms());
    traffic = new ArrayList<>(scenario.traffic());
    slo = scenario.slo();
    faults = new ArrayList<>(scenario.faults());
    settings = scenario.settings();
    compositeAlarms = new ArrayList<>(scenario.compositeAlarms());
    queues = new ArrayList<>(scenario.queues());
    pollers = new ArrayList<>(scenario.pollers());
  }

  /** Sets the wall-clock instant of simulated time zero; default 2026-01-01T00:00:00Z. */
  public ScenarioBuilder start(Instant newStart) {
    start = newStart;
    return this;
  }

  /** Sets how long to simulate; default one hour. */
  public ScenarioBuilder duration(Duration newDuration) {
    duration = newDuration;
    return this;
  }

  /** Sets the seed of all randomness; default 1. */
  public ScenarioBuilder seed(long newSeed) {
    seed = newSeed;
    return this;
  }

  /** Sets the number of the replication; default 0. */
  public ScenarioBuilder replication(int newReplication) {
    replication = newReplication;
    return this;
  }

  /** Adds a load balancer. */
  public ScenarioBuilder loadBalancer(LoadBalancerSpec loadBalancer) {
    loadBalancers.add(loadBalancer);
    return this;
  }

  /** Replaces all load balancers. */
  public ScenarioBuilder loadBalancers(List<LoadBalancerSpec> newLoadBalancers) {
    loadBalancers = new ArrayList<>(newLoadBalancers);
    return this;
  }

  /** Adds a group. */
  public ScenarioBuilder group(AutoScalingGroupSpec group) {
    groups.add(group);
    return this;
  }

  /** Replaces all groups. */
  public ScenarioBuilder groups(List<AutoScalingGroupSpec> newGroups) {
    groups = new ArrayList<>(newGroups);
    return this;
  }

  /** Adds an alarm that drives no policy. */
  public ScenarioBuilder alarm(AlarmSpec alarm) {
    alarms.add(alarm);
    return this;
  }

  /** Replaces all alarms that drive no policy. */
  public ScenarioBuilder alarms(List<AlarmSpec> newAlarms) {
    alarms = new ArrayList<>(newAlarms);
    return this;
  }

  /** Adds an alarm whose state follows from those of others. */
  public ScenarioBuilder compositeAlarm(CompositeAlarmSpec alarm) {
    compositeAlarms.add(alarm);
    return this;
  }

  /** Replaces all alarms whose state follows from those of others. */
  public ScenarioBuilder compositeAlarms(List<CompositeAlarmSpec> newAlarms) {
    compositeAlarms = new ArrayList<>(newAlarms);
    return this;
  }

  /** Adds requests. */
  public ScenarioBuilder traffic(Traffic newTraffic) {
    traffic.add(newTraffic);
    return this;
  }

  /** Adds a queue, to which traffic may go. */
  public ScenarioBuilder queue(QueueSpec queue) {
    queues.add(queue);
    return this;
  }

  /** Has the instances of a group work on a queue. */
  public ScenarioBuilder poller(PollerSpec poller) {
    pollers.add(poller);
    return this;
  }

  /** Sets the objective; default none. */
  public ScenarioBuilder slo(Slo newSlo) {
    slo = newSlo;
    return this;
  }

  /** Adds an outage. */
  public ScenarioBuilder fault(Fault fault) {
    faults.add(fault);
    return this;
  }

  /** Sets the named assumptions; default {@link SimulationSettings#DEFAULT}. */
  public ScenarioBuilder settings(SimulationSettings newSettings) {
    settings = newSettings;
    return this;
  }

  /**
   * Returns what is wrong with the scenario, one sentence for each problem; empty when {@link
   * #build()} will succeed.
   */
  public List<String> problems() {
    return ScenarioProblems.of(assemble());
  }

  /**
   * Returns the scenario.
   *
   * @throws IllegalArgumentException naming every problem, one line for each
   */
  public Scenario build() {
    Scenario scenario = assemble();
    List<String> problems = ScenarioProblems.of(scenario);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(
          "scenario " + name + " cannot run:\n  " + String.join("\n  ", problems));
    }
    return scenario;
  }

  private Scenario assemble() {
    return new Scenario(
        name,
        start,
        duration,
        seed,
        replication,
        loadBalancers,
        groups,
        alarms,
        traffic,
        slo,
        faults,
        settings,
        compositeAlarms,
        queues,
        pollers);
  }
}
