package io.headroom.policies.aws.predictive;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The forecasts of a policy as they stand: made every six hours for 48 hours (PS1). */
final class HourlyForecasts {
  private final LoadHistory history;
  private final NavigableMap<Long, Double> loads = new TreeMap<>();
  private long madeInHour = Long.MIN_VALUE;

  HourlyForecasts(LoadHistory history) {
    this.history = history;
  }

  /** Makes the forecasts anew, if there is enough history and the last ones are old. */
  void refresh(long hour) {
    boolean isDue = loads.isEmpty() || hour - madeInHour >= LoadHistory.REFRESH_HOURS;
    if (history.isEnough() && isDue) {
      madeInHour = hour;
      loads.clear();
      for (long each = hour; each < hour + LoadHistory.HORIZON_HOURS; each++) {
        long forecastHour = each;
        history.forecast(each).ifPresent(load -> loads.put(forecastHour, load));
      }
    }
  }

  /** Returns the forecast of the load of an hour; empty if there is none. */
  Optional<Double> load(long hour) {
    return Optional.ofNullable(loads.get(hour));
  }
}
