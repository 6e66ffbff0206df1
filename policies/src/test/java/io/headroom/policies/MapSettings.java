package io.headroom.policies;

import io.headroom.sim.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings from a map, with the problems that a reader found. */
final class MapSettings implements Settings {
  private final Map<String, Object> values;
  private final List<String> problems = new ArrayList<>();

  MapSettings(Map<String, Object> values) {
    this.values = values;
  }

  List<String> problems() {
    return problems;
  }

  @Override
  public Instant start() {
    return Instant.EPOCH;
  }

  @Override
  public Duration duration() {
    return Duration.ofHours(1);
  }

  @Override
  public boolean has(String key) {
    return values.containsKey(key);
  }

  @Override
  public double number(String key, double defaultValue) {
    return ((Number) values.getOrDefault(key, defaultValue)).doubleValue();
  }

  @Override
  public double rate(String key, double defaultValue) {
    return number(key, defaultValue);
  }

  @Override
  public Duration duration(String key, Duration defaultValue) {
    return (Duration) values.getOrDefault(key, defaultValue);
  }

  @Override
  public Duration time(String key, Duration defaultValue) {
    return duration(key, defaultValue);
  }

  @Override
  public String word(String key, String defaultValue, List<String> allowed) {
    String word = values.getOrDefault(key, defaultValue).toString();
    if (!allowed.contains(word)) {
      problem(key, "must be one of " + allowed);
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
    return text(key).map(Path::of);
  }

  @Override
  public List<Settings> list(String key) {
    return List.of();
  }

  @Override
  public void problem(String key, String message) {
    problems.add(key + ": " + message);
  }
}
