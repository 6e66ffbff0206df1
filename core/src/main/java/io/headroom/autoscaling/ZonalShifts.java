package io.headroom.autoscaling;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The zones that one group shifts away from at present. Not thread-safe. */
final class ZonalShifts {
  private final Map<String, Integer> active = new LinkedHashMap<>();
  private int started;

  /** Begins a shift; returns its number, by which it ends. */
  int begin(String zone) {
    started++;
    active.put(zone, started);
    return started;
  }

  /** Ends a shift, unless it was cancelled or a later one away from the zone took its place. */
  boolean expire(String zone, int number) {
    return active.remove(zone, number);
  }

  /** Cancels the shift away from a zone; returns whether there was one. */
  boolean cancel(String zone) {
    return active.remove(zone) != null;
  }

  boolean isActive() {
    return !active.isEmpty();
  }

  boolean isAwayFrom(String zone) {
    return active.containsKey(zone);
  }

  /** Returns the zones, in the order of the shifts; a view. */
  Set<String> zones() {
    return Collections.unmodifiableSet(active.keySet());
  }
}
