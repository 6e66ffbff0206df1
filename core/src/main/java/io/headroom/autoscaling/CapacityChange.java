package io.headroom.autoscaling;

import io.headroom.ec2.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One change of a desired capacity and what has become of it: units wait for their launch or
 * termination, are under way, and are done. Not thread-safe.
 */
final class CapacityChange {
  private final long timeNanos;
  private final int from;
  private final int to;
  private final Origin origin;
  private final List<Instance> launched = new ArrayList<>();
  private int waiting;
  private int underWay;

  /**
   * Where a change comes from.
   *
   * @param clause the clause of the cause, without the figures
   * @param warmup the warm-up of the instances that it launches
   * @param cooldown the cooldown that it starts
   * @param trail the policy and how it came to its decision; empty for a scheduled action
   */
  record Origin(
      String clause, WarmupRule warmup, Duration cooldown, Optional<ScaleOut.Trail> trail) {}

  CapacityChange(long timeNanos, int from, int to, Origin origin) {
    this.timeNanos = timeNanos;
    this.from = from;
    this.to = to;
    this.origin = origin;
    waiting = Math.abs(to - from);
  }

  long timeNanos() {
    return timeNanos;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  Origin origin() {
    return origin;
  }

  /** Returns the clause of the cause, with the figures. */
  String clause() {
    return CauseText.changing(origin.clause, from, to);
  }

  boolean isIncrease() {
    return to > from;
  }

  int waiting() {
    return waiting;
  }

  /** Gives up units that wait, at most so many; returns how many it gave up. */
  int giveUp(int atMost) {
    int given = Math.min(atMost, waiting);
    waiting -= given;
    return given;
  }

  /** Begins the launch or termination of one instance; its weight may exceed what waits. */
  void begin(int units) {
    waiting = Math.max(0, waiting - units);
    underWay += units;
  }

  /** Puts the units of an instance back that could not be launched. */
  void putBack(int units) {
    waiting += units;
    underWay -= units;
  }

  /** Notes that an instance under way has another weight than was planned. */
  void reweigh(int planned, int units) {
    underWay += units - planned;
    waiting = Math.max(0, waiting - (units - planned));
  }

  void launched(Instance instance) {
    launched.add(instance);
  }

  List<Instance> launched() {
    return List.copyOf(launched);
  }

  /** Ends the launch or termination of one instance; returns whether it was the last. */
  boolean finishOne(int units) {
    underWay -= units;
    return underWay == 0 && waiting == 0;
  }
}
