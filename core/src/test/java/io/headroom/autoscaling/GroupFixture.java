package io.headroom.autoscaling;

import io.headroom.cloudwatch.AlarmSchedule;
import io.headroom.cloudwatch.AlarmSettings;
import io.headroom.cloudwatch.Metric;
import io.headroom.cloudwatch.MetricStore;
import io.headroom.cloudwatch.Publication;
import io.headroom.cloudwatch.Unit;
import io.headroom.ec2.BootTimes;
import io.headroom.ec2.Ec2;
import io.headroom.ec2.Instance;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.ServerPool;
import io.headroom.elb.ElbSettings;
import io.headroom.elb.HealthCheck;
import io.headroom.elb.LoadBalancerSpec;
import io.headroom.elb.LoadBalancers;
import io.headroom.elb.TargetGroup;
import io.headroom.elb.TargetGroupSpec;
import io.headroom.sim.Distribution;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.RunMonitor;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Groups on a kernel of their own, with machines and a load balancer but without traffic. Machines
 * answer 60 s after they run; the target group checks every 10 s and drains for 120 s.
 */
final class GroupFixture {
  static final Metric LOAD = Metric.of("Test", "Load");
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  static final List<String> ZONES = List.of("a", "b");

  final Simulator simulator = new Simulator();
  final RandomStreams random;
  final MetricStore metrics = new MetricStore();
  final Ec2 ec2;
  final LoadBalancers balancers;
  final AlarmSchedule alarms;
  final Timings timings;
  AutoScaling autoScaling;
  private AutoScalingSettings settings = AutoScalingSettings.DEFAULT;

  GroupFixture() {
    this(Timings.deterministic(), 7);
  }

  GroupFixture(Timings timings, long seed) {
    this(timings, seed, Duration.ofMinutes(2));
  }

  GroupFixture(Timings timings, long seed, Duration drain) {
    this.timings = timings;
    random = new RandomStreams(seed, 0);
    ServerPool pool = new ServerPool();
    BootTimes times = timings.bootTimes();
    ec2 = new Ec2(simulator, random, times, pool);
    LoadBalancers.Environment environment =
        new LoadBalancers.Environment(simulator, random, ec2, pool);
    balancers = new LoadBalancers(environment, ElbSettings.DEFAULT, Duration.ofSeconds(1));
    AlarmSettings settings = AlarmSettings.DEFAULT.withStart(START).withPhase(Duration.ZERO);
    alarms = new AlarmSchedule(simulator, metrics, random, settings);
    balancers.add(LoadBalancerSpec.application("lb", ZONES, targetGroupSpec(drain)));
    autoScaling = new AutoScaling(environment(), timings, spec -> outlook(), List.of());
  }

  private static TargetGroupSpec targetGroupSpec(Duration drain) {
    return TargetGroupSpec.application("tg")
        .healthCheck(HealthCheck.every(Duration.ofSeconds(10)))
        .deregistrationDelay(drain);
  }

  /** A group of 2 in two zones, between 0 and 10, without load balancer. */
  static AutoScalingGroupSpec.Builder web() {
    return AutoScalingGroupSpec.builder("web")
        .min(0)
        .max(10)
        .desired(2)
        .zones(ZONES)
        .launchConfiguration(
            LaunchConfiguration.of("m5.large")
                .bootTime(Distribution.constant(Duration.ofMinutes(1))));
  }

  AutoScaling.Environment environment() {
    return new AutoScaling.Environment(
        simulator, random, metrics, alarms, ec2, balancers, START, settings);
  }

  /** Takes other readings of the contested points, for the groups that start from now on. */
  GroupFixture settings(AutoScalingSettings newSettings) {
    settings = newSettings;
    return this;
  }

  private static Outlook outlook() {
    return new Outlook((from, to) -> SimTime.seconds(to), 10, Duration.ofSeconds(107));
  }

  GroupFixture start(AutoScalingGroupSpec.Builder... groups) {
    List<AutoScalingGroupSpec> specs =
        Arrays.stream(groups).map(AutoScalingGroupSpec.Builder::build).toList();
    autoScaling = new AutoScaling(environment(), timings, spec -> outlook(), specs);
    autoScaling.start();
    return this;
  }

  /** No delay but from pending to running. */
  static Timings runningAfter(long seconds) {
    return Timings.immediate()
        .with(
            timings ->
                timings.pendingToRunning(Distribution.constant(Duration.ofSeconds(seconds))));
  }

  /** Publishes the same load every second of [from, to), each sample visible after 3 s. */
  GroupFixture load(double value, long fromSecond, long toSecond) {
    for (long second = fromSecond; second < toSecond; second += 10) {
      long timeNanos = second * SimTime.SECOND;
      at(second, () -> metrics.open(LOAD, Unit.NONE, Publication.CUSTOM).record(timeNanos, value));
    }
    return this;
  }

  void at(long second, Runnable action) {
    simulator.schedule(second * SimTime.SECOND, Phase.WORLD, "test", action);
  }

  /** Runs all events up to and including those of a second. */
  GroupFixture runTo(long second) {
    simulator.runUntil(second * SimTime.SECOND + 1, RunMonitor.NONE);
    return this;
  }

  GroupStatus group() {
    return autoScaling.groups().get(0);
  }

  GroupCapacity capacity() {
    return group().capacity();
  }

  int desired() {
    return capacity().desired();
  }

  int inService() {
    return capacity().inService();
  }

  Instance instance(int index) {
    return ec2.instances().get(index);
  }

  TargetGroup targetGroup() {
    return balancers.targetGroup("tg");
  }

  List<ScalingActivity> launches() {
    return activities(each -> each.description().startsWith("Launching"));
  }

  List<ScalingActivity> terminations() {
    return activities(each -> each.description().startsWith("Terminating"));
  }

  private List<ScalingActivity> activities(Predicate<ScalingActivity> which) {
    return autoScaling.activities().stream().filter(which).toList();
  }

  List<LedgerEntry> ledger(String policy) {
    return autoScaling.ledger().stream().filter(each -> each.policy().equals(policy)).toList();
  }

  /** The n-th entry, from 0, in which a policy wanted something. */
  LedgerEntry wish(String policy, int n) {
    return ledger(policy).stream().filter(each -> each.wanted().isPresent()).toList().get(n);
  }

  /** The last entry of a policy. */
  LedgerEntry newest(String policy) {
    List<LedgerEntry> entries = ledger(policy);
    return entries.get(entries.size() - 1);
  }

  static long seconds(long nanos) {
    return nanos / SimTime.SECOND;
  }

  static long endSecond(ScalingActivity activity) {
    return seconds(activity.endNanos().orElseThrow());
  }
}
