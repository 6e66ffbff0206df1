package io.headroom.autoscaling;

import io.headroom.autoscaling.refusal.AutoScalingException;
import io.headroom.autoscaling.refusal.Refusal;
import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;
import java.util.List;

/** What the parts of one group share within one run. Not thread-safe. */
final class GroupRun {
  private final AutoScaling.Environment environment;
  private final Timings timings;
  private final ActivityLog activities;
  private final Ledger ledger;
  private final Processes processes;
  private final Changes changes = new Changes();
  private final ZonalShifts shifts = new ZonalShifts();
  private AutoScalingGroupSpec spec;

  /**
   * Creates the parts, with the processes suspended that the settings say.
   *
   * @param spec the group's settings
   * @param environment what Auto Scaling works with
   * @param timings the delays
   * @param activities the activities of the run
   * @param ledger the decisions of the run
   */
  GroupRun(
      AutoScalingGroupSpec spec,
      AutoScaling.Environment environment,
      Timings timings,
      ActivityLog activities,
      Ledger ledger) {
    this.spec = spec;
    this.environment = environment;
    this.timings = timings;
    this.activities = activities;
    this.ledger = ledger;
    processes = new Processes(spec.lifecycle().suspended());
  }

  /** Returns the settings as they stand; the sizes are those of the start. */
  AutoScalingGroupSpec spec() {
    return spec;
  }

  /** Sets other settings, for what begins from now on (UP2). */
  void update(AutoScalingGroupSpec newSpec) {
    spec = newSpec;
    changes.happened();
  }

  AutoScaling.Environment environment() {
    return environment;
  }

  Timings timings() {
    return timings;
  }

  ActivityLog activities() {
    return activities;
  }

  Ledger ledger() {
    return ledger;
  }

  Processes processes() {
    return processes;
  }

  /** Returns what tells of each change of the sizes, the members and the orders of the group. */
  Changes changes() {
    return changes;
  }

  /** Returns the zones that the group shifts away from. */
  ZonalShifts shifts() {
    return shifts;
  }

  String name() {
    return spec.name();
  }

  /**
   * Refuses, in the name of the group, what a user asks for.
   *
   * @throws AutoScalingException with every reason, if there is any
   */
  void require(List<Refusal> refusals) {
    AutoScalingException.require("group " + name(), refusals);
  }

  AutoScalingSettings settings() {
    return environment.settings();
  }

  long nowNanos() {
    return environment.simulator().nowNanos();
  }

  CauseText causes() {
    return new CauseText(environment.start());
  }

  /** Returns a fresh stream for one purpose of this group. */
  RandomStream stream(String purpose) {
    return environment.random().stream(purpose + "/" + spec.name());
  }

  /** Returns a fresh stream for one of many like purposes of this group. */
  RandomStream stream(String purpose, long index) {
    return environment.random().stream(purpose + "/" + spec.name(), index);
  }

  void after(long delayNanos, Phase phase, String what, Runnable action) {
    String event = spec.name() + ": " + what;
    environment.simulator().schedule(nowNanos() + delayNanos, phase, event, action);
  }

  /** Repeats an evaluation, first after a while, which may be zero. */
  void repeat(long firstNanos, long periodNanos, String what, Runnable action) {
    environment
        .simulator()
        .repeat(
            nowNanos() + firstNanos,
            periodNanos,
            Phase.EVALUATE,
            spec.name() + ": " + what,
            action);
  }

  void every(long periodNanos, Phase phase, String what, Runnable action) {
    String event = spec.name() + ": " + what;
    environment.simulator().repeat(nowNanos() + periodNanos, periodNanos, phase, event, action);
  }
}
