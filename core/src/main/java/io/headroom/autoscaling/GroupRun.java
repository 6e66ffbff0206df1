package io.headroom.autoscaling;

import io.headroom.sim.Phase;
import io.headroom.sim.RandomStream;

/**
 * What the parts of one group share within one run.
 *
 * @param spec the group's settings
 * @param environment what Auto Scaling works with
 * @param timings the delays
 * @param activities the activities of the run
 * @param ledger the decisions of the run
 * @param processes the processes of the group, and which are suspended
 * @param changes tells of each change of the sizes, the members and the orders of the group
 */
record GroupRun(
    AutoScalingGroupSpec spec,
    AutoScaling.Environment environment,
    Timings timings,
    ActivityLog activities,
    Ledger ledger,
    Processes processes,
    Changes changes) {
  /** Creates the parts, with the processes suspended that the settings say. */
  GroupRun(
      AutoScalingGroupSpec spec,
      AutoScaling.Environment environment,
      Timings timings,
      ActivityLog activities,
      Ledger ledger) {
    this(
        spec,
        environment,
        timings,
        activities,
        ledger,
        new Processes(spec.lifecycle().suspended()),
        new Changes());
  }

  String name() {
    return spec.name();
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
