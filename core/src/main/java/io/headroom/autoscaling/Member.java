package io.headroom.autoscaling;

import io.headroom.ec2.Instance;
import io.headroom.ec2.LaunchConfiguration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One instance as its group sees it: Pending, InService, Terminating, Terminated.
 *
 * <p>"Amazon EC2 Auto Scaling instance lifecycle", Amazon EC2 Auto Scaling User Guide.
 */
final class Member implements TerminationCandidate {
  private final Instance instance;
  private final LaunchOrder order;
  private final ActivityLog.@Nullable Entry launch;
  private State state = State.PENDING;
  private Optional<HealthFailure> failure = Optional.empty();
  private Optional<Departure> departure = Optional.empty();
  private Optional<Long> impairedNanos = Optional.empty();
  private Runnable onEnd = () -> {};
  private long inServiceNanos;
  private long warmNanos;

  /** The states of the lifecycle. */
  enum State {
    /** Launched, not yet in service. */
    PENDING,
    /** In service. */
    IN_SERVICE,
    /** On its way out: draining, then ending. */
    TERMINATING,
    /** Gone. */
    TERMINATED
  }

  /** Why an instance leaves. */
  enum Departure {
    /** The desired capacity fell. */
    SCALE_IN,
    /** It was unhealthy. */
    UNHEALTHY
  }

  Member(Instance instance, LaunchOrder order, ActivityLog.@Nullable Entry launch) {
    this.instance = instance;
    this.order = order;
    this.launch = launch;
  }

  Instance instance() {
    return instance;
  }

  LaunchOrder order() {
    return order;
  }

  /** Returns the activity of its launch; empty for one that was there at the start of the run. */
  Optional<ActivityLog.Entry> launch() {
    return Optional.ofNullable(launch);
  }

  State state() {
    return state;
  }

  boolean is(State other) {
    return state == other;
  }

  void enterService(long nowNanos) {
    state = State.IN_SERVICE;
    inServiceNanos = nowNanos;
    warmNanos = nowNanos + order.warmup().length().toNanos();
  }

  void leave(Departure why) {
    state = State.TERMINATING;
    departure = Optional.of(why);
  }

  /** Sets what shall happen when EC2 says that the instance is gone. */
  void onEnd(Runnable action) {
    onEnd = action;
  }

  /** Learns that the instance is gone. */
  void terminated() {
    onEnd.run();
  }

  void end() {
    state = State.TERMINATED;
  }

  long inServiceNanos() {
    return inServiceNanos;
  }

  /** Returns when its warm-up is over, in nanoseconds since the start of the run. */
  long warmNanos() {
    return warmNanos;
  }

  boolean isWarm(long nowNanos) {
    return state == State.IN_SERVICE && nowNanos >= warmNanos;
  }

  /** Returns whether it leaves because of a scale-in, so that the next one counts it (M6). */
  boolean leavesByScaleIn() {
    return state == State.TERMINATING && departure.equals(Optional.of(Departure.SCALE_IN));
  }

  boolean isReplacement() {
    return order.isFor(LaunchOrder.Purpose.REPLACEMENT);
  }

  Optional<HealthFailure> failure() {
    return failure;
  }

  boolean isHealthy() {
    return failure.isEmpty();
  }

  void markUnhealthy(HealthFailure why) {
    failure = Optional.of(why);
  }

  /** Notes whether the status check fails now; returns for how long it has failed. */
  long impairedForNanos(long nowNanos) {
    if (!instance.impaired()) {
      impairedNanos = Optional.empty();
    } else if (impairedNanos.isEmpty()) {
      impairedNanos = Optional.of(nowNanos);
    }
    return impairedNanos.map(since -> nowNanos - since).orElse(0L);
  }

  @Override
  public String zone() {
    return instance.zone();
  }

  @Override
  public long launchNanos() {
    return instance.launchNanos();
  }

  @Override
  public LaunchConfiguration configuration() {
    return instance.configuration();
  }

  @Override
  public String toString() {
    return instance.id() + " " + state;
  }
}
