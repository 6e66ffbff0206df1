package io.headroom.autoscaling;

import io.headroom.autoscaling.lifecycle.LifecycleState.Kind;
import io.headroom.ec2.LaunchConfiguration;
import io.headroom.ec2.PurchaseOption;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many members a group has, by kind of state and by zone. Kept up to date with each move, so
 * that no question costs more for a larger group.
 */
final class Census {
  private final Map<Kind, Integer> instances = new EnumMap<>(Kind.class);
  private final Map<Kind, Integer> units = new EnumMap<>(Kind.class);
  private final Map<String, Integer> actualByZone = new LinkedHashMap<>();
  private final Map<Pool, Integer> actualByPool = new LinkedHashMap<>();
  private int actualUnits;
  private int spotUnits;
  private int actualInstances;
  private int servingUnits;
  private int scaleInUnits;
  private int pendingGrowth;

  /** A type in a zone, bought one way. */
  private record Pool(String type, String zone, PurchaseOption purchase) {
    static Pool of(LaunchConfiguration launch, String zone) {
      return new Pool(launch.type().name(), zone, launch.purchase());
    }
  }

  void add(Member member) {
    count(member, 1);
  }

  void remove(Member member) {
    count(member, -1);
  }

  private void count(Member member, int sign) {
    int signedUnits = sign * member.units();
    Kind kind = member.state().kind();
    instances.merge(kind, sign, Integer::sum);
    units.merge(kind, signedUnits, Integer::sum);
    if (member.isActual()) {
      actualUnits += signedUnits;
      actualInstances += sign;
      servingUnits += member.is(Kind.IN_SERVICE) ? signedUnits : 0;
      actualByZone.merge(member.zone(), sign, Integer::sum);
      actualByPool.merge(Pool.of(member.configuration(), member.zone()), sign, Integer::sum);
      spotUnits += member.configuration().purchase() == PurchaseOption.SPOT ? signedUnits : 0;
    }
    if (member.leavesByScaleIn()) {
      scaleInUnits += signedUnits;
    }
    if (member.is(Kind.PENDING) && member.order().isFor(LaunchOrder.Purpose.GROWTH)) {
      pendingGrowth += sign;
    }
  }

  /** Returns how many instances are in states of a kind. */
  int instances(Kind kind) {
    return instances.getOrDefault(kind, 0);
  }

  /** Returns the capacity units of the instances in states of a kind. */
  int units(Kind kind) {
    return units.getOrDefault(kind, 0);
  }

  /** Returns the units that count as actual capacity (M1), without those that are replaced. */
  int actualUnits() {
    return actualUnits;
  }

  /** Returns the instances that count as actual capacity, without those that are replaced. */
  int actualInstances() {
    return actualInstances;
  }

  /** Returns the units in service, without those that are replaced. */
  int servingUnits() {
    return servingUnits;
  }

  /** Returns the units that leave because of a scale-in (M6). */
  int scaleInUnits() {
    return scaleInUnits;
  }

  /** Returns whether an instance is pending because the desired capacity rose (WU7). */
  boolean anyPendingGrowth() {
    return pendingGrowth > 0;
  }

  /** Returns how many instances of the actual capacity each zone has (AZ2); a view. */
  Map<String, Integer> actualByZone() {
    return Collections.unmodifiableMap(actualByZone);
  }

  /** Returns the units of the actual capacity that were bought one way. */
  int actualUnits(PurchaseOption purchase) {
    return purchase == PurchaseOption.SPOT ? spotUnits : actualUnits - spotUnits;
  }

  /** Returns how many instances of the actual capacity a pool has. */
  int actualIn(LaunchConfiguration launch, String zone) {
    return actualByPool.getOrDefault(Pool.of(launch, zone), 0);
  }

  /** Returns the units that are there, those that are replaced included. */
  int unitsThere() {
    return units(Kind.PENDING) + units(Kind.IN_SERVICE);
  }
}
