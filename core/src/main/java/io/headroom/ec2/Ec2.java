package io.headroom.ec2;

import io.headroom.ec2.LaunchOutcome.Launched;
import io.headroom.ec2.LaunchOutcome.Refused;
import io.headroom.sim.Distribution;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import io.headroom.sim.RandomStreams;
import io.headroom.sim.SimTime;
import io.headroom.sim.Simulator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * EC2 in one run: launches and terminates instances and lets zones fail. Not thread-safe.
 *
 * <p>Every launch draws its boot from a stream of its own, numbered by group and ordinal, so that
 * the n-th launch of a group takes the same time whatever else happens in the run.
 */
public final class Ec2 {
  /** "Spot Instance interruption notices", Amazon EC2 User Guide: two minutes. */
  private static final long NOTICE_NANOS = 2 * SimTime.MINUTE;

  private final Simulator simulator;
  private final RandomStreams random;
  private final BootTimes times;
  private final ServerPool pool;
  private final List<Instance> instances = new ArrayList<>();
  private final Set<Instance> live = new LinkedHashSet<>();
  private final Set<Instance> counted = new LinkedHashSet<>();
  private long revision;
  private final Set<String> failedZones = new LinkedHashSet<>();
  private final Map<String, Integer> launches = new LinkedHashMap<>();
  private final List<Consumer<Instance>> closing = new ArrayList<>();
  private final List<Consumer<Instance>> changes = new ArrayList<>();
  private InstanceMarket market = InstanceMarket.UNLIMITED;

  /**
   * Creates EC2 without instances.
   *
   * @param simulator the kernel of the run
   * @param random the streams of the run
   * @param times the delays of EC2
   * @param pool where machines serve
   */
  public Ec2(Simulator simulator, RandomStreams random, BootTimes times, ServerPool pool) {
    this.simulator = simulator;
    this.random = random;
    this.times = times;
    this.pool = pool;
  }

  /** Adds an action for each machine that stops serving, called before its requests are lost. */
  public void onClose(Consumer<Instance> action) {
    closing.add(action);
  }

  /** Adds an action for each machine that begins or ceases to answer. */
  public void onChange(Consumer<Instance> action) {
    changes.add(action);
  }

  /** Sets what there is to buy; default capacity without limit. */
  public void market(InstanceMarket newMarket) {
    market = newMarket;
  }

  /** Returns what there is to buy. */
  public InstanceMarket market() {
    return market;
  }

  /** Returns all instances ever launched, in order of launch. */
  public List<Instance> instances() {
    return Collections.unmodifiableList(instances);
  }

  /** Returns the instances that are not terminated, in order of launch. */
  public Set<Instance> live() {
    return Collections.unmodifiableSet(live);
  }

  /** Lets an instance take part in the metrics of its group from now on. */
  public void countInGroupMetrics(Instance instance) {
    revision++;
    counted.add(instance);
  }

  /** Takes an instance out of the metrics of its group. */
  public void stopCountingInGroupMetrics(Instance instance) {
    revision++;
    counted.remove(instance);
  }

  /**
   * Returns a number that grows with each change of any instance: of its state, of its health, or
   * of whether it counts for its group.
   */
  long revision() {
    return revision;
  }

  /** Returns whether an instance takes part in the metrics of its group. */
  public boolean isCountedInGroupMetrics(Instance instance) {
    return counted.contains(instance);
  }

  /** Returns the requests that an instance has in service or waiting. */
  public int inFlight(Instance instance) {
    return instance.server().inFlight(simulator.nowNanos());
  }

  /**
   * Asks for an instance.
   *
   * @param configuration what to launch
   * @param zone where
   * @param group for which group
   * @param listener learns what becomes of it
   */
  public LaunchOutcome launch(
      LaunchConfiguration configuration, String zone, String group, InstanceListener listener) {
    if (failedZones.contains(zone)) {
      return Refused.insufficient(LaunchOutcome.Kind.ZONE_FAILED, configuration, zone);
    }
    Optional<Refused> refusal = market.refusal(configuration, zone);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Instance instance = add(place(configuration, zone, group), listener);
    long runningNanos = times.pendingToRunning().sampleNanos(stream("pending", instance));
    Distribution boot = configuration.bootTime().orElse(times.guestReady());
    after(runningNanos, "running", instance, () -> startRunning(instance, boot));
    return new Launched(instance);
  }

  /** Adds an instance that runs and answers at once, for the start of the run. */
  public Instance launchInService(
      LaunchConfiguration configuration, String zone, String group, InstanceListener listener) {
    Instance instance = add(place(configuration, zone, group), listener);
    begin(instance);
    answer(instance);
    return instance;
  }

  private Instance.Placement place(LaunchConfiguration configuration, String zone, String group) {
    int ordinal = launches.merge(group, 1, Integer::sum);
    return new Instance.Placement(configuration, zone, group, ordinal);
  }

  private Instance add(Instance.Placement placement, InstanceListener listener) {
    Server server = pool.open(placement.group(), placement.configuration(), simulator.nowNanos());
    long number = random.stream("instance-id", instances.size()).nextLong();
    String id = "i-0" + HexFormat.of().toHexDigits(number);
    Instance instance = new Instance(id, placement, server, listener, simulator.nowNanos());
    revision++;
    instances.add(instance);
    live.add(instance);
    market.launched(instance);
    return instance;
  }

  private RandomStream stream(String purpose, Instance instance) {
    return random.stream(purpose + "/" + instance.group(), instance.ordinal());
  }

  private void startRunning(Instance instance, Distribution boot) {
    if (instance.state() != InstanceState.PENDING) {
      return;
    }
    instance.server().condition(simulator.nowNanos(), Server.Condition.CLOSED);
    begin(instance);
    long startNanos = simulator.nowNanos();
    long bootNanos = boot.sampleNanos(stream("boot", instance));
    Optional<Distribution> ready = instance.configuration().service().ready();
    long readyNanos = ready.map(law -> law.sampleNanos(stream("ready", instance))).orElse(0L);
    instance.boots(startNanos + bootNanos, startNanos + bootNanos + readyNanos);
    after(bootNanos, "answering", instance, () -> reach(instance, startNanos));
    if (ready.isPresent()) {
      after(bootNanos + readyNanos, "ready", instance, () -> reach(instance, startNanos));
    }
  }

  private void reach(Instance instance, long startNanos) {
    if (isUpSince(startNanos, instance)) {
      reach(instance);
    }
  }

  /** The port answers when the machine has booted, the application when it is ready. */
  private void reach(Instance instance) {
    long nowNanos = simulator.nowNanos();
    if (nowNanos >= instance.readyNanos()) {
      answer(instance);
    } else {
      boolean booted = nowNanos >= instance.bootedNanos();
      Server.Condition condition = booted ? Server.Condition.STARTING : Server.Condition.CLOSED;
      instance.server().condition(nowNanos, condition);
    }
  }

  private void begin(Instance instance) {
    revision++;
    instance.run(simulator.nowNanos());
  }

  /** A boot that a stop interrupted does not end. */
  private static boolean isUpSince(long startNanos, Instance instance) {
    return instance.state() == InstanceState.RUNNING
        && instance.runningNanos() == startNanos
        && !instance.impaired();
  }

  private void answer(Instance instance) {
    instance.answer(simulator.nowNanos());
    changed(instance);
  }

  private void changed(Instance instance) {
    revision++;
    changes.forEach(action -> action.accept(instance));
  }

  /** Adds an instance that is stopped already, for the start of the run. */
  public Instance launchStopped(
      LaunchConfiguration configuration, String zone, String group, InstanceListener listener) {
    Instance instance = add(place(configuration, zone, group), listener);
    instance.stoppedSince(simulator.nowNanos());
    return instance;
  }

  /** Stops an instance that runs: its requests are lost at once, it is stopped some time later. */
  public void stop(Instance instance) {
    if (instance.state() == InstanceState.RUNNING) {
      silenceForGood(instance);
      instance.stop(simulator.nowNanos());
      changed(instance);
      long stoppedNanos = times.terminateDuration().sampleNanos(stream("stop", instance));
      after(stoppedNanos, "stopped", instance, () -> finishStop(instance));
    }
  }

  private void finishStop(Instance instance) {
    if (instance.state() == InstanceState.STOPPING) {
      revision++;
      instance.stopped();
    }
  }

  /**
   * Starts a stopped instance.
   *
   * @param boot from running to an application that answers
   * @throws IllegalStateException if it is not stopped
   */
  public void start(Instance instance, Distribution boot) {
    if (instance.state() != InstanceState.STOPPED) {
      throw new IllegalStateException(
          "%s is %s at %d ns".formatted(instance, instance.state(), simulator.nowNanos()));
    }
    revision++;
    instance.start();
    long runningNanos = times.pendingToRunning().sampleNanos(stream("start", instance));
    after(runningNanos, "running", instance, () -> startRunning(instance, boot));
  }

  private void silenceForGood(Instance instance) {
    closing.forEach(action -> action.accept(instance));
    instance.server().condition(simulator.nowNanos(), Server.Condition.SILENT);
  }

  /** Terminates an instance: its requests are lost at once, it is gone some time later. */
  public void terminate(Instance instance) {
    if (instance.state() == InstanceState.SHUTTING_DOWN
        || instance.state() == InstanceState.TERMINATED) {
      return;
    }
    long nowNanos = simulator.nowNanos();
    market.released(instance);
    silenceForGood(instance);
    instance.shutDown(nowNanos);
    changed(instance);
    long goneNanos = times.terminateDuration().sampleNanos(stream("terminate", instance));
    after(goneNanos, "terminated", instance, () -> finish(instance));
  }

  /** Says that a Spot instance is likely to be called back. */
  public void recommendRebalance(Instance instance) {
    if (isOn(instance)) {
      instance.recommend(simulator.nowNanos());
    }
  }

  /** Announces the interruption of a Spot instance, which follows two minutes later (SPT-4). */
  public void noticeInterruption(Instance instance) {
    if (isOn(instance) && instance.noticeNanos() < 0) {
      instance.notice(simulator.nowNanos());
      after(NOTICE_NANOS, "interrupted", instance, () -> interrupt(instance));
    }
  }

  private void interrupt(Instance instance) {
    if (isOn(instance)) {
      instance.interrupt();
      terminate(instance);
    }
  }

  private static boolean isOn(Instance instance) {
    return instance.state() == InstanceState.PENDING || instance.state() == InstanceState.RUNNING;
  }

  private void finish(Instance instance) {
    revision++;
    live.remove(instance);
    counted.remove(instance);
    pool.close(instance.server());
    instance.terminate();
  }

  /** Lets a zone fail: its machines fall silent and launches there are refused. */
  public void failZone(String zone) {
    failedZones.add(zone);
    for (Instance instance : live) {
      if (instance.zone().equals(zone) && instance.state() != InstanceState.SHUTTING_DOWN) {
        instance.impair(true);
        silence(instance);
      }
    }
  }

  private void silence(Instance instance) {
    instance.server().condition(simulator.nowNanos(), Server.Condition.SILENT);
    changed(instance);
  }

  /** Ends the failure of a zone: the machines that are left go on where they stopped. */
  public void restoreZone(String zone) {
    failedZones.remove(zone);
    for (Instance instance : live) {
      if (instance.impaired() && instance.zone().equals(zone)) {
        revision++;
        instance.impair(false);
        if (instance.state() == InstanceState.RUNNING) {
          reach(instance);
        }
      }
    }
  }

  /** Returns whether launches in a zone are refused. */
  public boolean hasFailed(String zone) {
    return failedZones.contains(zone);
  }

  private void after(long delayNanos, String what, Instance instance, Runnable action) {
    simulator.schedule(
        simulator.nowNanos() + delayNanos, Phase.WORLD, instance.id() + " " + what, action);
  }
}
