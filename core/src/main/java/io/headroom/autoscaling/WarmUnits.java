package io.headroom.autoscaling;

import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * The units in service whose warm-up is over (M5). An instance costs O(log n) once, when it comes
 * into service; a question costs nothing but the instances that became warm since the last one.
 */
final class WarmUnits {
  private final Queue<Warming> warming =
      new PriorityQueue<>(Comparator.comparingLong(Warming::untilNanos));
  private final Set<Member> warm = new HashSet<>();
  private int units;

  /** A member that warms up, unless it has left the service since. */
  private record Warming(Member member, long untilNanos) {
    boolean holds() {
      return member.isActual() && member.warmNanos() == untilNanos;
    }
  }

  void entered(Member member) {
    warming.add(new Warming(member, member.warmNanos()));
  }

  void left(Member member) {
    if (warm.remove(member)) {
      units -= member.units();
    }
  }

  int at(long nowNanos) {
    while (!warming.isEmpty() && warming.element().untilNanos <= nowNanos) {
      Warming next = warming.remove();
      if (next.holds() && next.member.isWarm(nowNanos) && warm.add(next.member)) {
        units += next.member.units();
      }
    }
    return units;
  }
}
