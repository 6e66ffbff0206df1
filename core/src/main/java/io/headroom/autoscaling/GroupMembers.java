package io.headroom.autoscaling;

import io.headroom.autoscaling.Member.State;
import io.headroom.ec2.Instance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The instances of one group that are not yet gone, in order of launch. */
final class GroupMembers {
  private final Map<Instance, Member> members = new LinkedHashMap<>();
  private final CapacityHistory history;

  GroupMembers(CapacityHistory history) {
    this.history = history;
  }

  void add(Member member, long nowNanos) {
    members.put(member.instance(), member);
    changed(nowNanos);
  }

  void enterService(Member member, long nowNanos) {
    member.enterService(nowNanos);
    changed(nowNanos);
  }

  void leave(Member member, Member.Departure why, long nowNanos) {
    member.leave(why);
    changed(nowNanos);
  }

  void end(Member member, long nowNanos) {
    member.end();
    members.remove(member.instance());
    changed(nowNanos);
  }

  private void changed(long nowNanos) {
    history.members(
        nowNanos, count(State.PENDING), count(State.IN_SERVICE), count(State.TERMINATING));
  }

  /** Returns the member that an instance is; empty once it is gone. */
  Optional<Member> of(Instance instance) {
    return Optional.ofNullable(members.get(instance));
  }

  List<Member> all() {
    return List.copyOf(members.values());
  }

  List<Member> in(State state) {
    return which(member -> member.is(state)).toList();
  }

  /** Returns a list of the members that count as actual capacity and in zones (M1, AZ2). */
  List<Member> actual() {
    return which(member -> member.is(State.PENDING) || member.is(State.IN_SERVICE))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  int count(State state) {
    return count(member -> member.is(state));
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

  /** Returns how many members each zone has, of those that count as actual capacity. */
  Map<String, Integer> countsByZone() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    actual().forEach(member -> counts.merge(member.zone(), 1, Integer::sum));
    return counts;
  }
}
