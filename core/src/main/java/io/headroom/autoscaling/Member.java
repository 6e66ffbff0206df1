package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.ec2.Instance;
import io.headroom.ec2.LaunchConfiguration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One instance as its group sees it. Its state changes through {@link GroupMembers}, which counts.
 *
 * <p>"Amazon EC2 Auto Scaling instance lifecycle", Amazon EC2 Auto Scaling User Guide.
 */
final class Member implements TerminationCandidate {
  private final Instance instance;
  private LaunchOrder order;
  private ActivityLog.@Nullable Entry launch;
  private LifecycleState state;
  private Optional<HealthFailure> failure = Optional.empty();
  private Optional<Departure> departure = Optional.empty();
  private Optional<Long> impairedNanos = Optional.empty();
  private Runnable onEnd = () -> {};
  private long inServiceNanos;
  private long warmNanos;
  private Optional<CapacityChange> change;
  private LifecycleSettings.Protection protection = LifecycleSettings.Protection.NONE;
  private int waits;
  private boolean outgoing;

  Member(Instance instance, LaunchOrder order, ActivityLog.@Nullable Entry launch) {
    this(instance, order, launch, LifecycleState.PENDING);
  }

  Member(
      Instance instance,
      LaunchOrder order,
      ActivityLog.@Nullable Entry launch,
      LifecycleState state) {
    this.instance = instance;
    this.order = order;
    this.launch = launch;
    this.state = state;
    change = order.change();
  }

  Instance instance() {
    return instance;
  }

  /** Serves another order, when it comes out of the warm pool. */
  void serve(LaunchOrder newOrder, ActivityLog.Entry newLaunch) {
    order = newOrder;
    launch = newLaunch;
    change = newOrder.change();
  }

  /** Takes another weight; only {@link GroupMembers} may call this. */
  void reweigh(int units) {
    change.ifPresent(each -> each.reweigh(order.units(), units));
    order = order.units(units);
  }

  LaunchOrder order() {
    return order;
  }

  /** Returns the activity of its launch; empty for one that was there at the start of the run. */
  Optional<ActivityLog.Entry> launch() {
    return Optional.ofNullable(launch);
  }

  /** Returns the change of desired capacity that its launch belongs to; only the first time. */
  Optional<CapacityChange> takeChange() {
    Optional<CapacityChange> taken = change;
    change = Optional.empty();
    return taken;
  }

  /** Returns whether a scale-in may not take it (PR1). */
  boolean isProtected() {
    return protection == LifecycleSettings.Protection.FROM_SCALE_IN;
  }

  void protect(LifecycleSettings.Protection newProtection) {
    protection = newProtection;
  }

  /** Returns which wait at hooks begins now, from 1. */
  int nextWait() {
    waits++;
    return waits;
  }

  LifecycleState state() {
    return state;
  }

  boolean is(LifecycleState other) {
    return state == other;
  }

  boolean is(Kind kind) {
    return state.kind() == kind;
  }

  /** Returns whether it counts as actual capacity (M1) and in its zone (AZ2). */
  boolean isActual() {
    return !outgoing && (is(Kind.PENDING) || is(Kind.IN_SERVICE));
  }

  /**
   * Goes to another state; only {@link GroupMembers} may call this.
   *
   * @throws IllegalStateException if no transition leads there
   */
  void become(LifecycleState next) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException(
          "%s cannot go from %s to %s".formatted(instance, state.awsName(), next.awsName()));
    }
    state = next;
  }

  /** Starts the clocks that run from InService on: grace period and warm-up (WU4, HC8). */
  void inServiceSince(long nowNanos) {
    inServiceNanos = nowNanos;
    warmNanos = nowNanos + order.warmup().length().toNanos();
  }

  /** Notes why it leaves. */
  void departs(Departure why) {
    departure = Optional.of(why);
  }

  /** Returns why it leaves; empty for one that stays. */
  Optional<Departure> departure() {
    return departure;
  }

  /** Returns whether another instance is launched in its place before it leaves. */
  boolean isOutgoing() {
    return outgoing;
  }

  /** Only {@link GroupMembers} may call this. */
  void outgoing(boolean newOutgoing) {
    outgoing = newOutgoing;
  }

  /** Sets what shall happen when EC2 says that the instance is gone. */
  void onEnd(Runnable action) {
    onEnd = action;
  }

  /** Learns that the instance is gone. */
  void terminated() {
    onEnd.run();
  }

  long inServiceNanos() {
    return inServiceNanos;
  }

  /** Returns when its warm-up is over, in nanoseconds since the start of the run. */
  long warmNanos() {
    return warmNanos;
  }

  boolean isWarm(long nowNanos) {
    return is(Kind.IN_SERVICE) && nowNanos >= warmNanos;
  }

  /** Returns whether it leaves because of a scale-in, so that the next one counts it (M6). */
  boolean leavesByScaleIn() {
    return is(Kind.TERMINATING) && departure.equals(Optional.of(Departure.SCALE_IN));
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

  void markHealthy() {
    failure = Optional.empty();
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
  public int units() {
    return order.units();
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
    return instance.id() + " " + state.awsName();
  }
}
