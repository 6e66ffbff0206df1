package io.headroom.workloads.synthetic;

import io.headroom.sim.Settings;
import java.time.Duration;

/** Settings of rates with their ranges: what lies outside is a problem and the default holds. */
final class Checked {
  private Checked() {}

  static double requiredRate(Settings settings, String key) {
    if (!settings.has(key)) {
      settings.problem(key, key + " is missing; give a rate such as 120/s");
      return 0;
    }
    return rate(settings, key, 0);
  }

  static double rate(Settings settings, String key, double defaultValue) {
    double value = settings.rate(key, defaultValue);
    return atLeast(settings, key, new Bounded(value, 0, defaultValue));
  }

  static double share(Settings settings, String key, double defaultValue) {
    double value = settings.number(key, defaultValue);
    return atLeast(settings, key, new Bounded(value, 0, defaultValue));
  }

  static double multiple(Settings settings, String key, double defaultValue) {
    double value = settings.number(key, defaultValue);
    return atLeast(settings, key, new Bounded(value, 1, defaultValue));
  }

  private record Bounded(double value, double minimum, double defaultValue) {}

  private static double atLeast(Settings settings, String key, Bounded bounded) {
    if (bounded.value >= bounded.minimum && bounded.value < Double.POSITIVE_INFINITY) {
      return bounded.value;
    }
    settings.problem(
        key, "%s must be at least %s, was %s".formatted(key, bounded.minimum, bounded.value));
    return bounded.defaultValue;
  }

  static Duration requiredTime(Settings settings, String key) {
    if (!settings.has(key)) {
      settings.problem(key, key + " is missing; give a time such as 14:00 or 90m");
      return Duration.ZERO;
    }
    Duration value = settings.time(key, Duration.ZERO);
    if (value.isNegative()) {
      settings.problem(key, key + " must not lie before the start of the run");
      return Duration.ZERO;
    }
    return value;
  }

  static Duration span(Settings settings, String key, Duration defaultValue) {
    Duration value = settings.duration(key, defaultValue);
    if (value.isNegative()) {
      settings.problem(key, key + " must not be negative, was " + value);
      return defaultValue;
    }
    return value;
  }

  static Duration positive(Settings settings, String key, Duration defaultValue) {
    Duration value = span(settings, key, defaultValue);
    if (value.isZero()) {
      settings.problem(key, key + " must be positive");
      return defaultValue;
    }
    return value;
  }
}
