package io.headroom.policies.aws.predictive;

import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * The load of the last 14 days by the hour, and the forecast that is made of it: the mean of the
 * same hour of the week, or of the day where the week has not come round yet (PS1, PS12). Hours are
 * counted since 1970-01-01T00:00Z, a Thursday.
 */
final class LoadHistory {
  /** How much history a first forecast needs. */
  static final int HOURS_NEEDED = 24;

  /** How far forecasts reach. */
  static final int HORIZON_HOURS = 48;

  /** How often forecasts are made anew. */
  static final int REFRESH_HOURS = 6;

  /** How many days forecasts look back at most. */
  static final int DAYS_USED = 14;

  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;

  private final NavigableMap<Long, Double> loads = new TreeMap<>();

  void put(long hour, double load) {
    loads.put(hour, load);
    loads.headMap(loads.lastKey() - DAYS_USED * DAY, true).clear();
  }

  int hours() {
    return loads.size();
  }

  boolean isEnough() {
    return hours() >= HOURS_NEEDED;
  }

  /** Returns the forecast of the load of an hour; empty if no like hour is known. */
  OptionalDouble forecast(long hour) {
    OptionalDouble ofWeek = mean(hour, WEEK);
    return ofWeek.isPresent() ? ofWeek : mean(hour, DAY);
  }

  private OptionalDouble mean(long hour, int season) {
    Collection<Double> like =
        loads.entrySet().stream()
            .filter(entry -> Math.floorMod(entry.getKey() - hour, (long) season) == 0)
            .map(Map.Entry::getValue)
            .toList();
    return like.stream().mapToDouble(Double::doubleValue).average();
  }
}
