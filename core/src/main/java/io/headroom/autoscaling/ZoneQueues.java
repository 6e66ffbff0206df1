package io.headroom.autoscaling;

import io.headroom.sim.RandomStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The instances that may leave, by zone and in the order of the termination policies: the first of
 * the fullest zones go first (AZ7), and the zones are counted anew after each (AZ18).
 *
 * <p>To take one costs O(log n) for each zone, however many are alike.
 */
final class ZoneQueues<T extends TerminationCandidate> {
  private final Comparator<T> order;
  private final Predicate<String> isEnabled;
  private final Map<String, Zone<T>> zones = new LinkedHashMap<>();
  private int heaviest;

  /**
   * Creates empty queues.
   *
   * @param order the order in which instances leave
   * @param isEnabled whether the group still uses a zone; instances of other zones go first (TS2)
   */
  ZoneQueues(Comparator<T> order, Predicate<String> isEnabled) {
    this.order = order;
    this.isEnabled = isEnabled;
  }

  /** One zone: how many instances it has, and those that may leave, alike ones together. */
  private static final class Zone<T> {
    final TreeMap<T, List<T>> queue;
    final boolean enabled;
    int count;

    Zone(Comparator<T> order, boolean enabled) {
      queue = new TreeMap<>(order);
      this.enabled = enabled;
    }

    boolean isEmpty() {
      return queue.isEmpty();
    }

    T head() {
      return queue.firstKey();
    }

    List<T> first() {
      return queue.firstEntry().getValue();
    }

    /** Takes one of the first; the last of them moves to its place. */
    T take(int index) {
      List<T> alike = first();
      T last = alike.remove(alike.size() - 1);
      T taken = index == alike.size() ? last : alike.set(index, last);
      if (alike.isEmpty()) {
        queue.pollFirstEntry();
      }
      count--;
      return taken;
    }
  }

  /** Counts an instance of a zone, whether it may leave or not. */
  void count(String zone) {
    zone(zone).count++;
  }

  /** Adds an instance that may leave. */
  void add(T instance) {
    zone(instance.zone()).queue.computeIfAbsent(instance, key -> new ArrayList<>()).add(instance);
    heaviest = Math.max(heaviest, instance.units());
  }

  private Zone<T> zone(String name) {
    return zones.computeIfAbsent(name, key -> new Zone<>(order, isEnabled.test(name)));
  }

  /** Forgets instances of more units; returns whether any others are left. */
  boolean dropHeavierThan(int units) {
    if (heaviest > units) {
      zones.values().forEach(zone -> drop(zone.queue.values(), units));
      heaviest = units;
    }
    return zones.values().stream().anyMatch(zone -> !zone.isEmpty());
  }

  private static <T extends TerminationCandidate> void drop(Collection<List<T>> queue, int units) {
    queue.forEach(alike -> alike.removeIf(each -> each.units() > units));
    queue.removeIf(List::isEmpty);
  }

  /** Takes one of those that come first in the fullest zones from which an instance may leave. */
  T take(RandomStream random) {
    List<Zone<T>> candidates = firstZones();
    int alike = candidates.stream().mapToInt(zone -> zone.first().size()).sum();
    int index = alike == 1 ? 0 : random.nextInt(alike);
    for (Zone<T> zone : candidates) {
      if (index < zone.first().size()) {
        return zone.take(index);
      }
      index -= zone.first().size();
    }
    throw new IllegalStateException("no instance may leave");
  }

  /** Returns the fullest zones whose first instances come first in the order. */
  private List<Zone<T>> firstZones() {
    List<Zone<T>> left = zones.values().stream().filter(zone -> !zone.isEmpty()).toList();
    if (left.stream().anyMatch(zone -> !zone.enabled)) {
      left = left.stream().filter(zone -> !zone.enabled).toList();
    }
    int fullest = left.stream().mapToInt(zone -> zone.count).max().orElseThrow();
    List<Zone<T>> fullZones = left.stream().filter(zone -> zone.count == fullest).toList();
    T least = fullZones.stream().map(Zone::head).min(order).orElseThrow();
    return fullZones.stream().filter(zone -> order.compare(zone.head(), least) == 0).toList();
  }
}
