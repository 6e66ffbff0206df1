package io.headroom.workloads;

import io.headroom.sim.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings from a map of values that already have their types; problems are collected. */
public final class MapSettings implements Settings {
  private final Map<String, ?> values;
  private final List<String> problems;

  private MapSettings(Map<String, ?> values, List<String> problems) {
    this.values = values;
    this.problems = problems;
  }

  /** Creates settings of a run of a day from midnight, with numbers, durations, paths and lists. */
  public static MapSettings of(Map<String, ?> values) {
    return new MapSettings(values, new ArrayList<>());
  }

  /** Returns the problems, each as key and message. */
  public List<String> problems() {
    return problems;
  }

  private <T> T value(String key, Class<T> type, T defaultValue) {
    return values.containsKey(key) ? type.cast(values.get(key)) : defaultValue;
  }

  @Override
  public Instant start() {
    return Instant.parse("2026-11-27T00:00:00Z");
  }

  @Override
  public Duration duration() {
    return Duration.ofDays(1);
  }

  @Override
  public boolean has(String key) {
    return values.containsKey(key);
  }

  @Override
  public double number(String key, double defaultValue) {
    return value(key, Number.class, defaultValue).doubleValue();
  }

  @Override
  public double rate(String key, double defaultValue) {
    return number(key, defaultValue);
  }

  @Override
  public Duration duration(String key, Duration defaultValue) {
    return value(key, Duration.class, defaultValue);
  }

  @Override
  public Duration time(String key, Duration defaultValue) {
    return duration(key, defaultValue);
  }

  @Override
  public String word(String key, String defaultValue, List<String> allowed) {
    String word = value(key, String.class, defaultValue);
    if (!allowed.contains(word)) {
      problem(key, "allowed: " + allowed);
      return defaultValue;
    }
    return word;
  }

  @Override
  public Optional<String> text(String key) {
    return Optional.ofNullable(values.get(key)).map(Object::toString);
  }

  @Override
  public Optional<Path> file(String key) {
    return has(key) ? Optional.of(value(key, Path.class, Path.of(""))) : Optional.empty();
  }

  @Override
  public List<Settings> list(String key) {
    List<Settings> all = new ArrayList<>();
    for (Object entry : value(key, List.class, List.of())) {
      @SuppressWarnings("unchecked")
      Map<String, ?> map = (Map<String, ?>) entry;
      all.add(new MapSettings(map, problems));
    }
    return all;
  }

  @Override
  public void problem(String key, String message) {
    problems.add(key + ": " + message);
  }
}
