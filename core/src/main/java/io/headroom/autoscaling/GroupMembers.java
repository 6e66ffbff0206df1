package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.Departure;
import io.headroom.autoscaling.lifecycle.LifecycleState;
import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.ec2.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The instances of one group that are not yet gone, in order of launch, and the only place where
 * their states change.
 */
final class GroupMembers {
  private final Map<Instance, Member> members = new LinkedHashMap<>();
  private final Census census = new Census();
  private final WarmUnits warm = new WarmUnits();
  private final CapacityHistory history;
  private final List<Consumer<Member>> listeners = new ArrayList<>();

  GroupMembers(CapacityHistory history) {
    this.history = history;
  }

  /** Adds what learns of each move of a member, after it. */
  void onChange(Consumer<Member> listener) {
    listeners.add(listener);
  }

  Census census() {
    return census;
  }

  void add(Member member, long nowNanos) {
    members.put(member.instance(), member);
    census.add(member);
    changed(member, nowNanos);
  }

  /** Lets a member go to another state; one that is gone is no longer found. */
  void move(Member member, LifecycleState next, long nowNanos) {
    census.remove(member);
    if (member.is(Kind.IN_SERVICE)) {
      warm.left(member);
    }
    member.become(next);
    if (next == LifecycleState.IN_SERVICE) {
      member.inServiceSince(nowNanos);
      warm.entered(member);
    }
    if (member.is(Kind.GONE)) {
      members.remove(member.instance());
    } else {
      census.add(member);
    }
    changed(member, nowNanos);
  }

  /** Lets a member come out of the warm pool, for an order of the group. */
  void recruit(Member member, LaunchOrder order, ActivityLog.Entry launch, long nowNanos) {
    census.remove(member);
    member.serve(order, launch);
    census.add(member);
    move(member, LifecycleState.PENDING, nowNanos);
  }

  /** Lets a member begin to leave. */
  void leave(Member member, Departure why, long nowNanos) {
    boolean pooled = member.is(Kind.WARMING) || member.is(Kind.WARMED);
    member.departs(why);
    move(member, pooled ? LifecycleState.WARMED_TERMINATING : LifecycleState.TERMINATING, nowNanos);
  }

  /** Marks a member in service whose replacement is launched before it leaves, or unmarks it. */
  void outgoing(Member member, boolean outgoing, long nowNanos) {
    census.remove(member);
    warm.left(member);
    member.outgoing(outgoing);
    if (!outgoing && member.is(Kind.IN_SERVICE)) {
      warm.entered(member);
    }
    census.add(member);
    changed(member, nowNanos);
  }

  /** Gives a member another weight. */
  void reweigh(Member member, int units, long nowNanos) {
    census.remove(member);
    warm.left(member);
    member.reweigh(units);
    if (member.is(Kind.IN_SERVICE)) {
      warm.entered(member);
    }
    census.add(member);
    changed(member, nowNanos);
  }

  private void changed(Member member, long nowNanos) {
    history.members(
        nowNanos,
        census.instances(Kind.PENDING),
        census.instances(Kind.IN_SERVICE),
        census.instances(Kind.TERMINATING));
    listeners.forEach(listener -> listener.accept(member));
  }

  /** Returns the units in service whose warm-up is over, without those that are replaced (M5). */
  int warmUnits(long nowNanos) {
    return warm.at(nowNanos);
  }

  /** Returns the member that an instance is; empty once it is gone. */
  Optional<Member> of(Instance instance) {
    return Optional.ofNullable(members.get(instance));
  }

  List<Member> all() {
    return List.copyOf(members.values());
  }

  List<Member> in(LifecycleState state) {
    return which(member -> member.is(state)).toList();
  }

  List<Member> in(Kind kind) {
    return which(member -> member.is(kind)).toList();
  }

  /** Returns a list of the members that count as actual capacity and in zones (M1, AZ2). */
  List<Member> actual() {
    return which(Member::isActual).collect(Collectors.toCollection(ArrayList::new));
  }

  /** Returns the sum of a number over all members; called each minute, so it makes no objects. */
  int sum(ToIntFunction<Member> number) {
    int sum = 0;
    for (Member member : members.values()) {
      sum += number.applyAsInt(member);
    }
    return sum;
  }

  int count(Predicate<Member> predicate) {
    return (int) which(predicate).count();
  }

  boolean any(Predicate<Member> predicate) {
    return which(predicate).findAny().isPresent();
  }

  private Stream<Member> which(Predicate<Member> predicate) {
    return members.values().stream().filter(predicate);
  }

  /** Returns how many members each zone has, of those that count as actual capacity; a view. */
  Map<String, Integer> countsByZone() {
    return census.actualByZone();
  }
}
