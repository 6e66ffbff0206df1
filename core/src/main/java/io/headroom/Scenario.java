package io.headroom;

import io.headroom.autoscaling.AutoScalingGroupSpec;
import io.headroom.cloudwatch.AlarmSpec;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.sqs.PollerSpec;
import io.headroom.sqs.QueueSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The immutable input of one run. Equal scenarios give equal results.
 *
 * @param name what to call it in reports
 * @param start the wall-clock instant of simulated time zero; default 2026-01-01T00:00:00Z
 * @param duration how long to simulate, positive
 * @param seed the seed of all randomness
 * @param replication the number of the replication, from 0
 * @param loadBalancers the load balancers with their target groups
 * @param groups the Auto Scaling groups with their policies
 * @param alarms alarms that drive no policy; those of policies come with the policies
 * @param traffic the requests
 * @param slo the objective; default none
 * @param faults outages
 * @param settings the named assumptions
 * @param compositeAlarms alarms whose state follows from those of others
 * @param queues the queues
 * @param pollers which groups work on which queue
 */
public record Scenario(
    String name,
    Instant start,
    Duration duration,
    long seed,
    int replication,
    List<LoadBalancerSpec> loadBalancers,
    List<AutoScalingGroupSpec> groups,
    List<AlarmSpec> alarms,
    List<Traffic> traffic,
    Slo slo,
    List<Fault> faults,
    SimulationSettings settings,
    List<CompositeAlarmSpec> compositeAlarms,
    List<QueueSpec> queues,
    List<PollerSpec> pollers) {

  /** Copies the lists and checks that the parts fit together. */
  public Scenario {
    loadBalancers = List.copyOf(loadBalancers);
    groups = List.copyOf(groups);
    alarms = List.copyOf(alarms);
    traffic = List.copyOf(traffic);
    faults = List.copyOf(faults);
    compositeAlarms = List.copyOf(compositeAlarms);
    queues = List.copyOf(queues);
    pollers = List.copyOf(pollers);
  }

  /** Starts the description of a scenario. */
  public static ScenarioBuilder builder(String name) {
    return new ScenarioBuilder(name);
  }

  /** Returns a builder that holds the parts of this scenario. */
  public ScenarioBuilder toBuilder() {
    return new ScenarioBuilder(this);
  }

  /** Returns a copy with another seed. */
  public Scenario withSeed(long newSeed) {
    return toBuilder().seed(newSeed).build();
  }
}
